"""writeSettings: PUT /settings"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.category import Category

OPERATION = Operation(
    id="writeSettings",
    method="PUT",
    path="/settings",
    tags=("Shop",),
    security=(("bearer",),),
)

_ANSWERS: Answers[dict[str, Category], dict[str, Category]] = Answers(OPERATION, {200: {"*": "Category"}})

_BODY: dict[str, Any] = {"type": ["object"], "needed": True}


def _request(
    client: Client,
    *,
    body: Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: Mapping[str, Any],
) -> dict[str, Category]:
    """Write settings.

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
    body: Mapping[str, Any],
) -> dict[str, Category]:
    """Write settings.

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
    body: Mapping[str, Any],
) -> Response[dict[str, Category]]:
    """Write settings.

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
    body: Mapping[str, Any],
) -> Response[dict[str, Category]]:
    """Write settings.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
