"""Which attempt an order belongs to that the service announces by itself: matched by evidence, never by guess. Pure."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import attrs

from ..answer_fields import boolean, field, integer, moment, text
from ..money import Money
from ..payments.state import code_of

if TYPE_CHECKING:
    from ..order_journal.attempt import OrderAttempt
    from .outcomes import Placed


_AROUND = 600.0
"""Seconds by which an order may be older or younger than the request that could have made it: two clocks, a retry."""


@attrs.frozen
class Announced:
    """An attempt whose order the service announced."""

    placed: Placed
    was: Literal["unknown", "placed", "not_placed"]
    """What was known of it before. `not_placed` contradicts what was told then: somebody may have ordered again."""


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
        return False  # nothing is to be learnt: it is known how it ended, and which order it is
    if intent is not None:
        return attempt.intent == intent
    created = moment(field(order, "created_at"))
    if created is None or abs(created.timestamp() - attempt.until) > _AROUND + 300.0:
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
    """By the number of pieces, as the two name goods by different ids; bundles are told piece by piece there."""
    total = integer(field(order, "total_quantity"))
    if total is None or attempt.ordered is None or any(kind != "variant" for kind, _, _ in attempt.ordered):
        return True
    return total == sum(quantity for _, _, quantity in attempt.ordered)


def _digest(key: str, value: str) -> str:
    return hmac.digest(key.encode(), value.encode("utf-8", "replace"), "sha256").hex()[:32]
