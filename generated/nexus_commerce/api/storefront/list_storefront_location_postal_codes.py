"""listStorefrontLocationPostalCodes: GET /v3/stores/{store_id}/public/locations/{location_id}/postal-codes"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_postal_code_list_response import StorefrontPostalCodeListResponse

OPERATION = Operation(
    id="listStorefrontLocationPostalCodes",
    method="GET",
    path="/v3/stores/{store_id}/public/locations/{location_id}/postal-codes",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[StorefrontPostalCodeListResponse, StorefrontPostalCodeListResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontPostalCodeListResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "location_id": {},
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
    location_id: int | str,
    *,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                location_id,
            ),
        ),
        query=(_QUERY, (search,)),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
    )


def sync(
    store_id: int | str,
    location_id: int | str,
    *,
    client: Client,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontPostalCodeListResponse:
    """List storefront location postal codes.

    List the postal codes of a location.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        location_id,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    location_id: int | str,
    *,
    client: Client,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontPostalCodeListResponse:
    """List storefront location postal codes.

    List the postal codes of a location.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        location_id,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    location_id: int | str,
    *,
    client: Client,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontPostalCodeListResponse | ApiErrorResponse]:
    """List storefront location postal codes.

    List the postal codes of a location.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        location_id,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    location_id: int | str,
    *,
    client: Client,
    search: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontPostalCodeListResponse | ApiErrorResponse]:
    """List storefront location postal codes.

    List the postal codes of a location.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        location_id,
        search=search,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
