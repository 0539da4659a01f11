"""listCheckoutPaymentMethods: GET /v3/stores/{store_id}/customers/me/checkout/payment-methods"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_checkout_payment_methods_response import CustomerCheckoutPaymentMethodsResponse

OPERATION = Operation(
    id="listCheckoutPaymentMethods",
    method="GET",
    path="/v3/stores/{store_id}/customers/me/checkout/payment-methods",
    tags=("Customer Checkout",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerCheckoutPaymentMethodsResponse, CustomerCheckoutPaymentMethodsResponse | ApiErrorResponse] = (
    Answers(OPERATION, {200: "CustomerCheckoutPaymentMethodsResponse", 401: "ApiErrorResponse"})
)

_PATH: Rules = {
    "store_id": {},
}


def _request(
    client: Client,
    store_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
) -> CustomerCheckoutPaymentMethodsResponse:
    """List checkout payment methods.

    List the payment methods that the signed-in customer may use.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
) -> CustomerCheckoutPaymentMethodsResponse:
    """List checkout payment methods.

    List the payment methods that the signed-in customer may use.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
) -> Response[CustomerCheckoutPaymentMethodsResponse | ApiErrorResponse]:
    """List checkout payment methods.

    List the payment methods that the signed-in customer may use.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
) -> Response[CustomerCheckoutPaymentMethodsResponse | ApiErrorResponse]:
    """List checkout payment methods.

    List the payment methods that the signed-in customer may use.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
