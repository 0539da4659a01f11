"""addCustomerCartItem: POST /v3/stores/{store_id}/customers/me/cart/items"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.cart_bundle_price_option_item_request import CartBundlePriceOptionItemRequest
    from ...models.cart_variant_item_request import CartVariantItemRequest
    from ...models.customer_cart_item_add_response import CustomerCartItemAddResponse

OPERATION = Operation(
    id="addCustomerCartItem",
    method="POST",
    path="/v3/stores/{store_id}/customers/me/cart/items",
    tags=("Customer Cart",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerCartItemAddResponse, CustomerCartItemAddResponse | ApiErrorResponse] = Answers(
    OPERATION, {201: "CustomerCartItemAddResponse", 400: "ApiErrorResponse", 401: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
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
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    body: CartVariantItemRequest | CartBundlePriceOptionItemRequest | Mapping[str, Any],
) -> CustomerCartItemAddResponse:
    """Add customer cart item.

    Put a variant or a bundle price option into the customer's cart.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    body: CartVariantItemRequest | CartBundlePriceOptionItemRequest | Mapping[str, Any],
) -> CustomerCartItemAddResponse:
    """Add customer cart item.

    Put a variant or a bundle price option into the customer's cart.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: CartVariantItemRequest | CartBundlePriceOptionItemRequest | Mapping[str, Any],
) -> Response[CustomerCartItemAddResponse | ApiErrorResponse]:
    """Add customer cart item.

    Put a variant or a bundle price option into the customer's cart.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: CartVariantItemRequest | CartBundlePriceOptionItemRequest | Mapping[str, Any],
) -> Response[CustomerCartItemAddResponse | ApiErrorResponse]:
    """Add customer cart item.

    Put a variant or a bundle price option into the customer's cart.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
