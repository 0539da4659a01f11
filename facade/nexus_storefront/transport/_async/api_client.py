"""The generated client on a shop's transport."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import httpx
from nexus_commerce.client import Client
from nexus_commerce.errors import ApiError

from ...redact import Secret
from ..routes import check_value
from .concurrency import WrongHalf

if TYPE_CHECKING:
    from nexus_commerce.types import Operation, RequestArgs

    from ..settings import Settings

__all__ = ["AsyncApiClient"]


class Transport(Protocol):
    """What the client stands on: one call, and what its answer becomes."""

    settings: Settings

    async def send(
        self, operation: Operation, request: RequestArgs, authorization: Secret | None = ...
    ) -> httpx.Response: ...

    def received(self, operation: Operation, body: Any) -> None: ...

    def failure(self, error: ApiError) -> Exception: ...


class AsyncApiClient(WrongHalf, Client):
    """The generated layer's client on this shop's transport, for every operation of the contract:
    `operation.asyncio(..., client=shop.api)`.

    Routes outside the storefront carry no credential unless `with_authorization` gave one.
    """

    def __init__(self, transport: Transport, authorization: Secret | None = None) -> None:
        super().__init__(base_url=transport.settings.base_url)
        self._transport = transport
        self._authorization = authorization

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._transport.settings.base_url!r})"

    def with_authorization(self, value: str) -> AsyncApiClient:
        """A client that also sends `Authorization: <value>`, to business routes only, never to the storefront's."""
        return AsyncApiClient(self._transport, Secret(check_value("authorization", value)))

    async def asend(self, operation: Operation, request: RequestArgs) -> httpx.Response:
        return await self._transport.send(operation, request, self._authorization)

    def received(self, operation: Operation, body: Any) -> None:
        self._transport.received(operation, body)

    def failure(self, error: ApiError) -> Exception:
        return self._transport.failure(error)
