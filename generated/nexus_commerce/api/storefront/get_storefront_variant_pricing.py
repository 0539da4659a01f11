"""getStorefrontVariantPricing: GET /v3/stores/{store_id}/public/variants/pricing"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_variant_pricing_response import StorefrontVariantPricingResponse

OPERATION = Operation(
    id="getStorefrontVariantPricing",
    method="GET",
    path="/v3/stores/{store_id}/public/variants/pricing",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[StorefrontVariantPricingResponse, StorefrontVariantPricingResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontVariantPricingResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_QUERY: Rules = {
    "ids": {"type": ["string"]},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    *,
    ids: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        query=(_QUERY, (ids,)),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    ids: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontVariantPricingResponse:
    """Get storefront variant pricing.

    Read current prices of several variants at once, by their numeric ids separated by commas.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        ids=ids,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    ids: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontVariantPricingResponse:
    """Get storefront variant pricing.

    Read current prices of several variants at once, by their numeric ids separated by commas.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        ids=ids,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    ids: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontVariantPricingResponse | ApiErrorResponse]:
    """Get storefront variant pricing.

    Read current prices of several variants at once, by their numeric ids separated by commas.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        ids=ids,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    ids: str | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontVariantPricingResponse | ApiErrorResponse]:
    """Get storefront variant pricing.

    Read current prices of several variants at once, by their numeric ids separated by commas.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        ids=ids,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
