"""createCustomerCheckout: POST /v3/stores/{store_id}/customers/me/checkout"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_checkout_request import CustomerCheckoutRequest
    from ...models.storefront_public_order import StorefrontPublicOrder

OPERATION = Operation(
    id="createCustomerCheckout",
    method="POST",
    path="/v3/stores/{store_id}/customers/me/checkout",
    tags=("Customer Checkout",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[StorefrontPublicOrder, StorefrontPublicOrder | ApiErrorResponse] = Answers(
    OPERATION, {201: "StorefrontPublicOrder", 400: "ApiErrorResponse", 401: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_BODY: dict[str, Any] = {"$ref": "CustomerCheckoutRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: CustomerCheckoutRequest | Mapping[str, Any],
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
    body: CustomerCheckoutRequest | Mapping[str, Any],
) -> StorefrontPublicOrder:
    """Create customer checkout.

    Place an order as the signed-in customer, from the given items or else from the cart `cart_id`. There is no
    idempotency key: sending it twice makes two orders.

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
    body: CustomerCheckoutRequest | Mapping[str, Any],
) -> StorefrontPublicOrder:
    """Create customer checkout.

    Place an order as the signed-in customer, from the given items or else from the cart `cart_id`. There is no
    idempotency key: sending it twice makes two orders.

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
    body: CustomerCheckoutRequest | Mapping[str, Any],
) -> Response[StorefrontPublicOrder | ApiErrorResponse]:
    """Create customer checkout.

    Place an order as the signed-in customer, from the given items or else from the cart `cart_id`. There is no
    idempotency key: sending it twice makes two orders.

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
    body: CustomerCheckoutRequest | Mapping[str, Any],
) -> Response[StorefrontPublicOrder | ApiErrorResponse]:
    """Create customer checkout.

    Place an order as the signed-in customer, from the given items or else from the cart `cart_id`. There is no
    idempotency key: sending it twice makes two orders.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
