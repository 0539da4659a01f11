"""What becomes of a guest's cart when its shopper signs in: the journal of the steps, and the comparison. Pure.

The journal is written before each step, so that a login that was interrupted anywhere can be finished later:

| step | what is known | what finishing does |
|---|---|---|
| `begun` | the guest token; the session may or may not have come about | reads both carts, merges |
| `merging` | the lines of both carts before; the merge may or may not have happened | finds out, merges or not |
| `merged` | the merge has happened | compares, adds what is missing |
| `verified` | every line is accounted for | drops the guest token |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from ..contents import ITEM_TYPES, Content
from ..redact import Secret
from ..stores.records import Kept

if TYPE_CHECKING:
    from .session_record import SessionRecord

Step = Literal["begun", "merging", "merged", "verified"]
LineCounts: TypeAlias = Counter["LineKey"]
KeptLines: TypeAlias = tuple[tuple["LineKey", int], ...]
"""`LineCounts` as they are stored."""


@attrs.frozen(order=True)
class LineKey:
    """What a cart line is of: `variant` or `bundle_price_option`, and its id as text."""

    type: str
    """`variant` or `bundle_price_option`, or a kind added later."""
    id: str
    """The variant's or bundle price option's number, as text."""

    @property
    def can_be_added(self) -> bool:
        """Whether it can be put into a cart."""
        return self.type in ITEM_TYPES and re.fullmatch("[0-9]{1,18}", self.id) is not None


@attrs.frozen
class LineReport:
    """One line of the guest cart after the login; quantities."""

    item: LineKey
    """What the line is of."""
    guest: int
    """What the guest had."""
    before: int
    """What the customer's cart had."""
    after: int
    """What the customer's cart has now."""
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
    """What a login did to the cart."""

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
class LoginJournal(Kept):
    """A login under way, as stored under `login/{store_id}/{customer}`."""

    family: str
    """Of the session that this login makes: without it in the store, the login has not happened."""
    guest_token: Secret
    guest: KeptLines = ()
    """What is carried over in this round."""
    step: Step = "begun"
    before: KeptLines = ()
    lines: tuple[LineReport, ...] = ()
    """Of rounds that are done."""
    done: KeptLines = ()
    """What was carried over before and is still in the guest's cart: merging it as a whole would double that."""
    account: str = ""
    """A digest of whose login it is."""
    again: bool = False
    """A later login of the same customer goes on with it: what has left the guest's cart meanwhile is none of it."""
    earlier: Secret = attrs.field(default=Secret())
    """The journal that was there before this login, as it was stored: it is back if the login does not come about."""

    @property
    def half_done(self) -> bool:
        """Whether something may be carried over already."""
        return self.step != "begun"

    def before_it(self) -> LoginJournal | None:
        """The journal that was there before; None when there was none."""
        return LoginJournal.from_bytes(self.earlier.encode()) if self.earlier else None

    def is_of(self, record: SessionRecord | None) -> bool:
        """Whether this session is the one to finish it: of the same login, or of a later one of the same customer."""
        if record is None or record.lost is not None:
            return False
        if record.family == self.family:
            return True
        return self.half_done and not self.earlier and record.account == self.account


@attrs.frozen
class CarriedOver(Kept):
    """What a guest's cart still holds though it was carried over, as stored under `carried-over/…`."""

    lines: KeptLines = ()


def lines_in(content: Content) -> LineCounts:
    """What a cart holds, by line."""
    return Counter({LineKey(kind, str(number)): quantity for kind, number, quantity in content})


def lines_of(kept: KeptLines) -> LineCounts:
    """What was stored."""
    return Counter(dict(kept))


def missing(guest: LineCounts, before: LineCounts, after: LineCounts) -> LineCounts:
    """What to add so that no line has less than the guest had, or than the customer had before.

    How the service adds up two quantities of one item is its own rule; a result that is no loss is left as it is.
    """
    return Counter({item: max(quantity, before[item]) for item, quantity in guest.items()}) - after


def compare(
    guest: LineCounts, before: LineCounts, after: LineCounts, refused: Mapping[LineKey, str]
) -> tuple[LineReport, ...]:
    """The report of every guest line."""
    return tuple(
        LineReport(item, quantity, before[item], after[item], refused.get(item)) for item, quantity in guest.items()
    )
