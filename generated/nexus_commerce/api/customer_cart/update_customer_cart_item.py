"""updateCustomerCartItem: PATCH /v3/stores/{store_id}/customers/me/cart/items/{item_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.cart_item_update_request import CartItemUpdateRequest
    from ...models.customer_cart_item_update_response import CustomerCartItemUpdateResponse

OPERATION = Operation(
    id="updateCustomerCartItem",
    method="PATCH",
    path="/v3/stores/{store_id}/customers/me/cart/items/{item_id}",
    tags=("Customer Cart",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerCartItemUpdateResponse, CustomerCartItemUpdateResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "CustomerCartItemUpdateResponse", 400: "ApiErrorResponse", 401: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "item_id": {},
}
_BODY: dict[str, Any] = {"$ref": "CartItemUpdateRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    item_id: int | str,
    *,
    body: CartItemUpdateRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                item_id,
            ),
        ),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
    body: CartItemUpdateRequest | Mapping[str, Any],
) -> CustomerCartItemUpdateResponse:
    """Update customer cart item.

    Set the quantity of a line in the customer's cart.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        item_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
    body: CartItemUpdateRequest | Mapping[str, Any],
) -> CustomerCartItemUpdateResponse:
    """Update customer cart item.

    Set the quantity of a line in the customer's cart.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        item_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
    body: CartItemUpdateRequest | Mapping[str, Any],
) -> Response[CustomerCartItemUpdateResponse | ApiErrorResponse]:
    """Update customer cart item.

    Set the quantity of a line in the customer's cart.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        item_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
    body: CartItemUpdateRequest | Mapping[str, Any],
) -> Response[CustomerCartItemUpdateResponse | ApiErrorResponse]:
    """Update customer cart item.

    Set the quantity of a line in the customer's cart.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        item_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
