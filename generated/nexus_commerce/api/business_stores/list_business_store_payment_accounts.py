"""listBusinessStorePaymentAccounts: GET /v3/stores/{store_id}/payment-accounts"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.paginated_collection_response_body import PaginatedCollectionResponseBody

OPERATION = Operation(
    id="listBusinessStorePaymentAccounts",
    method="GET",
    path="/v3/stores/{store_id}/payment-accounts",
    tags=("Business Stores",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[PaginatedCollectionResponseBody, PaginatedCollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION,
    {200: "PaginatedCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"},
)

_PATH: Rules = {
    "store_id": {},
}
_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"]},
    "previous_cursor": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    *,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        query=(
            _QUERY,
            (
                next_cursor,
                page_size,
                previous_cursor,
            ),
        ),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> PaginatedCollectionResponseBody:
    """List business store payment accounts.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> PaginatedCollectionResponseBody:
    """List business store payment accounts.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[PaginatedCollectionResponseBody | ApiErrorResponse]:
    """List business store payment accounts.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[PaginatedCollectionResponseBody | ApiErrorResponse]:
    """List business store payment accounts.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
