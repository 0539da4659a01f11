"""What may be concluded about an attempt whose answer was lost. Pure: no clock, no I/O.

An order cannot be asked for by its attempt: the service knows no idempotency key. What it does document is that an
order made with both items and a cart empties that cart once it exists; and a customer's orders can be listed. So before
the one request is sent, what the cart held and which orders there were is written down, and afterwards compared.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

import attrs

from ..answer_fields import boolean, field, integer, items_of, moment, text
from ..contents import Content
from ..errors import StatusError, StorefrontError
from ..money import Money
from ..order_journal.attempt import OrderAttempt
from ..payments.state import code_of

_SLUG = re.compile(rb'"secret_slug"\s*:\s*"([A-Za-z0-9_-]{1,128})"')
_AROUND = 900.0
"""Seconds by which an order may be older or younger than the request that could have made it: two clocks, a retry."""


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
    """One look at the witnesses. None: the witness could not be read, or not for certain."""

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
    # First the checkout intent, the best witness there is.
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
            ours = {number: amount for _, number, amount in wanted}
            # The service may have added to it since, as an upsell does: more than these does not tell.
            more = all(variants.get(number, 0) >= amount for number, amount in ours.items())
            return True if variants == ours else None if more else False
    total, quoted = Money.of(field(order, "gross_revenue")), attempt.breakdown.total
    # An order lists a bundle by what is in it: then the amount may show that it is this order, but not that it is not.
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


# --- which attempt an order belongs to that the service announces by itself: by evidence, never by guess


def contact_digests(key: str, email: object, phone: object) -> tuple[str | None, str | None]:
    """Digests, keyed by the shop's key, by which a buyer is known again: the journal holds no e-mail and no phone.

    Of a phone the last eight digits count: it comes back with its country code.
    """
    address = (text(email) or "").strip().casefold()
    digits = "".join(c for c in text(phone) or "" if c.isdecimal())[-8:]
    return (
        _digest(key, address) if address else None,
        _digest(key, digits) if len(digits) == 8 else None,
    )


def order_contacts(order: object) -> tuple[object, object]:
    """The buyer's e-mail and phone as a whole order has them."""
    customer, address = field(order, "customer"), field(order, "destination_address")
    email = text(field(customer, "email")) or text(field(address, "email"))
    return email, text(field(customer, "phone")) or text(field(address, "phone"))


def completed_by(data: object) -> tuple[object, str | None]:
    """The order in a webhook's data, and the id of the intent that it completed, if the data are an intent's."""
    inside = field(data, "order")
    return (inside, text(field(data, "id"))) if isinstance(inside, Mapping) else (data, None)


def fits(attempt: OrderAttempt, order: object, intent: str | None, contacts: tuple[str | None, str | None]) -> bool:
    """Whether the order can be the attempt's: open or without its number, and completing its `intent`, or by the same
    buyer, of the same goods and amount, made around the time when it was sent.
    """
    if not (attempt.phase == "sending" or attempt.lost or (attempt.phase == "placed" and attempt.order_id is None)):
        return False  # its end and its order are known already
    if intent is not None:
        return attempt.intent == intent
    created = _made_at(order)
    if created is None or abs(created - attempt.until) > _AROUND:
        return False
    known = [pair for pair in zip((attempt.buyer_email, attempt.buyer_phone), contacts, strict=True) if all(pair)]
    if not known or any(ours != theirs for ours, theirs in known):
        return False
    return _same_amount(attempt, order) and _same_goods(attempt, order)


def _same_amount(attempt: OrderAttempt, order: object) -> bool:
    method = code_of(attempt.quoted.get("payment_method"))
    if method == "payment_link" or boolean(field(order, "is_from_payment_link")):
        # its total rises when the method is chosen
        names: tuple[str, ...] = ("product_price", "shipping_cost")
    elif code_of(field(order, "payment_method")) != method:
        return False
    else:
        names = ("gross_revenue",)
    amounts = [(Money.of(attempt.quoted.get(name)), Money.of(field(order, name))) for name in names]
    return all(ours.is_known and ours == theirs for ours, theirs in amounts)


def _same_goods(attempt: OrderAttempt, order: object) -> bool:
    """Whether the pieces are as many: the two name goods by different ids. A bundle counts as several pieces in the
    order, so with bundles they are not compared."""
    total = integer(field(order, "total_quantity"))
    if total is None or attempt.ordered is None or any(kind != "variant" for kind, _, _ in attempt.ordered):
        return True
    return total == sum(quantity for _, _, quantity in attempt.ordered)


def _digest(key: str, value: str) -> str:
    return hmac.digest(key.encode(), value.encode("utf-8", "replace"), "sha256").hex()[:32]
