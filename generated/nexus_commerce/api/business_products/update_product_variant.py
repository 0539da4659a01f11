"""updateProductVariant: PATCH /v3/variants/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.product_variant_update_request import ProductVariantUpdateRequest
    from ...models.variant import Variant

OPERATION = Operation(
    id="updateProductVariant",
    method="PATCH",
    path="/v3/variants/{id}",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[Variant, Variant | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "Variant",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "id": {
        "pattern": "^(?:[1-9][0-9]*|variant_[A-Za-z0-9_-]+|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})\\Z",
        "minLength": 1,
    },
}
_BODY: dict[str, Any] = {"$ref": "ProductVariantUpdateRequest"}


def _request(
    client: Client,
    id: int | str,
    *,
    body: ProductVariantUpdateRequest | Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    id: int | str,
    *,
    client: Client,
    body: ProductVariantUpdateRequest | Mapping[str, Any] | Unset = UNSET,
) -> Variant:
    """Update product variant.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    id: int | str,
    *,
    client: Client,
    body: ProductVariantUpdateRequest | Mapping[str, Any] | Unset = UNSET,
) -> Variant:
    """Update product variant.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    id: int | str,
    *,
    client: Client,
    body: ProductVariantUpdateRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[Variant | ApiErrorResponse]:
    """Update product variant.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    id: int | str,
    *,
    client: Client,
    body: ProductVariantUpdateRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[Variant | ApiErrorResponse]:
    """Update product variant.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
