from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_of_product_of_variant_of_bundlelines_of_bundle import BusinessOfProductOfVariantOfBundlelinesOfBundle
    from .item_type_of_product_of_variant_of_bundlelines_of_bundle import (
        ItemTypeOfProductOfVariantOfBundlelinesOfBundle,
    )


class ProductOfVariantOfBundlelinesOfBundle(Model):
    """`ProductOfVariantOfBundlelinesOfBundle` of the contract, as it is received."""

    business: BusinessOfProductOfVariantOfBundlelinesOfBundle | None | Unset = UNSET
    description: str | None | Unset = UNSET
    display: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_inventory: bool | None | Unset = UNSET
    is_multiple: bool | None | Unset = UNSET
    is_product_sharing: bool | None | Unset = UNSET
    item_type: ItemTypeOfProductOfVariantOfBundlelinesOfBundle | str | None | Unset = UNSET
    item_type_name: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    option1_name: str | None | Unset = UNSET
    option2_name: str | None | Unset = UNSET
    option3_name: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET

    _nested = {"business": "BusinessOfProductOfVariantOfBundlelinesOfBundle"}
