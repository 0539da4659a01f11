from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_variant_pricing import StorefrontVariantPricing


class StorefrontVariantPricingResponse(Model):
    """`StorefrontVariantPricingResponse` of the contract, as it is received."""

    data: list[StorefrontVariantPricing] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["StorefrontVariantPricing"]}
