"""An attempt at an order, as the journal keeps it. Pure.

| phase | what it says |
|---|---|
| `preparing` | being written down; nothing has been sent, and the next call that finds it may take it back |
| `sending` | from here on it counts as sent, until it is known how it ended |
| `placed` | the order exists |
| `not_placed` | there is no order of it |
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any, Literal, TypeAlias

import attrs

from ..answer_fields import field, text
from ..contents import Content
from ..money import AMOUNTS, Breakdown
from ..stores.records import Kept, as_mapping, load

Phase: TypeAlias = Literal["preparing", "sending", "placed", "not_placed"]
Evidence: TypeAlias = Literal["answer", "order", "intent", "cart"]
NoOrder: TypeAlias = Literal["refused", "never_sent", "not_found", "dismissed"]


@attrs.frozen(kw_only=True)
class OrderAttempt(Kept):
    """One attempt to place an order, as it is stored before it is sent. Holds no name, address, e-mail or phone."""

    id: str
    phase: Phase = "preparing"
    until: float
    """Epoch seconds by which the sending side was done with it: later, only the service can still be at work."""
    purchase: str
    """A digest of everything that was asked for."""
    customer: str = "default"
    """The shop's name for its shopper."""
    account: str | None = None
    """A customer's attempt: whose, as a digest. None: a guest's."""
    token: str | None = attrs.field(default=None, repr=False)
    """The guest token of the cart that is the witness."""
    cart_id: int | None = None
    """The customer's cart that is the witness."""
    held: Content = ()
    """The goods that the witness cart held before; empty: there is no such cart."""
    clears: bool = True
    """The service documents that this order empties the cart."""
    spoiled: bool = False
    """The shop itself has taken something out of the cart since: empty, it is a witness no more."""
    added: bool = False
    """The shop itself has put something into the cart since: what it held before may be there again after an order."""
    ordered: Content | None = None
    """The goods that the request names; None where the service takes them from the cart."""
    orders: tuple[str, ...] | None = None
    """The ids of the newest orders the customer had before; None: not known."""
    newest: float | None = None
    """When the newest of them was made, by the service's clock, in epoch seconds."""
    intent: str | None = None
    """The id of the checkout intent that went along: what completes it is this attempt's order."""
    intent_token: str | None = attrs.field(default=None, repr=False)
    intent_sequence: int = 0
    """The number of the change of nothing by which that intent is looked at."""
    buyer_email: str | None = None
    """A keyed digest, by which an order that the service announces is known to be this buyer's."""
    buyer_phone: str | None = None
    quoted: Mapping[str, str | float] = attrs.field(factory=dict)
    """The amounts of the quote, and the payment method it was made for, by their contract names."""
    answered: bool = False
    """The service itself ended the request with an error: nothing of it is still at work."""
    doubted: bool = False
    """A later attempt was refused, perhaps because of this one: no trace of an order is no proof any more."""
    reason: NoOrder | None = None
    """Why there is no order."""
    secret_slug: str | None = attrs.field(default=None, repr=False)
    order_id: str | None = None
    evidence: Evidence | None = None

    v: Literal[2] = attrs.field(default=2, repr=False)
    """The form that attempts are written in."""

    @classmethod
    def from_bytes(cls, value: bytes) -> OrderAttempt | None:
        """The attempt in an entry's value; None for anything else. It may be of an earlier version: in the first, an
        attempt was written only when it was sent; later, a purchase with a key had one attempt for all its tries, and
        one that was prepared again had made no order before."""
        found = as_mapping(value)
        if found.get("v") == 1:
            found = {"phase": "sending", **found, "v": 2}
        tries, renewed, _ = (found.pop(name, None) for name in ("tries", "renewed", "after"))
        if (tries or renewed) and found.get("phase", "preparing") == "preparing":
            found["phase"] = "not_placed"
        return load(cls, found)

    @property
    def breakdown(self) -> Breakdown:
        return Breakdown.of(self.quoted)

    @property
    def lost(self) -> bool:
        """Whether it counts as not placed only because no trace of an order was found after its answer was lost: it may
        have made one all the same."""
        return self.phase == "not_placed" and self.reason in ("not_found", "dismissed")

    @property
    def may_be_doubted(self) -> bool:
        """Whether a later order that is refused is a reason to look for it again. Where it was that already, and a
        person has dismissed it knowing so, it is not."""
        return self.lost and not (self.doubted and self.reason == "dismissed")

    @property
    def may_exist(self) -> bool:
        """Whether its order exists, or may, though its answer was lost."""
        return self.phase == "placed" or self.lost

    @property
    def goods(self) -> Content:
        """The goods that it buys, as far as they were known beforehand."""
        return self.ordered or self.held

    def after(self, earlier: Iterable[OrderAttempt]) -> OrderAttempt:
        """This attempt after earlier ones: an intent that one of those has completed is no witness of this one."""
        if self.intent_token is None:
            return self
        same = (each for each in earlier if each.intent == self.intent and each.may_exist)
        return attrs.evolve(self, intent_token=None) if any(each.intent_token is None for each in same) else self

    def not_placed(self, reason: NoOrder) -> OrderAttempt:
        """This attempt without an order. If that was only concluded from a look, the witnesses are kept for another."""
        ended = attrs.evolve(self, phase="not_placed", reason=reason)
        return ended if ended.lost else attrs.evolve(ended, token=None, intent_token=None)

    def placed(
        self, evidence: Evidence, order: object, slug: str | None = None, until: float | None = None
    ) -> OrderAttempt:
        """This attempt with its order, or with the order's secret slug alone. `until`: when that was answered."""
        slug, number = text(field(order, "secret_slug")) or slug, text(field(order, "order_id"))
        until = self.until if until is None else until
        return attrs.evolve(
            self, phase="placed", until=until, token=None, intent_token=None, evidence=evidence,
            secret_slug=slug, order_id=number,
        )  # fmt: skip

    def completed(self, other: OrderAttempt) -> OrderAttempt:
        """This attempt, placed, with what another word about it knows more of the same order."""
        known = (self.secret_slug, other.secret_slug), (self.order_id, other.order_id)
        if any(None not in pair and pair[0] != pair[1] for pair in known):
            return self
        slug, number = (one or another for one, another in known)
        return attrs.evolve(self, secret_slug=slug, order_id=number)


def amounts_of(summary: Mapping[str, Any]) -> dict[str, str | float]:
    """The amounts of a summary as they came, for an attempt to keep."""
    sent = ((name, summary[name]) for name in AMOUNTS if name in summary)
    read = {name: value for name, value in sent if type(value) in (int, float, str) and len(str(value)) <= 64}
    return {name: value for name, value in read.items() if type(value) is str or isfinite(value)}


def digest(*parts: object) -> str:
    """A short name for texts, numbers and tuples of them, the same in every process."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
