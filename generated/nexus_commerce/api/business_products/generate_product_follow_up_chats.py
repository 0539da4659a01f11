"""generateProductFollowUpChats: POST /v3/products/{product_id}/follow-up-chats/generate"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="generateProductFollowUpChats",
    method="POST",
    path="/v3/products/{product_id}/follow-up-chats/generate",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "product_id": {},
}


def _request(
    client: Client,
    product_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (product_id,)),
    )


def sync(
    product_id: int | str,
    *,
    client: Client,
) -> None:
    """Generate product follow up chats.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        product_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    product_id: int | str,
    *,
    client: Client,
) -> None:
    """Generate product follow up chats.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        product_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    product_id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Generate product follow up chats.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    product_id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Generate product follow up chats.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
