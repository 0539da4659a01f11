from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class OrderlinesOfStorefrontPublicOrder(Model):
    """`OrderlinesOfStorefrontPublicOrder` of the contract, as it is received."""

    item_type: str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
    variant_option1_value: str | None | Unset = UNSET
    variant_option2_value: str | None | Unset = UNSET
    variant_option3_value: str | None | Unset = UNSET
    variant_price: str | float | None | Unset = UNSET

    _printed = "{quantity} × {product_name}: {variant_price}"
