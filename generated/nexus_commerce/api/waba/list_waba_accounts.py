"""listWabaAccounts: GET /v3/waba-accounts"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.waba_account_collection_response_body import WabaAccountCollectionResponseBody

OPERATION = Operation(
    id="listWabaAccounts",
    method="GET",
    path="/v3/waba-accounts",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[WabaAccountCollectionResponseBody, WabaAccountCollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "WabaAccountCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
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
) -> WabaAccountCollectionResponseBody:
    """List WABA accounts.

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
) -> WabaAccountCollectionResponseBody:
    """List WABA accounts.

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
) -> Response[WabaAccountCollectionResponseBody | ApiErrorResponse]:
    """List WABA accounts.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[WabaAccountCollectionResponseBody | ApiErrorResponse]:
    """List WABA accounts.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
