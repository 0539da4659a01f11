"""getStorefrontBundlePriceOption: GET /v3/stores/{store_id}/public/bundle-price-options/{slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_bundle_price_option_detail import StorefrontBundlePriceOptionDetail

OPERATION = Operation(
    id="getStorefrontBundlePriceOption",
    method="GET",
    path="/v3/stores/{store_id}/public/bundle-price-options/{slug}",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[StorefrontBundlePriceOptionDetail, StorefrontBundlePriceOptionDetail | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontBundlePriceOptionDetail", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "slug": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    slug: int | str,
    *,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                slug,
            ),
        ),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
    )


def sync(
    store_id: int | str,
    slug: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontBundlePriceOptionDetail:
    """Get storefront bundle price option.

    Read one bundle price option with what it contains by its slug, listed or hidden.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        slug,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    slug: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontBundlePriceOptionDetail:
    """Get storefront bundle price option.

    Read one bundle price option with what it contains by its slug, listed or hidden.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        slug,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    slug: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontBundlePriceOptionDetail | ApiErrorResponse]:
    """Get storefront bundle price option.

    Read one bundle price option with what it contains by its slug, listed or hidden.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        slug,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    slug: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontBundlePriceOptionDetail | ApiErrorResponse]:
    """Get storefront bundle price option.

    Read one bundle price option with what it contains by its slug, listed or hidden.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        slug,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
