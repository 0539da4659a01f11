"""cancelOrder: DELETE /orders/{order_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="cancelOrder",
    method="DELETE",
    path="/orders/{order_id}",
    tags=("Order desk",),
    security=(("bearer",),),
)

_ANSWERS: Answers[None, None] = Answers(OPERATION, {204: None})

_PATH: Rules = {
    "order_id": {},
}


def _request(
    client: Client,
    order_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (order_id,)),
    )


def sync(
    order_id: int | str,
    *,
    client: Client,
) -> None:
    """Cancel order.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        order_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    order_id: int | str,
    *,
    client: Client,
) -> None:
    """Cancel order.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        order_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    order_id: int | str,
    *,
    client: Client,
) -> Response[None]:
    """Cancel order.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        order_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    order_id: int | str,
    *,
    client: Client,
) -> Response[None]:
    """Cancel order.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        order_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
