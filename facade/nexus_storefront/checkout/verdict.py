"""The journal of a checkout's attempt, and what may be concluded after its answer was lost. Pure: no clock, no I/O.

An order cannot be asked for by its attempt: the service knows no idempotency key. What it does document is that an
order made with both items and a cart empties that cart once it exists; and a customer's orders can be listed. So before
the one request is sent, what the cart held and which orders there were is written down, and afterwards compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import attrs

from ..answer_fields import field, integer, items_of, moment, text
from ..contents import Content
from ..errors import StatusError, StorefrontError
from ..money import Money
from ..order_journal.attempt import OrderAttempt

_SLUG = re.compile(rb'"secret_slug"\s*:\s*"([A-Za-z0-9_-]{1,128})"')


def answered(error: StorefrontError) -> bool:
    """Whether the service itself reported a failure: the request is over, though it may have taken effect."""
    body = error.json() if isinstance(error, StatusError) and error.status in (500, 501) else None
    return isinstance(body, dict) and "error" in body


def slug_in(body: bytes) -> str | None:
    """The secret slug of an order in an answer of whatever form."""
    found = _SLUG.search(body)
    return found[1].decode() if found else None


@attrs.frozen
class Look:
    """One look at the witnesses. None: could not be looked at, or did not tell for certain."""

    cart: Content | None = None
    orders: Sequence[object] | None = None
    complete: bool = True
    """The list of orders went back to orders that were there before."""
    intent_completed: bool | None = None
    """Whether the checkout intent that went along was completed by an order."""


Conclusion: TypeAlias = Literal[
    "order", "completed", "emptied", "untouched", "changed", "ambiguous", "unclear", "blind"
]


@attrs.frozen
class Judgement:
    """What one look says.

    `order`: this is the order. `completed`: an order completed the intent that went along. `emptied`: an order emptied
    the cart. `untouched`: no trace of an order. `changed`: the cart was changed by someone. `ambiguous`: the witnesses
    disagree, or there are new orders that may be this one or not. `unclear`: the cart is no witness. `blind`: nothing
    could be looked at.
    """

    conclusion: Conclusion
    order: object = attrs.field(default=None, repr=False)


def judge(attempt: OrderAttempt, seen: Look) -> Judgement:
    """What one look at the witnesses says about an attempt."""
    # First, the best witness there is.
    emptied = bool(attempt.held) and seen.cart == () and not attempt.spoiled
    if seen.intent_completed is not None:
        return _by_intent(attempt, seen, emptied)
    # Then a customer's orders, with the cart beside them.
    if attempt.account is not None and seen.orders is not None and attempt.orders is not None:
        fresh = [order for order in seen.orders if _is_new(attempt, attempt.orders, order)]
        fits = [_is_this(attempt, order) for order in fresh]
        if len(fresh) == 1 and (fits[0] or (emptied and fits[0] is None)):
            return Judgement("order", fresh[0])
        if fits.count(True) == 1 and None not in fits:
            return Judgement("order", fresh[fits.index(True)])
        if emptied and not seen.complete:
            return Judgement("emptied")
        if emptied or any(fit is not False for fit in fits):
            # A list may lag behind a cart; else someone else emptied it.
            return Judgement("ambiguous")
        if seen.complete:
            return Judgement("untouched")
    # Then the cart alone.
    if not attempt.held or seen.cart is None:
        return Judgement("blind")
    if emptied:
        return Judgement("emptied")
    if seen.cart != attempt.held or attempt.added:
        return Judgement("changed")
    return Judgement("untouched" if attempt.clears else "unclear")


def _by_intent(attempt: OrderAttempt, seen: Look, emptied: bool) -> Judgement:
    """The intent is the best witness: an order completes it, and one that failed leaves it open."""
    fresh = [order for order in seen.orders or () if _is_new(attempt, attempt.orders or (), order)]
    mine = [order for order in fresh if _is_this(attempt, order)] if attempt.orders is not None else []
    if seen.intent_completed:
        return Judgement("order", mine[0]) if len(mine) == 1 else Judgement("completed")
    return Judgement("ambiguous" if emptied or mine else "untouched")


def order_ids(orders: Iterable[object]) -> tuple[str, ...]:
    """The ids of a customer's orders, as an attempt keeps them."""
    return tuple(_order_id(order) for order in orders)


def newest_of(orders: Iterable[object]) -> float | None:
    """When the newest of a customer's orders was made, in epoch seconds."""
    return max((made for made in map(_made_at, orders) if made is not None), default=None)


def _order_id(order: object) -> str:
    return text(field(order, "id")) or text(field(order, "order_id")) or ""


def _made_at(order: object) -> float | None:
    made = moment(field(order, "created_at"))
    return None if made is None else made.timestamp()


def _is_new(attempt: OrderAttempt, before: tuple[str, ...], order: object) -> bool:
    """Whether an order was made since: not one known before, nor an older one that has come up in the list."""
    made = _made_at(order)
    older = made is not None and attempt.newest is not None and made < attempt.newest
    return not older and _order_id(order) not in before


def _is_this(attempt: OrderAttempt, order: object) -> bool | None:
    """Whether an order is the one of this attempt; None if its content does not tell."""
    wanted = attempt.ordered if attempt.ordered is not None else attempt.held
    if all(kind == "variant" for kind, _, _ in wanted):
        variants = _variants(order)
        if variants is not None:
            return variants == {number: amount for _, number, amount in wanted}
    total, quoted = Money.of(field(order, "gross_revenue")), attempt.breakdown.total
    # Bundles are listed by what is in them: then the amount has to tell, and only for yes.
    return True if total.is_known and quoted.is_known and total == quoted else None


def _variants(order: object) -> dict[int, int] | None:
    """Variant ids and quantities of a customer's order."""
    found: dict[int, int] = {}
    for line in items_of(field(order, "orderlines")):
        number, amount = integer(field(line, "variant")), integer(field(line, "quantity"))
        if number is None or amount is None:
            return None
        found[number] = found.get(number, 0) + amount
    return found or None
