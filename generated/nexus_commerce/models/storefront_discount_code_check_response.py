from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_discount_code import StorefrontDiscountCode


class StorefrontDiscountCodeCheckResponse(Model):
    """`StorefrontDiscountCodeCheckResponse` of the contract, as it is received."""

    discount_code: StorefrontDiscountCode | None | Unset = UNSET
    discount_code_discount: str | float | None | Unset = UNSET
    eligibility_details: dict[str, Any] | None | Unset = UNSET
    is_eligible: bool | None | Unset = UNSET

    _nested = {"discount_code": "StorefrontDiscountCode"}
