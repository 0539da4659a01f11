"""getCurrentOAuthApplication: GET /v3/oauth/applications/me"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.current_o_auth_application import CurrentOAuthApplication

OPERATION = Operation(
    id="getCurrentOAuthApplication",
    method="GET",
    path="/v3/oauth/applications/me",
    tags=("OAuth",),
    security=(("scalevOAuth",),),
)

_ANSWERS: Answers[CurrentOAuthApplication, CurrentOAuthApplication | ApiErrorResponse] = Answers(
    OPERATION, {200: "CurrentOAuthApplication", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
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
) -> CurrentOAuthApplication:
    """Get current OAuth application.

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
) -> CurrentOAuthApplication:
    """Get current OAuth application.

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
) -> Response[CurrentOAuthApplication | ApiErrorResponse]:
    """Get current OAuth application.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[CurrentOAuthApplication | ApiErrorResponse]:
    """Get current OAuth application.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
