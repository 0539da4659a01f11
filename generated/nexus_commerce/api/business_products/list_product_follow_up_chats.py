"""listProductFollowUpChats: GET /v3/products/{product_id}/follow-up-chats"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.list_product_follow_up_chats_response_body import ListProductFollowUpChatsResponseBody

OPERATION = Operation(
    id="listProductFollowUpChats",
    method="GET",
    path="/v3/products/{product_id}/follow-up-chats",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ListProductFollowUpChatsResponseBody, ListProductFollowUpChatsResponseBody | ApiErrorResponse] = (
    Answers(
        OPERATION,
        {
            200: "ListProductFollowUpChatsResponseBody",
            401: "ApiErrorResponse",
            403: "ApiErrorResponse",
            404: "ApiErrorResponse",
        },
    )
)

_PATH: Rules = {
    "product_id": {},
}
_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"], "maximum": 25},
    "previous_cursor": {"type": ["string"]},
}


def _request(
    client: Client,
    product_id: int | str,
    *,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (product_id,)),
        query=(
            _QUERY,
            (
                next_cursor,
                page_size,
                previous_cursor,
            ),
        ),
    )


def sync(
    product_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> ListProductFollowUpChatsResponseBody:
    """List product follow up chats.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        product_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    product_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> ListProductFollowUpChatsResponseBody:
    """List product follow up chats.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        product_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    product_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[ListProductFollowUpChatsResponseBody | ApiErrorResponse]:
    """List product follow up chats.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    product_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[ListProductFollowUpChatsResponseBody | ApiErrorResponse]:
    """List product follow up chats.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
