"""listCheckoutShippingOptions: POST /v3/stores/{store_id}/customers/me/checkout/shipping-options"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_checkout_shipping_options_request import CustomerCheckoutShippingOptionsRequest
    from ...models.customer_checkout_shipping_options_response import CustomerCheckoutShippingOptionsResponse

OPERATION = Operation(
    id="listCheckoutShippingOptions",
    method="POST",
    path="/v3/stores/{store_id}/customers/me/checkout/shipping-options",
    tags=("Customer Checkout",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[
    CustomerCheckoutShippingOptionsResponse, CustomerCheckoutShippingOptionsResponse | ApiErrorResponse
] = Answers(
    OPERATION,
    {
        200: "CustomerCheckoutShippingOptionsResponse",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "store_id": {},
}
_BODY: dict[str, Any] = {"$ref": "CustomerCheckoutShippingOptionsRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: CustomerCheckoutShippingOptionsRequest | Mapping[str, Any],
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
    body: CustomerCheckoutShippingOptionsRequest | Mapping[str, Any],
) -> CustomerCheckoutShippingOptionsResponse:
    """List checkout shipping options.

    List the couriers that deliver the given items, or the customer's cart, to an address or location, with their
    cost. Empty for digital goods.

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
    body: CustomerCheckoutShippingOptionsRequest | Mapping[str, Any],
) -> CustomerCheckoutShippingOptionsResponse:
    """List checkout shipping options.

    List the couriers that deliver the given items, or the customer's cart, to an address or location, with their
    cost. Empty for digital goods.

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
    body: CustomerCheckoutShippingOptionsRequest | Mapping[str, Any],
) -> Response[CustomerCheckoutShippingOptionsResponse | ApiErrorResponse]:
    """List checkout shipping options.

    List the couriers that deliver the given items, or the customer's cart, to an address or location, with their
    cost. Empty for digital goods.

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
    body: CustomerCheckoutShippingOptionsRequest | Mapping[str, Any],
) -> Response[CustomerCheckoutShippingOptionsResponse | ApiErrorResponse]:
    """List checkout shipping options.

    List the couriers that deliver the given items, or the customer's cart, to an address or location, with their
    cost. Empty for digital goods.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
