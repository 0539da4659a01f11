"""addProductOption: POST /v3/products/{product_id}/add-option"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.add_product_option_request import AddProductOptionRequest
    from ...models.api_error_response import ApiErrorResponse
    from ...models.product import Product

OPERATION = Operation(
    id="addProductOption",
    method="POST",
    path="/v3/products/{product_id}/add-option",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[Product, Product | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "Product",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "product_id": {},
}
_BODY: dict[str, Any] = {"$ref": "AddProductOptionRequest", "needed": True}


def _request(
    client: Client,
    product_id: int | str,
    *,
    body: AddProductOptionRequest | Mapping[str, Any],
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
    body: AddProductOptionRequest | Mapping[str, Any],
) -> Product:
    """Add product option.

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
    body: AddProductOptionRequest | Mapping[str, Any],
) -> Product:
    """Add product option.

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
    body: AddProductOptionRequest | Mapping[str, Any],
) -> Response[Product | ApiErrorResponse]:
    """Add product option.

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
    body: AddProductOptionRequest | Mapping[str, Any],
) -> Response[Product | ApiErrorResponse]:
    """Add product option.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
