"""createOrder: POST /shops/{shop_id}/orders"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.order import Order
    from ...models.order_request import OrderRequest
    from ...models.problem import Problem

OPERATION = Operation(
    id="createOrder",
    method="POST",
    path="/shops/{shop_id}/orders",
    tags=("Shop",),
    security=(("bearer", "key"), ("key",)),
)

_ANSWERS: Answers[Order | None, Order | Problem | None] = Answers(
    OPERATION, {201: "Order", 204: None, "default": "Problem"}
)

_PATH: Rules = {
    "shop_id": {},
}
_BODY: dict[str, Any] = {"$ref": "OrderRequest", "needed": True}


def _request(
    client: Client,
    shop_id: int | str,
    *,
    body: OrderRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (shop_id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    shop_id: int | str,
    *,
    client: Client,
    body: OrderRequest | Mapping[str, Any],
) -> Order | None:
    """Create order.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        shop_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    shop_id: int | str,
    *,
    client: Client,
    body: OrderRequest | Mapping[str, Any],
) -> Order | None:
    """Create order.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        shop_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    shop_id: int | str,
    *,
    client: Client,
    body: OrderRequest | Mapping[str, Any],
) -> Response[Order | Problem | None]:
    """Create order.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        shop_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    shop_id: int | str,
    *,
    client: Client,
    body: OrderRequest | Mapping[str, Any],
) -> Response[Order | Problem | None]:
    """Create order.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        shop_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
