"""leaveBusiness: POST /v3/business-users/me/leave"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.password_request import PasswordRequest

OPERATION = Operation(
    id="leaveBusiness",
    method="POST",
    path="/v3/business-users/me/leave",
    tags=("Business Users",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_BODY: dict[str, Any] = {"$ref": "PasswordRequest", "needed": True}


def _request(
    client: Client,
    *,
    body: PasswordRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: PasswordRequest | Mapping[str, Any],
) -> None:
    """Leave business.

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
    body: PasswordRequest | Mapping[str, Any],
) -> None:
    """Leave business.

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
    body: PasswordRequest | Mapping[str, Any],
) -> Response[ApiErrorResponse | None]:
    """Leave business.

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
    body: PasswordRequest | Mapping[str, Any],
) -> Response[ApiErrorResponse | None]:
    """Leave business.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
