"""What a purchase costs, worked out by the shop alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..refusals import Json, invalid
from ..settings import Settings
from ..store import Store
from .carts import Line
from .discounts import DiscountVerdict, judge
from .payments import METHODS, Method, enabled_methods
from .shipping import Option

_PACKING, _PACKING_NAME, _COD_NAME = 2_000, "Biaya kemas", "biaya COD"
_LINK = "payment_link"


def read_method(settings: Settings, code: str | None) -> Method | None:
    """Return the payment method a body names; none named is a payment link where the shop asks in two steps.

    Refuses `no_payment`, an unknown and a disabled one.
    """
    offered = enabled_methods(settings)
    if code is None:
        return METHODS[_LINK] if settings.strict_two_step and _LINK in offered else None
    if code not in offered:
        raise invalid("payment_method", "is not a payment method of this store", "payment_method_unavailable")
    return METHODS[code]


@dataclass(frozen=True, slots=True)
class Charges:
    """What is added to the goods and their way, in rupiah."""

    other_income: int
    other_income_name: str | None
    service_fee: int


def charges(method: Method | None, amount: int, *, physical: bool) -> Charges:
    """The charges on `amount` rupiah. Other charges come first, and the provider's fee is reckoned on top of them.

    A payment link has none of either until a method is chosen on its page. Fractions are rounded up to a rupiah.
    """
    if method is not None and method.code == _LINK:
        return Charges(0, None, 0)
    packing = _PACKING if physical else 0
    of_method = _permille(amount, method.charge_permille) if method else 0
    names = [name for name, part in ((_PACKING_NAME, packing), (_COD_NAME, of_method)) if part]
    other = packing + of_method
    fee = method.fee + _permille(amount + other, method.fee_permille) if method else 0
    return Charges(other, " dan ".join(names) or None, fee)


def _permille(amount: int, permille: int) -> int:
    return -(-amount * permille // 1000)


@dataclass(frozen=True, slots=True)
class Quote:
    """A priced purchase. Amounts in rupiah; `gross_revenue` is what the buyer pays."""

    lines: tuple[Line, ...]
    shipping: Option | None
    method: Method | None
    verdict: DiscountVerdict | None

    @property
    def product_price(self) -> int:
        return sum(line.total for line in self.lines)

    @property
    def shipping_cost(self) -> int:
        return self.shipping.cost if self.shipping else 0

    @property
    def discount(self) -> int:
        return self.verdict.discount if self.verdict else 0

    @property
    def charges(self) -> Charges:
        amount = self.product_price - self.discount + self.shipping_cost
        return charges(self.method, amount, physical=any(line.physical for line in self.lines))

    @property
    def gross_revenue(self) -> int:
        added = self.charges
        return self.product_price - self.discount + self.shipping_cost + added.other_income + added.service_fee

    def as_summary(self) -> Json:
        added = self.charges
        return {
            "product_price": f"{self.product_price}.00",
            "shipping_cost": str(self.shipping_cost),
            "other_income": added.other_income,
            "other_income_name": added.other_income_name,
            "service_fee": float(added.service_fee),
            "gross_revenue": f"{self.gross_revenue}.00",
        }


def make_quote(
    store: Store, lines: Sequence[Line], shipping: Option | None, method: Method | None, code: str | None, now: float
) -> Quote:
    """Price a purchase. Refuses a discount code that is unknown or does not fit."""
    verdict = None
    if code:
        verdict = judge(
            store, code, now=now, product_price=sum(line.total for line in lines),
            shipping_cost=shipping.cost if shipping else 0, payment_method=method.code if method else None,
        )  # fmt: skip
        if not verdict.eligible:
            raise invalid("discount_code_code", "cannot be used for this order", "discount_code_ineligible")
    return Quote(tuple(lines), shipping, method, verdict)
