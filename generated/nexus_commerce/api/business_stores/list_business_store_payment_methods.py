"""listBusinessStorePaymentMethods: GET /v3/stores/{store_id}/payment-methods"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.collection_response_body import CollectionResponseBody

OPERATION = Operation(
    id="listBusinessStorePaymentMethods",
    method="GET",
    path="/v3/stores/{store_id}/payment-methods",
    tags=("Business Stores",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[CollectionResponseBody, CollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION,
    {200: "CollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"},
)

_PATH: Rules = {
    "store_id": {},
}


def _request(
    client: Client,
    store_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
) -> CollectionResponseBody:
    """List business store payment methods.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
) -> CollectionResponseBody:
    """List business store payment methods.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
) -> Response[CollectionResponseBody | ApiErrorResponse]:
    """List business store payment methods.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
) -> Response[CollectionResponseBody | ApiErrorResponse]:
    """List business store payment methods.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
