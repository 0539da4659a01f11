"""searchStorefrontLocations: GET /v3/stores/{store_id}/public/locations"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_location_list_response import StorefrontLocationListResponse

OPERATION = Operation(
    id="searchStorefrontLocations",
    method="GET",
    path="/v3/stores/{store_id}/public/locations",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[StorefrontLocationListResponse, StorefrontLocationListResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontLocationListResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"], "minimum": 1, "maximum": 100},
    "previous_cursor": {"type": ["string"]},
    "search": {"type": ["string"]},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    *,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
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
                search,
            ),
        ),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontLocationListResponse:
    """Search storefront locations.

    Search subdistricts by name; a row's `id` is the location id that shipping options and checkout take.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontLocationListResponse:
    """Search storefront locations.

    Search subdistricts by name; a row's `id` is the location id that shipping options and checkout take.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontLocationListResponse | ApiErrorResponse]:
    """Search storefront locations.

    Search subdistricts by name; a row's `id` is the location id that shipping options and checkout take.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontLocationListResponse | ApiErrorResponse]:
    """Search storefront locations.

    Search subdistricts by name; a row's `id` is the location id that shipping options and checkout take.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
