"""loginWabaAccount: PATCH /v3/waba-accounts/login"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="loginWabaAccount",
    method="PATCH",
    path="/v3/waba-accounts/login",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_BODY: dict[str, Any] = {"type": ["object"]}


def _request(
    client: Client,
    *,
    body: Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> None:
    """Login WABA account.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> None:
    """Login WABA account.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[ApiErrorResponse | None]:
    """Login WABA account.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[ApiErrorResponse | None]:
    """Login WABA account.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
