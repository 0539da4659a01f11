"""getOrderItem: GET /orders/{order_id}/items/{item}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.challenge import Challenge
    from ...models.tokens import Tokens

OPERATION = Operation(
    id="getOrderItem",
    method="GET",
    path="/orders/{order_id}/items/{item}",
    tags=("Order desk",),
    security=(("bearer",),),
)

_ANSWERS: Answers[Tokens | Challenge | dict[str, Any], Tokens | Challenge | dict[str, Any]] = Answers(
    OPERATION, {200: ("keys", "Tokens", "Challenge")}
)

_PATH: Rules = {
    "order_id": {},
    "item": {"pattern": "^[a-z./%\\\\\\s]+\\Z"},
}


def _request(
    client: Client,
    order_id: int | str,
    item: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                order_id,
                item,
            ),
        ),
    )


def sync(
    order_id: int | str,
    item: int | str,
    *,
    client: Client,
) -> Tokens | Challenge | dict[str, Any]:
    """Get order item.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        order_id,
        item,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    order_id: int | str,
    item: int | str,
    *,
    client: Client,
) -> Tokens | Challenge | dict[str, Any]:
    """Get order item.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        order_id,
        item,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    order_id: int | str,
    item: int | str,
    *,
    client: Client,
) -> Response[Tokens | Challenge | dict[str, Any]]:
    """Get order item.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        order_id,
        item,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    order_id: int | str,
    item: int | str,
    *,
    client: Client,
) -> Response[Tokens | Challenge | dict[str, Any]]:
    """Get order item.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        order_id,
        item,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
