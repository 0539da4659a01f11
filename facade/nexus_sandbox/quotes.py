"""What a purchase costs, worked out by the shop alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .calls import Json, invalid
from .carts import Line
from .discounts import Verdict, judge
from .payments import METHODS, Method, enabled_methods, service_fee
from .settings import Settings
from .shipping import Option
from .store import Store

PACKING_FEE = 2_000
PACKING_NAME = "Biaya kemas"


def read_method(settings: Settings, code: str | None) -> Method | None:
    """Return the payment method a body names. Refuses `no_payment`, an unknown and a disabled one."""
    if code is None:
        return None
    if code not in enabled_methods(settings):
        raise invalid("payment_method", "is not a payment method of this store", "payment_method_unavailable")
    return METHODS[code]


@dataclass(frozen=True, slots=True)
class Quote:
    """A priced purchase. Amounts in rupiah; `gross_revenue` is what the buyer pays."""

    lines: tuple[Line, ...]
    shipping: Option | None
    method: Method | None
    verdict: Verdict | None

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
    def other_income(self) -> int:
        return PACKING_FEE if any(line.physical for line in self.lines) else 0

    @property
    def other_income_name(self) -> str | None:
        return PACKING_NAME if self.other_income else None

    @property
    def before_fee(self) -> int:
        return self.product_price - self.discount + self.shipping_cost + self.other_income

    @property
    def service_fee(self) -> int:
        return service_fee(self.method, self.before_fee)

    @property
    def gross_revenue(self) -> int:
        return self.before_fee + self.service_fee

    def as_summary(self) -> Json:
        return {
            "product_price": f"{self.product_price}.00",
            "shipping_cost": str(self.shipping_cost),
            "other_income": self.other_income,
            "other_income_name": self.other_income_name,
            "service_fee": float(self.service_fee),
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
