"""getCustomerOrder: GET /v3/stores/{store_id}/customers/me/orders/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_customer_facing_order import StorefrontCustomerFacingOrder

OPERATION = Operation(
    id="getCustomerOrder",
    method="GET",
    path="/v3/stores/{store_id}/customers/me/orders/{id}",
    tags=("Customer Orders",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[StorefrontCustomerFacingOrder, StorefrontCustomerFacingOrder | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontCustomerFacingOrder", 401: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "id": {},
}


def _request(
    client: Client,
    store_id: int | str,
    id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                id,
            ),
        ),
    )


def sync(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> StorefrontCustomerFacingOrder:
    """Get customer order.

    Read one of the customer's orders.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> StorefrontCustomerFacingOrder:
    """Get customer order.

    Read one of the customer's orders.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[StorefrontCustomerFacingOrder | ApiErrorResponse]:
    """Get customer order.

    Read one of the customer's orders.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[StorefrontCustomerFacingOrder | ApiErrorResponse]:
    """Get customer order.

    Read one of the customer's orders.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
