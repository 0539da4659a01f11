from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontCustomerFacingOrderLine(Model):
    """`StorefrontCustomerFacingOrderLine` of the contract, as it is received."""

    currency: str | None | Unset = UNSET
    discount: str | float | None | Unset = UNSET
    discount_code_discount: str | float | None | Unset = UNSET
    id: str | None | Unset = UNSET
    interval: str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    is_file_enabled: bool | None | Unset = UNSET
    is_license_enabled: bool | None | Unset = UNSET
    is_lms_enabled: bool | None | Unset = UNSET
    item_type: str | None | Unset = UNSET
    pricing_type: str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    product_price: str | float | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
    variant: int | str | None | Unset = UNSET
    variant_option1_value: str | None | Unset = UNSET
    variant_option2_value: str | None | Unset = UNSET
    variant_option3_value: str | None | Unset = UNSET
    variant_price: str | float | None | Unset = UNSET
    variant_sku: str | None | Unset = UNSET
    weight: int | str | None | Unset = UNSET

    _printed = "{quantity} × {product_name}: {variant_price}"
