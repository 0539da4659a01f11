"""createProduct: POST /v3/products"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.create_request_product import CreateRequestProduct
    from ...models.product import Product

OPERATION = Operation(
    id="createProduct",
    method="POST",
    path="/v3/products",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[Product, Product | ApiErrorResponse] = Answers(
    OPERATION, {200: "Product", 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_BODY: dict[str, Any] = {"$ref": "CreateRequestProduct"}


def _request(
    client: Client,
    *,
    body: CreateRequestProduct | Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: CreateRequestProduct | Mapping[str, Any] | Unset = UNSET,
) -> Product:
    """Create product.

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
    body: CreateRequestProduct | Mapping[str, Any] | Unset = UNSET,
) -> Product:
    """Create product.

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
    body: CreateRequestProduct | Mapping[str, Any] | Unset = UNSET,
) -> Response[Product | ApiErrorResponse]:
    """Create product.

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
    body: CreateRequestProduct | Mapping[str, Any] | Unset = UNSET,
) -> Response[Product | ApiErrorResponse]:
    """Create product.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
