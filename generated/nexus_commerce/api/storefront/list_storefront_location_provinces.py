"""listStorefrontLocationProvinces: GET /v3/stores/{store_id}/public/locations/provinces"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_province_list_response import StorefrontProvinceListResponse

OPERATION = Operation(
    id="listStorefrontLocationProvinces",
    method="GET",
    path="/v3/stores/{store_id}/public/locations/provinces",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[StorefrontProvinceListResponse, StorefrontProvinceListResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontProvinceListResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_QUERY: Rules = {
    "search": {"type": ["string"]},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    *,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        query=(_QUERY, (search,)),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontProvinceListResponse:
    """List storefront location provinces.

    List provinces: the first step down to a location id.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontProvinceListResponse:
    """List storefront location provinces.

    List provinces: the first step down to a location id.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontProvinceListResponse | ApiErrorResponse]:
    """List storefront location provinces.

    List provinces: the first step down to a location id.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontProvinceListResponse | ApiErrorResponse]:
    """List storefront location provinces.

    List provinces: the first step down to a location id.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
