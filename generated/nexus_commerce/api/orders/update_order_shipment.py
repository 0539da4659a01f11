"""updateOrderShipment: PATCH /v3/orders/{id}/shipment"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.order import Order
    from ...models.order_update_shipment_data_body import OrderUpdateShipmentDataBody

OPERATION = Operation(
    id="updateOrderShipment",
    method="PATCH",
    path="/v3/orders/{id}/shipment",
    tags=("Orders",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[Order, Order | ApiErrorResponse] = Answers(
    OPERATION,
    {200: "Order", 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"},
)

_PATH: Rules = {
    "id": {},
}
_BODY: dict[str, Any] = {"$ref": "OrderUpdateShipmentDataBody"}


def _request(
    client: Client,
    id: int | str,
    *,
    body: OrderUpdateShipmentDataBody | Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    id: int | str,
    *,
    client: Client,
    body: OrderUpdateShipmentDataBody | Mapping[str, Any] | Unset = UNSET,
) -> Order:
    """Update order shipment.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    id: int | str,
    *,
    client: Client,
    body: OrderUpdateShipmentDataBody | Mapping[str, Any] | Unset = UNSET,
) -> Order:
    """Update order shipment.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    id: int | str,
    *,
    client: Client,
    body: OrderUpdateShipmentDataBody | Mapping[str, Any] | Unset = UNSET,
) -> Response[Order | ApiErrorResponse]:
    """Update order shipment.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    id: int | str,
    *,
    client: Client,
    body: OrderUpdateShipmentDataBody | Mapping[str, Any] | Unset = UNSET,
) -> Response[Order | ApiErrorResponse]:
    """Update order shipment.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
