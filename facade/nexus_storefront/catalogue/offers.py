"""Prices and stock of variants, and what a discount code is worth. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from ..answer_fields import boolean, field, integer, text
from ..money import Money

if TYPE_CHECKING:
    from nexus_commerce.models import (
        StorefrontDiscountCodeCheckResponse,
        StorefrontVariantPricing,
    )


@attrs.frozen
class VariantOffer:
    """What a variant costs now, and whether it can be had."""

    variant_id: int
    price: Money
    currency: str | None
    available: bool | None
    available_qty: int | None
    """How many are left; None where the store does not count."""
    raw: StorefrontVariantPricing | None = attrs.field(default=None, repr=False, eq=False)


def read_offer(answer: Any) -> VariantOffer | None:
    variant_id = integer(field(answer, "variant_id"))
    if variant_id is None:
        return None
    return VariantOffer(
        variant_id=variant_id,
        price=Money.of(field(answer, "price")),
        currency=text(field(answer, "currency")),
        available=boolean(field(answer, "available")),
        available_qty=integer(field(answer, "available_qty")),
        raw=answer,
    )


@attrs.frozen
class DiscountCheck:
    """Whether a discount code applies to what is being bought, and what it takes off."""

    code: str
    is_eligible: bool
    discount: Money
    details: object = attrs.field(default=None, repr=False)
    """`eligibility_details`: why, in the service's own form."""
    raw: StorefrontDiscountCodeCheckResponse | None = attrs.field(default=None, repr=False, eq=False)
