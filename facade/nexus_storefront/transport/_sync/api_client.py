# Rendered from facade/nexus_storefront/transport/_async/api_client.py by scripts/unasync.py; edit that file.
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

__all__ = ["ApiClient"]


class Transport(Protocol):
    """What the client stands on: one call, and what its answer becomes."""

    settings: Settings

    def send(
        self, operation: Operation, request: RequestArgs, authorization: Secret | None = ...
    ) -> httpx.Response: ...

    def received(self, operation: Operation, body: Any) -> None: ...

    def failure(self, error: ApiError) -> Exception: ...


class ApiClient(WrongHalf, Client):
    """The generated layer's client on this shop's transport, for every operation of the contract:
    `operation.sync(..., client=shop.api)`.

    Routes outside the storefront carry no credential unless `with_authorization` gave one.
    """

    def __init__(self, transport: Transport, authorization: Secret | None = None) -> None:
        super().__init__(base_url=transport.settings.base_url)
        self._transport = transport
        self._authorization = authorization

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._transport.settings.base_url!r})"

    def with_authorization(self, value: str) -> ApiClient:
        """A client that also sends `Authorization: <value>`, to business routes only, never to the storefront's."""
        return ApiClient(self._transport, Secret(check_value("authorization", value)))

    def send(self, operation: Operation, request: RequestArgs) -> httpx.Response:
        return self._transport.send(operation, request, self._authorization)

    def received(self, operation: Operation, body: Any) -> None:
        self._transport.received(operation, body)

    def failure(self, error: ApiError) -> Exception:
        return self._transport.failure(error)
