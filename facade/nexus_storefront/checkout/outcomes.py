"""How a checkout can end, and the quote it is placed on. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from ..arguments import number, sequence
from ..contents import Content
from ..errors import InvalidInput, StorefrontError
from ..frames import bare
from ..money import Breakdown, Money, PriceChange
from ..order_journal.attempt import Evidence, NoOrder, OrderAttempt
from ..payments.state import next_page

if TYPE_CHECKING:
    from nexus_commerce.models import (
        CustomerCheckoutSummaryResponse,
        StorefrontCheckoutSummaryResponse,
        StorefrontCustomerFacingOrder,
        StorefrontPublicOrder,
    )

    from ..payments import PaymentInstructions


def _seconds(pauses: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(number("settle_reads", pause) for pause in sequence("settle_reads", pauses, "seconds"))


@attrs.frozen
class CheckoutPolicy:
    """Limits of a checkout, in seconds."""

    quote_max_age: float = 600.0
    """An older quote is refused by `place()`."""
    settle_reads: tuple[float, ...] = attrs.field(default=(0.0, 1.0, 2.0, 4.0, 8.0), converter=_seconds)
    """After an answer was lost: the pauses before each look at the cart and at the orders."""
    settle_after: float = 120.0
    """How long a request whose answer was lost may still be at work at the service. Only after that does an untouched
    cart mean that no order was made."""

    def __attrs_post_init__(self) -> None:
        age = number("quote_max_age", self.quote_max_age)
        number("settle_after", self.settle_after)
        if not age or not self.settle_reads:
            raise InvalidInput("a quote lasts for some time (quote_max_age), and one look is needed (settle_reads)")


@attrs.frozen
class Quote:
    """The price of an order, as the service computed it for the choices of that moment."""

    content: Content
    """The goods: (type, id, quantity) of each item."""
    request: Mapping[str, Any] = attrs.field(repr=False)
    """The body of the request for it: everything that decides the amount."""
    made_at: float = attrs.field(repr=False)
    """Monotonic seconds."""
    summary: StorefrontCheckoutSummaryResponse | CustomerCheckoutSummaryResponse = attrs.field(repr=False)
    """The answer itself."""

    def __str__(self) -> str:
        *parts, total = str(self.breakdown).splitlines()
        less = [f"discount code {-self.discount}"] if self.discount else []
        return "\n".join([*parts, *less, total])

    @cached_property
    def breakdown(self) -> Breakdown:
        """The parts of the amount, and whether they add up to it."""
        return Breakdown.of(self.summary)

    @cached_property
    def total(self) -> Money:
        """`gross_revenue`: what the buyer pays."""
        return Money.of(self.summary.gross_revenue)

    @property
    def discount(self) -> Money:
        """The amount that the discount code takes off. A summary has no field for it: it is computed as the amount by
        which the parts exceed the total."""
        if "discount_code_code" not in self.request or not self.breakdown.is_readable:
            return Money(0)
        return max(Money(0), -self.breakdown.difference)


@attrs.frozen
class Placed:
    """The order exists."""

    attempt_id: str
    """Names the attempt, for `checkout.resume` and the journal."""
    evidence: Evidence
    """`answer`: the service said so. `order`: found in the customer's order list, or announced by a webhook, after the
    answer was lost. `intent`: it was lost, and an order has completed the checkout intent that went along. `cart`: it
    was lost, and the cart has been emptied as an order empties it."""
    order: StorefrontPublicOrder | StorefrontCustomerFacingOrder | None = attrs.field(default=None, repr=False)
    """The order, if it could be read. After a lost answer a guest cannot look it up: the buyer has the service's mail.
    """
    price_change: PriceChange | None = None
    """How the order's amount differs from the quote; None if it does not, or if that is not known."""
    secret_slug: str | None = attrs.field(default=None, repr=False)
    """Opens the order: `orders.get`, `orders.instructions`. A secret; None where the order could not be read."""
    order_id: str | None = None
    """The order number that people see; None where it could not be read."""

    def __str__(self) -> str:
        lines = [f"ordered: {self.order_id or 'the buyer has the mail about it'}"]
        if self.price_change is not None:
            lines.append(f"the amount has changed: {self.price_change}")
        if self.instructions is not None:
            lines.append(str(self.instructions))
        return "\n".join(lines)

    @property
    def next_page(self) -> str | None:
        """Where to send the shopper: the order's `redirect_url`, else its `public_order_url`."""
        return next_page(self.order)

    @property
    def instructions(self) -> PaymentInstructions | None:
        """How to pay, as far as the order says it by now; `orders.instructions` has them made."""
        from ..payments import read_payment

        return None if self.order is None else read_payment(self.order)


