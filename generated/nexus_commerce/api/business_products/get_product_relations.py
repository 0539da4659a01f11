"""getProductRelations: GET /v3/products/{product_id}/relations"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.product_relations import ProductRelations

OPERATION = Operation(
    id="getProductRelations",
    method="GET",
    path="/v3/products/{product_id}/relations",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ProductRelations, ProductRelations | ApiErrorResponse] = Answers(
    OPERATION, {200: "ProductRelations", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
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
) -> ProductRelations:
    """Get product relations.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
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
) -> ProductRelations:
    """Get product relations.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
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
) -> Response[ProductRelations | ApiErrorResponse]:
    """Get product relations.

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
) -> Response[ProductRelations | ApiErrorResponse]:
    """Get product relations.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
