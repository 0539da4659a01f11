"""addGuestCartItem: POST /v3/stores/{store_id}/public/cart/items"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.cart_bundle_price_option_item_request import CartBundlePriceOptionItemRequest
    from ...models.cart_variant_item_request import CartVariantItemRequest
    from ...models.guest_cart import GuestCart

OPERATION = Operation(
    id="addGuestCartItem",
    method="POST",
    path="/v3/stores/{store_id}/public/cart/items",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[GuestCart, GuestCart | ApiErrorResponse] = Answers(
    OPERATION, {201: "GuestCart", 400: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
    "X-Scalev-Guest-Token": {"type": ["string"]},
}
_BODY: dict[str, Any] = {
    "tag": [
        "type",
        {
            "bundle_price_option": {"$ref": "CartBundlePriceOptionItemRequest"},
            "variant": {"$ref": "CartVariantItemRequest"},
        },
    ],
    "needed": True,
}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: CartVariantItemRequest | CartBundlePriceOptionItemRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        headers=(
            _HEADERS,
            (
                x_scalev_storefront_api_key,
                x_scalev_guest_token,
            ),
        ),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    body: CartVariantItemRequest | CartBundlePriceOptionItemRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> GuestCart:
    """Add guest cart item.

    Put a variant or a bundle price option into the guest cart; like reading the cart, this hands out a guest
    token where none was sent.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    body: CartVariantItemRequest | CartBundlePriceOptionItemRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> GuestCart:
    """Add guest cart item.

    Put a variant or a bundle price option into the guest cart; like reading the cart, this hands out a guest
    token where none was sent.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: CartVariantItemRequest | CartBundlePriceOptionItemRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> Response[GuestCart | ApiErrorResponse]:
    """Add guest cart item.

    Put a variant or a bundle price option into the guest cart; like reading the cart, this hands out a guest
    token where none was sent.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: CartVariantItemRequest | CartBundlePriceOptionItemRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> Response[GuestCart | ApiErrorResponse]:
    """Add guest cart item.

    Put a variant or a bundle price option into the guest cart; like reading the cart, this hands out a guest
    token where none was sent.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
