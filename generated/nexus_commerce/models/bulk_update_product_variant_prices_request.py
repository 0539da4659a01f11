from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    from .field_of_bulk_update_product_variant_prices_request import FieldOfBulkUpdateProductVariantPricesRequest


class BulkUpdateProductVariantPricesRequest(Model):
    """`BulkUpdateProductVariantPricesRequest` of the contract, only ever sent."""

    field: FieldOfBulkUpdateProductVariantPricesRequest
    value: float

    _required = ("field", "value")
    _rules = {
        "type": ["object"],
        "properties": {"field": {"type": ["string"], "enum": ["price", "weight"]}, "value": {"type": ["number"]}},
        "required": ["field", "value"],
    }
