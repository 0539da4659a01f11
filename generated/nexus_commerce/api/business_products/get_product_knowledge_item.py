"""getProductKnowledgeItem: GET /v3/products/{product_id}/knowledge-items/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.product_knowledge_item import ProductKnowledgeItem

OPERATION = Operation(
    id="getProductKnowledgeItem",
    method="GET",
    path="/v3/products/{product_id}/knowledge-items/{id}",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ProductKnowledgeItem, ProductKnowledgeItem | ApiErrorResponse] = Answers(
    OPERATION, {200: "ProductKnowledgeItem", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
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
) -> ProductKnowledgeItem:
    """Get product knowledge item.

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
) -> ProductKnowledgeItem:
    """Get product knowledge item.

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
) -> Response[ProductKnowledgeItem | ApiErrorResponse]:
    """Get product knowledge item.

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
) -> Response[ProductKnowledgeItem | ApiErrorResponse]:
    """Get product knowledge item.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
