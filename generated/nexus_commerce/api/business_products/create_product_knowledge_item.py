"""createProductKnowledgeItem: POST /v3/products/{product_id}/knowledge-items"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.create_update_product_knowledge_item_request import CreateUpdateProductKnowledgeItemRequest
    from ...models.product_knowledge_item import ProductKnowledgeItem

OPERATION = Operation(
    id="createProductKnowledgeItem",
    method="POST",
    path="/v3/products/{product_id}/knowledge-items",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ProductKnowledgeItem, ProductKnowledgeItem | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "ProductKnowledgeItem",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "product_id": {},
}
_BODY: dict[str, Any] = {"$ref": "CreateUpdateProductKnowledgeItemRequest"}


def _request(
    client: Client,
    product_id: int | str,
    *,
    body: CreateUpdateProductKnowledgeItemRequest | Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (product_id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    product_id: int | str,
    *,
    client: Client,
    body: CreateUpdateProductKnowledgeItemRequest | Mapping[str, Any] | Unset = UNSET,
) -> ProductKnowledgeItem:
    """Create product knowledge item.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    product_id: int | str,
    *,
    client: Client,
    body: CreateUpdateProductKnowledgeItemRequest | Mapping[str, Any] | Unset = UNSET,
) -> ProductKnowledgeItem:
    """Create product knowledge item.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    product_id: int | str,
    *,
    client: Client,
    body: CreateUpdateProductKnowledgeItemRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[ProductKnowledgeItem | ApiErrorResponse]:
    """Create product knowledge item.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    product_id: int | str,
    *,
    client: Client,
    body: CreateUpdateProductKnowledgeItemRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[ProductKnowledgeItem | ApiErrorResponse]:
    """Create product knowledge item.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
