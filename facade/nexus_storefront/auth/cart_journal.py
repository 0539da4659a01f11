"""A guest's cart that is carried over into the customer's when the shopper signs in: the journal of the steps, and the
comparison of the carts. Pure.

The session says which guest's cart its login carries over. That is finished when the store has dropped the guest token.
The journal of that cart is written before each step, so that what was interrupted anywhere can be finished later:

| step | what is known | what finishing does |
|---|---|---|
| none | nothing was changed yet | reads both carts, merges |
| `merging` | the lines of both carts before; the merge may or may not have happened | finds out, merges or not |
| `merged` | the merge has happened | compares, adds what is missing |
| `done` | every line is accounted for | reads the guest's cart once more, drops the guest token |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from ..contents import ITEM_TYPES, Content
from ..order_journal.attempt import digest
from ..redact import Secret
from ..stores.records import Kept, as_mapping, load

REMEMBERED = 30 * 86_400.0
"""Seconds that a journal is kept after its last step, with what was carried over from a cart that still holds it."""
Step = Literal["merging", "merged", "done"]
LineCounts = Counter["LineKey"]
KeptLines: TypeAlias = tuple[tuple["LineKey", int], ...]
"""`LineCounts` as they are stored."""


@attrs.frozen(order=True)
class LineKey:
    """The item of a cart line: `variant` or `bundle_price_option`, and its id as text."""

    type: str
    """`variant` or `bundle_price_option`, or a kind added later."""
    id: str
    """The variant's or bundle price option's number, as text."""

    @property
    def can_be_added(self) -> bool:
        """Whether the item can be put into a cart."""
        return self.type in ITEM_TYPES and re.fullmatch("[0-9]{1,18}", self.id) is not None


@attrs.frozen
class LineReport:
    """One line of the guest cart after the login; quantities."""

    item: LineKey
    """The item of the line."""
    guest: int
    """How many the guest's cart had."""
    before: int
    """How many the customer's cart had before."""
    after: int
    """How many the customer's cart has now."""
    refused: str | None = None
    """The service's words, when it would not take what was missing."""

    def __str__(self) -> str:
        return f"{self.guest} × {self.item.type} {self.item.id}: {self.outcome}, {self.after} there now"

    @property
    def outcome(self) -> Literal["moved", "changed", "refused"]:
        """`moved`: both quantities together are there. `refused`: less is there than the guest had."""
        if self.after < self.guest:
            return "refused"
        return "moved" if self.after == self.before + self.guest else "changed"


@attrs.frozen
class CartReport:
    """The result of a login for the guest's cart."""

    lines: tuple[LineReport, ...] = ()
    """A report of each line that the guest had."""
    pending: bool = False
    """Not finished, because the service could not be reached: the next call of a customer's route goes on, or
    `auth.finish_login()`."""
    left_behind: tuple[tuple[LineKey, int], ...] = ()
    """Lines that came into the guest cart meanwhile and are still there; the guest token is kept."""

    def __str__(self) -> str:
        ends = ["not finished yet"] if self.pending else []
        left = (f"{pieces} × {item.type} {item.id}: still in the guest's cart" for item, pieces in self.left_behind)
        return "\n".join([*map(str, self.lines), *left, *ends]) or "the guest had nothing in the cart"

    def of(self, outcome: Literal["moved", "changed", "refused"]) -> tuple[LineReport, ...]:
        return tuple(line for line in self.lines if line.outcome == outcome)

    @property
    def complete(self) -> bool:
        """Everything the guest had is in the customer's cart."""
        return not self.pending and not self.left_behind and not self.of("refused")


@attrs.frozen
class CartJournal(Kept):
    """A guest's cart on its way into a customer's, and what it still holds though it was carried over."""

    lines: KeptLines = ()
    """Lines that were carried over and are still in the guest's cart: merging all of it again would double them."""
    family: str = ""
    """The `family` of the session whose login carries the cart over."""
    account: str = ""
    """A digest of whose login it is."""
    step: Step = "done"
    guest: KeptLines = ()
    """The lines of the guest's cart that are carried over in this round."""
    before: KeptLines = ()
    """The lines of the customer's cart before this round."""
    reports: tuple[LineReport, ...] = ()
    """The reports of the rounds that are done."""


def journal_key(store_id: str, token: str) -> str:
    """Where the journal of a guest's cart is kept."""
    return f"carried-over/{store_id}/{digest('cart', token)}"


def begun_before(value: bytes) -> tuple[Secret, CartJournal] | None:
    """A guest's cart and its journal, from the entry that a login had in earlier versions."""
    found = as_mapping(value)
    token, step = found.get("guest_token"), found.get("step", "begun")
    kept: dict[str, Any] = {name: found[name] for name in ("family", "account", "guest", "before") if name in found}
    kept["step"] = {"begun": "done", "verified": "merged"}.get(step, step) if isinstance(step, str) else step
    journal = load(CartJournal, {**kept, "lines": found.get("done", []), "reports": found.get("lines", [])})
    return None if journal is None or not isinstance(token, str) else (Secret(token), journal)


def lines_in(content: Content) -> LineCounts:
    """The lines of a cart, counted by item."""
    return Counter({LineKey(kind, str(number)): quantity for kind, number, quantity in content})


def lines_of(kept: KeptLines) -> LineCounts:
    """Stored lines, counted by item."""
    return Counter(dict(kept))


def missing(guest: LineCounts, before: LineCounts, after: LineCounts) -> LineCounts:
    """The pieces to add so that no line has fewer than the guest had, or than the customer had before.

    How the service adds up two quantities of one item is its own rule: a line that has lost nothing stays as it is.
    """
    return Counter({item: max(quantity, before[item]) for item, quantity in guest.items()}) - after


def compare(
    guest: LineCounts, before: LineCounts, after: LineCounts, refused: Mapping[LineKey, str]
) -> tuple[LineReport, ...]:
    """The report of every guest line."""
    return tuple(
        LineReport(item, quantity, before[item], after[item], refused.get(item)) for item, quantity in guest.items()
    )
