"""listWabaMessageTemplates: GET /v3/waba-accounts/{id}/message-templates"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.collection_response_body import CollectionResponseBody

OPERATION = Operation(
    id="listWabaMessageTemplates",
    method="GET",
    path="/v3/waba-accounts/{id}/message-templates",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[CollectionResponseBody, CollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION,
    {200: "CollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"},
)

_PATH: Rules = {
    "id": {},
}


def _request(
    client: Client,
    id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (id,)),
    )


def sync(
    id: int | str,
    *,
    client: Client,
) -> CollectionResponseBody:
    """List WABA message templates.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    id: int | str,
    *,
    client: Client,
) -> CollectionResponseBody:
    """List WABA message templates.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    id: int | str,
    *,
    client: Client,
) -> Response[CollectionResponseBody | ApiErrorResponse]:
    """List WABA message templates.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    id: int | str,
    *,
    client: Client,
) -> Response[CollectionResponseBody | ApiErrorResponse]:
    """List WABA message templates.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
