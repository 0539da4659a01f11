"""listStorefrontItems: GET /v3/stores/{store_id}/public/items"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_item_list_response import StorefrontItemListResponse

OPERATION = Operation(
    id="listStorefrontItems",
    method="GET",
    path="/v3/stores/{store_id}/public/items",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[StorefrontItemListResponse, StorefrontItemListResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontItemListResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_QUERY: Rules = {
    "page_size": {"type": ["integer"], "minimum": 1},
    "next_cursor": {"type": ["string"]},
    "previous_cursor": {"type": ["string"]},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    *,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        query=(
            _QUERY,
            (
                page_size,
                next_cursor,
                previous_cursor,
            ),
        ),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontItemListResponse:
    """List storefront items.

    List what the store sells: products and bundle price options, told apart by `entity_type`. Paginated by opaque
    cursors; items hidden from the listing are not in it but stay readable by slug.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontItemListResponse:
    """List storefront items.

    List what the store sells: products and bundle price options, told apart by `entity_type`. Paginated by opaque
    cursors; items hidden from the listing are not in it but stay readable by slug.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontItemListResponse | ApiErrorResponse]:
    """List storefront items.

    List what the store sells: products and bundle price options, told apart by `entity_type`. Paginated by opaque
    cursors; items hidden from the listing are not in it but stay readable by slug.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontItemListResponse | ApiErrorResponse]:
    """List storefront items.

    List what the store sells: products and bundle price options, told apart by `entity_type`. Paginated by opaque
    cursors; items hidden from the listing are not in it but stay readable by slug.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
