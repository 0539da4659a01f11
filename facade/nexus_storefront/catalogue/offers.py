"""Prices and stock of variants, and what a discount code is worth. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

import attrs

from ..answer_fields import boolean, integer, text
from ..money import Money

if TYPE_CHECKING:
    from nexus_commerce.models import StorefrontDiscountCodeCheckResponse, StorefrontVariantPricing

    from ..errors import StorefrontError


@attrs.frozen
class VariantOffer:
    """The price of a variant now, and whether it is available."""

    variant_id: int
    """The variant's number."""
    price: Money
    """The price of one piece now."""
    currency: str | None
    """The currency as the service names it, e.g. `IDR`."""
    available: bool | None
    """Whether it can be bought now; None if the service does not say."""
    available_qty: int | None
    """How many are left; None where the store does not count."""
    raw: StorefrontVariantPricing | None = attrs.field(default=None, repr=False, eq=False)
    """The offer as it came."""

    def __str__(self) -> str:
        stock = "" if self.available is None else ", available" if self.available else ", sold out"
        left = "" if self.available_qty is None or not self.available else f" ({self.available_qty})"
        return f"variant {self.variant_id}: {self.price}{stock}{left}"


@attrs.frozen(eq=False, repr=False)
class Offers(Mapping["int | str", VariantOffer]):
    """Offers by the id of their variant, which may be a number or its digits, as a product has it."""

    _found: Mapping[int, VariantOffer]
    left_out: tuple[int, ...] = attrs.field(default=(), kw_only=True)
    """The ids that were asked for and have no offer: the store does not sell them, or `error`."""
    error: StorefrontError | None = attrs.field(default=None, kw_only=True)
    """Why some were not answered, while others were."""

    def __getitem__(self, variant_id: int | str) -> VariantOffer:
        number = integer(variant_id)
        if number is None:
            raise KeyError(variant_id)
        return self._found[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        return f"Offers({self._found!r}, left_out={self.left_out!r}, error={self.error!r})"

    def __str__(self) -> str:
        return "\n".join(map(str, self._found.values())) or "no offers"


def read_offer(entry: object) -> VariantOffer | None:
    """An entry of the answer as an offer; None if it is none, or does not say of which variant."""
    answer = cast("StorefrontVariantPricing", entry)
    variant_id = integer(answer.variant_id) if hasattr(entry, "to_dict") else None
    if variant_id is None:
        return None
    return VariantOffer(
        variant_id=variant_id,
        price=Money.of(answer.price),
        currency=text(answer.currency),
        available=boolean(answer.available),
        available_qty=integer(answer.available_qty),
        raw=answer,
    )


DiscountReason: TypeAlias = Literal[
    "unknown_code",
    "disabled",
    "expired",
    "used_up",
    "below_minimum",
    "not_for_this_page",
    "not_for_this_payment_method",
    "nothing_to_take_off",
]
# The reason that a false detail gives, by the detail's name without case and underscores: the contract names none.
_REASONS: Mapping[str, DiscountReason] = {
    "isenabled": "disabled",
    "isexpirycheck": "expired",
    "isnotexpired": "expired",
    "isusagelimitcheck": "used_up",
    "isunderusagelimit": "used_up",
    "isminimumrevenuecheck": "below_minimum",
    "isminimumrevenuemet": "below_minimum",
    "islimitedtopagescheck": "not_for_this_page",
    "ispagediscountactive": "not_for_this_page",
    "ispageallowed": "not_for_this_page",
    "islimitedtopaymentmethodscheck": "not_for_this_payment_method",
    "ispaymentmethodallowed": "not_for_this_payment_method",
    "isamountnotzero": "nothing_to_take_off",
}


@attrs.frozen
class DiscountCheck:
    """Whether a discount code applies to what is being bought, and what it takes off."""

    code: str
    """The code that was asked for."""
    is_eligible: bool
    """Whether the code applies."""
    discount: Money
    """The amount that it takes off."""
    details: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    """`eligibility_details`: why, in the service's own form; empty for a code that is not known. What was no mapping is
    in one by that name."""
    raw: StorefrontDiscountCodeCheckResponse | None = attrs.field(default=None, repr=False, eq=False)
    """The answer as it came."""

    @property
    def reasons(self) -> tuple[DiscountReason | str, ...]:
        """Why the code does not apply: the details that are false, each under a name of its own or, if it is new, as it
        was sent. Empty for a code that applies."""
        if self.is_eligible:
            return ()
        failed = [name for name, holds in self.details.items() if boolean(holds) is False]
        if not self.details:
            return ("unknown_code",)
        return tuple(dict.fromkeys(_REASONS.get(name.replace("_", "").lower(), name) for name in failed))

    def __str__(self) -> str:
        if self.is_eligible:
            return f"{self.code}: {self.discount} off"
        return f"{self.code}: not applicable" + (f" ({', '.join(self.reasons)})" if self.reasons else "")
