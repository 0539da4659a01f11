"""Every reader of answers, given answers in which every field of the contract is there: what they read then is part of
the table of what we use (`make usage`), and nothing of it may be too much for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from _contract.pin import load_pin
from _drift.model import Document
from _drift.shapes import At, Handle
from nexus_commerce import models
from nexus_storefront import Breakdown, EventSettings, next_page, payment_state, read_payment
from nexus_storefront.events import Composer, Visit

DOCUMENT = Document(load_pin())
TEXTS = {
    "date-time": "2026-11-20T03:18:02Z",
    "date": "2026-11-20",
    "uuid": "019d2c10-7a44-7c31-9b5e-0f3a6d5c8e21",
    "email": "a@example.com",
    "uri": "https://toko.example/a",
}


def filled(handle: Handle, choice: int = 0, depth: int = 0) -> Any:
    """A value in which everything that a schema names is there; `choice` picks out of variants and enums."""
    shape = DOCUMENT.shape(handle)
    if shape.unions and shape.bare_union:
        return filled(shape.unions[0].variants[choice % len(shape.unions[0].variants)], choice, depth)
    if shape.enum:
        return list(shape.enum.values())[choice % len(shape.enum)]
    kinds = shape.types or frozenset()
    if "object" in kinds:
        return {} if depth > 6 else {name: filled(one, choice, depth + 1) for name, one in shape.properties.items()}
    if "array" in kinds:
        return [filled(shape.items, choice, depth + 1)] if shape.items and depth <= 6 else []
    if "string" in kinds:
        return TEXTS.get(str(shape.facts.get("format")), "12")
    return {"integer": 3, "number": 3, "boolean": False}.get(next(iter(kinds), ""))


def of(name: str, choice: int) -> Any:
    """A model of the generated package, filled."""
    pointer = f"#/components/schemas/{name}"
    found = DOCUMENT.lookup(pointer)
    assert found is not None
    return getattr(models, name).from_dict(filled((At(found.pointer, found.raw),), choice))


AT_ONCE = Composer(EventSettings(purchase_point="order_created"))
WHEN_PAID = Composer(EventSettings(purchase_point="payment_confirmed"))
VISIT = Visit("https://toko.example/checkout")

ORDER: tuple[Callable[[Any], object], ...] = (
    read_payment,
    payment_state,
    next_page,
    Breakdown.of,
    lambda order: AT_ONCE.order_created(order, VISIT),
    lambda order: WHEN_PAID.payment_confirmed(order, VISIT),
)
READERS: dict[str, tuple[Callable[[Any], object], ...]] = {
    "StorefrontPublicOrder": ORDER,
    "StorefrontCustomerFacingOrder": ORDER,
    "StorefrontCheckoutSummaryResponse": (Breakdown.of,),
    "CustomerCheckoutSummaryResponse": (Breakdown.of,),
    "StorefrontProductDetail": (lambda shown: AT_ONCE.content_view(shown, VISIT),),
    "StorefrontBundlePriceOptionDetail": (lambda shown: AT_ONCE.content_view(shown, VISIT),),
    "GuestCart": (lambda cart: AT_ONCE.checkout_started(cart, VISIT),),
}


CASES = [(name, choice) for name in READERS for choice in range(24 if READERS[name] is ORDER else 2)]


@pytest.mark.parametrize(("name", "choice"), CASES)
def test_a_full_answer_is_read(name: str, choice: int) -> None:
    answer = of(name, choice)
    kept = answer.to_dict()
    for paid in (False, True):
        if paid and READERS[name] is ORDER:
            answer.payment_status, answer.status = "paid", "pending"
        for read in READERS[name]:
            read(answer)
    assert answer.to_dict().keys() == kept.keys()
