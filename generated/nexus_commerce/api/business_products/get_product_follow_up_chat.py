"""getProductFollowUpChat: GET /v3/products/{product_id}/follow-up-chats/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.managing_follow_up_chat import ManagingFollowUpChat

OPERATION = Operation(
    id="getProductFollowUpChat",
    method="GET",
    path="/v3/products/{product_id}/follow-up-chats/{id}",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ManagingFollowUpChat, ManagingFollowUpChat | ApiErrorResponse] = Answers(
    OPERATION, {200: "ManagingFollowUpChat", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "product_id": {},
    "id": {},
}


def _request(
    client: Client,
    product_id: int | str,
    id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                product_id,
                id,
            ),
        ),
    )


def sync(
    product_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> ManagingFollowUpChat:
    """Get product follow up chat.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        product_id,
        id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    product_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> ManagingFollowUpChat:
    """Get product follow up chat.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        product_id,
        id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    product_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[ManagingFollowUpChat | ApiErrorResponse]:
    """Get product follow up chat.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    product_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[ManagingFollowUpChat | ApiErrorResponse]:
    """Get product follow up chat.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
