"""Goods, as carts, the journal and the bodies of orders name them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import attrs

from .arguments import MOST_QUANTITY

MOST_LINES = 50
"""Lines that a checkout takes."""
ITEM_TYPES = ("variant", "bundle_price_option")

Content: TypeAlias = tuple[tuple[str, int, int], ...]
"""The goods in a cart or an order: (type, id, quantity) of each item, sorted, equal items added up."""


@attrs.frozen
class SeenCart:
    """What a cart held when this shop last read it, so that it need not be read again a moment later.

    Before an order is sent, the cart is always read once more.
    """

    whose: str
    """The token of a guest's cart, or the account of the customer."""
    cart_id: int | None
    content: Content
    at: float
    """Monotonic seconds."""


def added_up(entries: Iterable[tuple[str, int, int]]) -> Content:
    """Equal things together, in one order."""
    counts: dict[tuple[str, int], int] = {}
    for kind, number, amount in entries:
        counts[kind, number] = counts.get((kind, number), 0) + amount
    return tuple(sorted((kind, number, amount) for (kind, number), amount in counts.items()))


def can_be_sent(content: Content) -> bool:
    """Whether a checkout takes this as its items."""
    return 1 <= len(content) <= MOST_LINES and all(
        kind in ITEM_TYPES and number >= 1 and 1 <= amount <= MOST_QUANTITY for kind, number, amount in content
    )


def item_body(kind: str, number: int, amount: int) -> dict[str, Any]:
    """An item as the contract has it."""
    return {"type": kind, f"{kind}_id": number, "quantity": amount}


def goods_body(content: Content | None, cart_id: int | None) -> dict[str, Any]:
    """The part of a body that says what is bought: what no checkout takes as items is named by its cart alone."""
    body: dict[str, Any] = {} if cart_id is None else {"cart_id": cart_id}
    if content is not None and can_be_sent(content):
        body["items"] = [item_body(*each) for each in content]
    return body
