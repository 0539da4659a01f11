"""getStorefrontVariantAvailability: GET /v3/stores/{store_id}/public/variants/{variant_id}/availability"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.variant_availability import VariantAvailability

OPERATION = Operation(
    id="getStorefrontVariantAvailability",
    method="GET",
    path="/v3/stores/{store_id}/public/variants/{variant_id}/availability",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[VariantAvailability, VariantAvailability | ApiErrorResponse] = Answers(
    OPERATION, {200: "VariantAvailability", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "variant_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    variant_id: int | str,
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
                variant_id,
            ),
        ),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
    )


def sync(
    store_id: int | str,
    variant_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> VariantAvailability:
    """Get storefront variant availability.

    Tell whether a variant can be bought now and, where the store says so, how many are left.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        variant_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    variant_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> VariantAvailability:
    """Get storefront variant availability.

    Tell whether a variant can be bought now and, where the store says so, how many are left.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        variant_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    variant_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[VariantAvailability | ApiErrorResponse]:
    """Get storefront variant availability.

    Tell whether a variant can be bought now and, where the store says so, how many are left.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        variant_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    variant_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[VariantAvailability | ApiErrorResponse]:
    """Get storefront variant availability.

    Tell whether a variant can be bought now and, where the store says so, how many are left.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        variant_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