@attrs.frozen
class NotPlaced:
    """No order was made. Trying again is safe: `checkout.again()`."""

    attempt_id: str
    """Names the attempt."""
    reason: NoOrder
    """`refused`: the service said no. `never_sent`: no connection came about. `not_found`: the answer was lost, and
    once the service was done with the request there was no trace of an order. `dismissed`: a person said so."""
    error: StorefrontError | None = None
    """The error of the request, if it ended with one."""

    def __attrs_post_init__(self) -> None:
        bare(self.error)

    def __str__(self) -> str:
        return f"no order was made ({self.reason})" + (f": {self.error}" if self.error else "")

    @property
    def retry_after(self) -> float | None:
        """Seconds that the service asked to wait, if it did."""
        return getattr(self.error, "retry_after", None)


@attrs.frozen
class Unknown:
    """It is not known whether the order exists. Do not order again: look again, `shop.checkout.resume(attempt_id)`."""

    attempt_id: str
    """Names the attempt, for `checkout.resume` and `checkout.dismiss`."""
    reason: str
    """Why it is not known, for a person to read."""
    check_after: float | None = None
    """Seconds until another look will settle it; None when only a person can (e.g. the cart was changed meanwhile)."""
    error: StorefrontError | None = None
    """The error that ended the request, if there was one."""

    def __attrs_post_init__(self) -> None:
        bare(self.error)

    def __str__(self) -> str:
        resume = f"shop.checkout.resume({self.attempt_id!r})"
        then = "a person has to look" if self.check_after is None else f"in {self.check_after:.0f} s: {resume}"
        return f"not known whether an order was made, do not order again: {self.reason}; {then}"


@attrs.frozen
class Announced:
    """An attempt whose order the service announced."""

    placed: Placed
    was: Literal["unknown", "placed", "not_placed"]
    """What was known of it before. After `not_placed` somebody may have ordered again: then there are two orders."""


Outcome: TypeAlias = Placed | NotPlaced | Unknown


@attrs.frozen
class AttemptRecord:
    """An attempt as the journal has it, without asking the service."""

    attempt_id: str
    """Names the attempt."""
    state: Literal["unsettled", "placed", "not_placed"]
    """How it ended; `unsettled`: that is not known yet."""
    until: float
    """Epoch seconds: by then the sending side was done with it."""
    customer: str
    """The shop's label for its shopper."""
    order_id: str | None = None
    """The order number that people see, once it is known."""
    secret_slug: str | None = attrs.field(default=None, repr=False)
    """Opens the order, once it is known. A secret."""
    reason: NoOrder | None = None
    """Why there is no order."""
    evidence: Evidence | None = None
    """How it is known that there is an order; see `Placed`."""

    def __str__(self) -> str:
        known = self.order_id or self.reason
        return f"{self.attempt_id}: {self.state}" + (f" ({known})" if known else "")

    @classmethod
    def of(cls, attempt: OrderAttempt) -> AttemptRecord:
        """The record of an attempt that was sent, or may have been."""
        state: Any = {"sending": "unsettled"}.get(attempt.phase, attempt.phase)
        known = attempt.order_id, attempt.secret_slug, attempt.reason, attempt.evidence
        return cls(attempt.id, state, attempt.until, attempt.customer, *known)
