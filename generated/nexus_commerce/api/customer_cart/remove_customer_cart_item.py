"""removeCustomerCartItem: DELETE /v3/stores/{store_id}/customers/me/cart/items/{item_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_cart_item_delete_response import CustomerCartItemDeleteResponse

OPERATION = Operation(
    id="removeCustomerCartItem",
    method="DELETE",
    path="/v3/stores/{store_id}/customers/me/cart/items/{item_id}",
    tags=("Customer Cart",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerCartItemDeleteResponse, CustomerCartItemDeleteResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "CustomerCartItemDeleteResponse", 401: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "item_id": {},
}


def _request(
    client: Client,
    store_id: int | str,
    item_id: int | str,
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
    )


def sync(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
) -> CustomerCartItemDeleteResponse:
    """Remove customer cart item.

    Take a line out of the customer's cart.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        item_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
) -> CustomerCartItemDeleteResponse:
    """Remove customer cart item.

    Take a line out of the customer's cart.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        item_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
) -> Response[CustomerCartItemDeleteResponse | ApiErrorResponse]:
    """Remove customer cart item.

    Take a line out of the customer's cart.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        item_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
) -> Response[CustomerCartItemDeleteResponse | ApiErrorResponse]:
    """Remove customer cart item.

    Take a line out of the customer's cart.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        item_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
