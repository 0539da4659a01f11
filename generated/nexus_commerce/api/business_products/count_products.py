"""countProducts: GET /v3/products/count"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.count_products_response_body import CountProductsResponseBody
    from ...models.item_type_parameter_of_count_products import ItemTypeParameterOfCountProducts
    from ...models.pricing_type_parameter_of_count_products import PricingTypeParameterOfCountProducts
    from ...models.qty_type_parameter_of_count_products import QtyTypeParameterOfCountProducts

OPERATION = Operation(
    id="countProducts",
    method="GET",
    path="/v3/products/count",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[CountProductsResponseBody, CountProductsResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "CountProductsResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "is_checked": {"type": ["boolean"]},
    "is_inventory": {"type": ["boolean"]},
    "is_owned": {"type": ["boolean"]},
    "is_product_sharing": {"type": ["boolean"]},
    "item_type": {"type": ["string"], "enum": ["course", "digital", "license", "physical", "subscription"]},
    "label": {"type": ["string"]},
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"], "maximum": 25},
    "previous_cursor": {"type": ["string"]},
    "pricing_type": {"type": ["string"], "enum": ["one_time", "recurring"]},
    "qty_type": {"type": ["string"], "enum": ["available_qty"]},
    "search": {"type": ["string"]},
    "store_id": {"type": ["integer"]},
    "warehouse_id": {"type": ["integer"]},
}


def _request(
    client: Client,
    *,
    is_checked: bool | Unset = UNSET,
    is_inventory: bool | Unset = UNSET,
    is_owned: bool | Unset = UNSET,
    is_product_sharing: bool | Unset = UNSET,
    item_type: ItemTypeParameterOfCountProducts | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    pricing_type: PricingTypeParameterOfCountProducts | Unset = UNSET,
    qty_type: QtyTypeParameterOfCountProducts | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    warehouse_id: int | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                is_checked,
                is_inventory,
                is_owned,
                is_product_sharing,
                item_type,
                label,
                next_cursor,
                page_size,
                previous_cursor,
                pricing_type,
                qty_type,
                search,
                store_id,
                warehouse_id,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    is_checked: bool | Unset = UNSET,
    is_inventory: bool | Unset = UNSET,
    is_owned: bool | Unset = UNSET,
    is_product_sharing: bool | Unset = UNSET,
    item_type: ItemTypeParameterOfCountProducts | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    pricing_type: PricingTypeParameterOfCountProducts | Unset = UNSET,
    qty_type: QtyTypeParameterOfCountProducts | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    warehouse_id: int | Unset = UNSET,
) -> CountProductsResponseBody:
    """Count products.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        is_checked=is_checked,
        is_inventory=is_inventory,
        is_owned=is_owned,
        is_product_sharing=is_product_sharing,
        item_type=item_type,
        label=label,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        pricing_type=pricing_type,
        qty_type=qty_type,
        search=search,
        store_id=store_id,
        warehouse_id=warehouse_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    is_checked: bool | Unset = UNSET,
    is_inventory: bool | Unset = UNSET,
    is_owned: bool | Unset = UNSET,
    is_product_sharing: bool | Unset = UNSET,
    item_type: ItemTypeParameterOfCountProducts | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    pricing_type: PricingTypeParameterOfCountProducts | Unset = UNSET,
    qty_type: QtyTypeParameterOfCountProducts | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    warehouse_id: int | Unset = UNSET,
) -> CountProductsResponseBody:
    """Count products.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        is_checked=is_checked,
        is_inventory=is_inventory,
        is_owned=is_owned,
        is_product_sharing=is_product_sharing,
        item_type=item_type,
        label=label,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        pricing_type=pricing_type,
        qty_type=qty_type,
        search=search,
        store_id=store_id,
        warehouse_id=warehouse_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    is_checked: bool | Unset = UNSET,
    is_inventory: bool | Unset = UNSET,
    is_owned: bool | Unset = UNSET,
    is_product_sharing: bool | Unset = UNSET,
    item_type: ItemTypeParameterOfCountProducts | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    pricing_type: PricingTypeParameterOfCountProducts | Unset = UNSET,
    qty_type: QtyTypeParameterOfCountProducts | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    warehouse_id: int | Unset = UNSET,
) -> Response[CountProductsResponseBody | ApiErrorResponse]:
    """Count products.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        is_checked=is_checked,
        is_inventory=is_inventory,
        is_owned=is_owned,
        is_product_sharing=is_product_sharing,
        item_type=item_type,
        label=label,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        pricing_type=pricing_type,
        qty_type=qty_type,
        search=search,
        store_id=store_id,
        warehouse_id=warehouse_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    is_checked: bool | Unset = UNSET,
    is_inventory: bool | Unset = UNSET,
    is_owned: bool | Unset = UNSET,
    is_product_sharing: bool | Unset = UNSET,
    item_type: ItemTypeParameterOfCountProducts | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    pricing_type: PricingTypeParameterOfCountProducts | Unset = UNSET,
    qty_type: QtyTypeParameterOfCountProducts | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    warehouse_id: int | Unset = UNSET,
) -> Response[CountProductsResponseBody | ApiErrorResponse]:
    """Count products.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        is_checked=is_checked,
        is_inventory=is_inventory,
        is_owned=is_owned,
        is_product_sharing=is_product_sharing,
        item_type=item_type,
        label=label,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        pricing_type=pricing_type,
        qty_type=qty_type,
        search=search,
        store_id=store_id,
        warehouse_id=warehouse_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
