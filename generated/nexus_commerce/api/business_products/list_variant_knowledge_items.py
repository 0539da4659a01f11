"""listVariantKnowledgeItems: GET /v3/variants/{variant_id}/knowledge-items"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.list_product_knowledge_items_response_body import ListProductKnowledgeItemsResponseBody

OPERATION = Operation(
    id="listVariantKnowledgeItems",
    method="GET",
    path="/v3/variants/{variant_id}/knowledge-items",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ListProductKnowledgeItemsResponseBody, ListProductKnowledgeItemsResponseBody | ApiErrorResponse] = (
    Answers(
        OPERATION,
        {
            200: "ListProductKnowledgeItemsResponseBody",
            401: "ApiErrorResponse",
            403: "ApiErrorResponse",
            404: "ApiErrorResponse",
        },
    )
)

_PATH: Rules = {
    "variant_id": {
        "pattern": "^(?:[1-9][0-9]*|variant_[A-Za-z0-9_-]+|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})\\Z",
        "minLength": 1,
    },
}
_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"], "maximum": 25},
    "previous_cursor": {"type": ["string"]},
}


def _request(
    client: Client,
    variant_id: int | str,
    *,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (variant_id,)),
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
    variant_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> ListProductKnowledgeItemsResponseBody:
    """List variant knowledge items.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        variant_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    variant_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> ListProductKnowledgeItemsResponseBody:
    """List variant knowledge items.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        variant_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    variant_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[ListProductKnowledgeItemsResponseBody | ApiErrorResponse]:
    """List variant knowledge items.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        variant_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    variant_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[ListProductKnowledgeItemsResponseBody | ApiErrorResponse]:
    """List variant knowledge items.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        variant_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
