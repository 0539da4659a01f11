"""getCurrentBusinessUser: GET /v3/business-users/me"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.current_business_user import CurrentBusinessUser

OPERATION = Operation(
    id="getCurrentBusinessUser",
    method="GET",
    path="/v3/business-users/me",
    tags=("Business Users",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[CurrentBusinessUser, CurrentBusinessUser | ApiErrorResponse] = Answers(
    OPERATION, {200: "CurrentBusinessUser", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)


def _request(
    client: Client,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
    )


def sync(
    *,
    client: Client,
) -> CurrentBusinessUser:
    """Get current business user.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
) -> CurrentBusinessUser:
    """Get current business user.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
) -> Response[CurrentBusinessUser | ApiErrorResponse]:
    """Get current business user.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[CurrentBusinessUser | ApiErrorResponse]:
    """Get current business user.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
