"""A checkout as a text, to be taken up again in another request, process or machine. Pure.

It names the buyer and the address: keep it like the shopper's session. It holds no token.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any

from ..contents import Content, can_be_sent
from ..errors import InvalidInput
from .outcomes import Quote

if TYPE_CHECKING:
    from ..clock import Clock
    from .choices import Choices

__all__ = ["read_checkout", "restore", "write_checkout"]

_VERSION = 1
_LONGEST = 200_000
_SCALARS = (str, int, float, bool, type(None))
# What each part may hold: nothing else ever gets into a body.
_PARTS: dict[str, frozenset[str]] = {
    "buyer": frozenset({"customer_name", "customer_email", "customer_phone"}),
    "destination": frozenset({"location_id", "postal_code"}),
    "address": frozenset({"address", "province", "city", "subdistrict", "address_id"}),
    "shipping": frozenset({"courier_service_id", "warehouse_unique_id", "courier_aggregator_code"}),
    "more": frozenset({"notes"}),
}
_FLAGS = ("use_cart", "customer", "digital", "needs_shipping", "pay_later")


def write_checkout(choices: Choices, clock: Clock, **more: str | None) -> str:
    """Everything that was chosen, the quote as it was shown, and `more` (the store, a key, an attempt's id)."""
    kept: dict[str, Any] = {
        "v": _VERSION,
        **more,
        "items": choices.items,
        "options_for": choices._options_for,
        "payment": choices._payment,
        "discount": choices._discount,
        "use_cart": choices.use_cart,
        "customer": choices.customer,
        "digital": choices.digital,
        "needs_shipping": choices.needs_shipping,
        "pay_later": choices._pay_later,
    }
    for name, allowed in _PARTS.items():
        part = getattr(choices, f"_{name}")
        kept[name] = {key: value for key, value in part.items() if key in allowed}
    if choices.quoted is not None:
        quoted = choices.quoted
        kept["quote"] = {
            "content": quoted.content,
            "request": dict(quoted.request),
            "at": clock.time() - (clock.monotonic() - quoted.made_at),
            "summary": quoted.summary.to_dict(),
        }
    return json.dumps(kept, separators=(",", ":"), ensure_ascii=False)


def read_checkout(text: object, store_id: str) -> dict[str, Any]:
    """What `write_checkout` wrote, for this store. Raises `InvalidInput` for anything else."""
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise InvalidInput("a kept checkout must be the text that dump() gave")
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict) or kept.get("v") != _VERSION or not _is_sound(kept):
        raise InvalidInput("this is no checkout that dump() of this version gave")
    if kept.get("store_id") != store_id:
        raise InvalidInput("this checkout was kept for another store")
    return kept


def restore(choices: Choices, kept: Mapping[str, Any], clock: Clock) -> None:
    """Put into `choices` what was chosen, with its quote, which is as old as it is."""
    from nexus_commerce.models import CustomerCheckoutSummaryResponse, StorefrontCheckoutSummaryResponse

    for name in _PARTS:
        setattr(choices, f"_{name}", dict(kept[name]))
    choices._payment, choices._discount = kept.get("payment"), kept.get("discount")
    choices._pay_later, choices.needs_shipping = kept["pay_later"], kept["needs_shipping"]
    choices._options_for = _content(kept.get("options_for"))
    quote = kept.get("quote")
    if quote is not None:
        summary = CustomerCheckoutSummaryResponse if choices.customer else StorefrontCheckoutSummaryResponse
        choices.quoted = Quote(
            _content(quote["content"]) or (),
            quote["request"],
            clock.monotonic() - max(0.0, clock.time() - quote["at"]),
            summary.from_dict(quote["summary"]),
        )


def _is_sound(kept: Mapping[str, Any]) -> bool:
    """Whether every part is of the kind that it was written as."""
    parts = all(
        isinstance(kept.get(name), dict)
        and kept[name].keys() <= allowed
        and all(isinstance(value, _SCALARS) for value in kept[name].values())
        for name, allowed in _PARTS.items()
    )
    flags = all(isinstance(kept.get(name), bool) for name in _FLAGS)
    texts = all(
        isinstance(kept.get(name), str | None) for name in ("payment", "discount", "key", "attempt_id", "store_id")
    )
    goods = all(kept.get(name) is None or _is_content(kept[name]) for name in ("items", "options_for"))
    items = kept.get("items")
    quote = kept.get("quote")
    quoted = quote is None or (
        isinstance(quote, dict)
        and _is_content(quote.get("content"))
        and isinstance(quote.get("request"), dict)
        and isinstance(quote.get("summary"), dict)
        and isinstance(quote.get("at"), int | float)
        and isfinite(quote["at"])
    )
    return parts and flags and texts and goods and quoted and (items is None or can_be_sent(_content(items) or ()))


def _is_content(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(line, list)
        and len(line) == 3
        and isinstance(line[0], str)
        and all(isinstance(number, int) and not isinstance(number, bool) for number in line[1:])
        for line in value
    )


def _content(value: Any) -> Content | None:
    return None if value is None else tuple((kind, number, amount) for kind, number, amount in value)
