"""changeOrderStatus: POST /v3/orders/change-status"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.change_order_status_response_body import ChangeOrderStatusResponseBody
    from ...models.order_change_status_body import OrderChangeStatusBody

OPERATION = Operation(
    id="changeOrderStatus",
    method="POST",
    path="/v3/orders/change-status",
    tags=("Orders",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ChangeOrderStatusResponseBody, ChangeOrderStatusResponseBody | ApiErrorResponse] = Answers(
    OPERATION,
    {200: "ChangeOrderStatusResponseBody", 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse"},
)

_BODY: dict[str, Any] = {"$ref": "OrderChangeStatusBody"}


def _request(
    client: Client,
    *,
    body: OrderChangeStatusBody | Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: OrderChangeStatusBody | Mapping[str, Any] | Unset = UNSET,
) -> ChangeOrderStatusResponseBody:
    """Change order status.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    body: OrderChangeStatusBody | Mapping[str, Any] | Unset = UNSET,
) -> ChangeOrderStatusResponseBody:
    """Change order status.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    body: OrderChangeStatusBody | Mapping[str, Any] | Unset = UNSET,
) -> Response[ChangeOrderStatusResponseBody | ApiErrorResponse]:
    """Change order status.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    body: OrderChangeStatusBody | Mapping[str, Any] | Unset = UNSET,
) -> Response[ChangeOrderStatusResponseBody | ApiErrorResponse]:
    """Change order status.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
