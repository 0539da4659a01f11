"""noteOrder: PATCH /orders/{order_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.note import Note

OPERATION = Operation(
    id="noteOrder",
    method="PATCH",
    path="/orders/{order_id}",
    tags=("Order desk",),
    security=(("bearer",),),
)

_ANSWERS: Answers[Note, Note] = Answers(OPERATION, {200: "Note"})

_PATH: Rules = {
    "order_id": {},
}
_BODY: dict[str, Any] = {"$ref": "Note"}


def _request(
    client: Client,
    order_id: int | str,
    *,
    body: Note | Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (order_id,)),
        body=("application/merge-patch+json", body, _BODY),
    )


def sync(
    order_id: int | str,
    *,
    client: Client,
    body: Note | Mapping[str, Any] | Unset = UNSET,
) -> Note:
    """Note order.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        order_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    order_id: int | str,
    *,
    client: Client,
    body: Note | Mapping[str, Any] | Unset = UNSET,
) -> Note:
    """Note order.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        order_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    order_id: int | str,
    *,
    client: Client,
    body: Note | Mapping[str, Any] | Unset = UNSET,
) -> Response[Note]:
    """Note order.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        order_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    order_id: int | str,
    *,
    client: Client,
    body: Note | Mapping[str, Any] | Unset = UNSET,
) -> Response[Note]:
    """Note order.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        order_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
