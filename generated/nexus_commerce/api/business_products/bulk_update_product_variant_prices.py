"""bulkUpdateProductVariantPrices: PATCH /v3/products/{product_id}/variants/bulk"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.bulk_update_product_variant_prices_request import BulkUpdateProductVariantPricesRequest

OPERATION = Operation(
    id="bulkUpdateProductVariantPrices",
    method="PATCH",
    path="/v3/products/{product_id}/variants/bulk",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION,
    {204: None, 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"},
)

_PATH: Rules = {
    "product_id": {},
}
_BODY: dict[str, Any] = {"$ref": "BulkUpdateProductVariantPricesRequest", "needed": True}


def _request(
    client: Client,
    product_id: int | str,
    *,
    body: BulkUpdateProductVariantPricesRequest | Mapping[str, Any],
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
    body: BulkUpdateProductVariantPricesRequest | Mapping[str, Any],
) -> None:
    """Bulk update product variant prices.

    Raises `ErrorStatus` on every status code but 2xx.
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
    body: BulkUpdateProductVariantPricesRequest | Mapping[str, Any],
) -> None:
    """Bulk update product variant prices.

    Raises `ErrorStatus` on every status code but 2xx.
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
    body: BulkUpdateProductVariantPricesRequest | Mapping[str, Any],
) -> Response[ApiErrorResponse | None]:
    """Bulk update product variant prices.

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
    body: BulkUpdateProductVariantPricesRequest | Mapping[str, Any],
) -> Response[ApiErrorResponse | None]:
    """Bulk update product variant prices.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
