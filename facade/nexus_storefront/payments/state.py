"""Whether an order is paid, and where its shopper goes next. Pure, and cheap to import."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from ..answer_fields import field, moment

PaymentState: TypeAlias = Literal["open", "paid", "failed", "closed"]

_OVER = frozenset({"canceled", "cancelled", "closed", "expired"})
# A link with one of these would run inside the page that renders it.
_ACTIVE_SCHEMES = frozenset({"javascript", "data", "vbscript", "file", "blob", "about"})


def payment_state(order: object) -> PaymentState:
    """Whether an order is paid, by the one rule that screens, waits, purchase events and webhooks share.

    `order` is a model or a mapping of an order or of a webhook's data. In any letter case:

    - `paid`: `payment_status` is paid or settled; where none is sent, `paid_time` or `settled_time` reads as a time;
    - `failed`: it is conflict: what came in does not fit the order, and a person has to look;
    - `closed`: the order is canceled, closed or expired, and can no longer be paid;
    - `open`: else, also for a status that is new.

    A status can go back (from paid to unpaid, say) and its times stay set then, so a status that is sent decides alone.
    """
    status = code_of(field(order, "payment_status"))
    if status in ("paid", "settled"):
        return "paid"
    if not status and (moment(field(order, "paid_time")) or moment(field(order, "settled_time"))):
        return "paid"
    if status == "conflict":
        return "failed"
    return "closed" if code_of(field(order, "status")) in _OVER else "open"


def next_page(order: object) -> str | None:
    """The page to send the shopper to after checkout, as the service returned it: `redirect_url`, else
    `public_order_url`. Never the deprecated `payment_url`. None where neither can be opened."""
    return link_of(field(order, "redirect_url")) or order_page(order)


def order_page(order: object) -> str | None:
    """The order's own page at the service (`public_order_url`)."""
    return link_of(field(order, "public_order_url"))


def code_of(value: object) -> str:
    """A status or a method as a code: lower case, words joined by `_`; empty if it is no text."""
    return re.sub(r"[\s-]+", "_", value.strip().lower()) if isinstance(value, str) else ""


def link_of(value: object) -> str | None:
    """A link as sent, unless it would run in the page that shows it."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        # Browsers skip control characters inside a scheme.
        scheme = urlsplit("".join(c for c in value if c > " ")).scheme
    except ValueError:
        return None
    return None if scheme.lower() in _ACTIVE_SCHEMES else value
