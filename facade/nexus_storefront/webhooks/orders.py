"""An order as an inbox knows it: the newest of everything that was seen, in whatever sequence it came. Pure."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from attrs import evolve, field, frozen

from ..answer_fields import boolean, field as read
from ..payments.state import PaymentState, payment_state
from ..stores.records import dump, load
from . import exact
from .messages import DeletedEvent, OrderEvent, PaymentEvent, StatusEvent, Webhook, webhook_of

# Times have whole seconds: of two statuses in one second the one further on counts, in whatever order they arrive.
_STATUSES = (
    "draft",
    "pending",
    "confirmed",
    "in_process",
    "ready",
    "shipped",
    "completed",
    "rts",
    "canceled",
    "closed",
)
_PAYMENTS = ("unpaid", "paid", "settled", "conflict")
_SPAM = ("no", "yes")

Mark = tuple[float, str]
"""When a status was true, and the status."""
_NEVER: Mark = (0.0, "")


@frozen
class _KeptOrder:
    """An order as it is kept: of the snapshot its event, time and data."""

    snapshot: tuple[str, str, Mapping[str, object]] | None = None
    status: Mark = _NEVER
    payment: Mark = _NEVER
    spam: Mark = _NEVER
    deleted: bool = False


@frozen
class OrderSeen:
    """An order as the webhooks so far tell it."""

    order_id: str
    """The order number that people see."""
    snapshot: OrderEvent | None = field(default=None, repr=False)
    """The newest whole order; None until one came."""
    status_mark: Mark = _NEVER
    """The newest `status`, and when it was true."""
    payment_mark: Mark = _NEVER
    """The newest `payment_status`, and when it was true."""
    spam_mark: Mark = _NEVER
    """Whether it is held to be spam (`yes`, `no`), and when that was true."""
    deleted: bool = False
    """The store has deleted it."""
    fulfilled: bool = False
    """Its payment was handled before."""
    stale: bool = False
    """The webhook at hand is older than what is known already: it must not undo that."""

    @property
    def status(self) -> str:
        """The newest status of the order, as a code."""
        return self.status_mark[1]

    @property
    def payment_status(self) -> str:
        """The newest payment status of the order, as a code."""
        return self.payment_mark[1]

    @property
    def payment(self) -> PaymentState:
        """`paid`, `failed`, `closed` or `open`, by `payment_state` as everywhere here."""
        return payment_state({"payment_status": self.payment_status, "status": self.status})

    @property
    def newly_paid(self) -> bool:
        """The money is there, with the whole order, and was not handled yet. Paid and then settled is one payment.

        What is held to be spam waits until it is no longer: then the money is newly there.
        """
        return self.snapshot is not None and self.payment == "paid" and not self.fulfilled and not self.is_spam

    @property
    def data(self) -> Mapping[str, Any]:
        """The newest whole order with the newest statuses in it; for whatever reads an order (payments, events)."""
        known = dict(self.snapshot.data) if self.snapshot is not None else {"order_id": self.order_id}
        marks = {"status": self.status, "payment_status": self.payment_status}
        spam = {"is_probably_spam": self.is_spam} if self.spam_mark[1] else {}
        return known | {name: value for name, value in marks.items() if value} | spam

    @property
    def is_spam(self) -> bool:
        """Whether the newest webhook that says so holds it to be spam."""
        return self.spam_mark[1] == "yes"

    def after(self, webhook: Webhook) -> "OrderSeen":
        """The order after one more webhook. In the end it is the same in whatever sequence they came."""
        at, newest = _at(webhook), max(self.status_mark[0], self.payment_mark[0], _at(self.snapshot))
        news: dict[str, Any] = {"deleted": self.deleted or isinstance(webhook, DeletedEvent), "stale": at < newest}
        if isinstance(webhook, OrderEvent) and _rank(webhook) > _rank(self.snapshot):
            news["snapshot"] = webhook
        if isinstance(webhook, StatusEvent):
            news["status_mark"] = _newer(self.status_mark, (at, webhook.status), _STATUSES)
        if isinstance(webhook, PaymentEvent):
            news["payment_mark"] = _newer(self.payment_mark, (at, webhook.payment_status), _PAYMENTS)
            spam = boolean(read(webhook.data, "is_probably_spam"))
            news["spam_mark"] = _newer(self.spam_mark, (at, "" if spam is None else _SPAM[spam]), _SPAM)
        return evolve(self, **news)

    def dump(self) -> str:
        seen = self.snapshot
        whole = None if seen is None else (seen.event, str(seen.timestamp or ""), seen.data)
        kept = _KeptOrder(whole, self.status_mark, self.payment_mark, self.spam_mark, self.deleted)
        return exact.written(dump(kept))

    @classmethod
    def load(cls, order_id: str, text: object, *, fulfilled: bool) -> "OrderSeen":
        """The order that was dumped; an empty one if that is damaged, which the next webhooks fill again."""
        kept = load(_KeptOrder, text) or _KeptOrder()
        event, timestamp, data = kept.snapshot or ("", "", {})
        # The same, with the digits of its numbers.
        with suppress(ValueError, TypeError, ArithmeticError, LookupError, RecursionError):
            data = exact.read(text)["snapshot"][2]
        whole = webhook_of(event, None, timestamp, data)
        snapshot = whole if isinstance(whole, OrderEvent) else None
        return cls(order_id, snapshot, kept.status, kept.payment, kept.spam, kept.deleted, fulfilled)


def _at(webhook: Webhook | None) -> float:
    """In seconds; no time at all, or one before all orders, is the oldest."""
    return max(0.0, webhook.at.timestamp()) if webhook is not None and webhook.at else 0.0


def _rank(snapshot: OrderEvent | None) -> tuple[float, str, str, str]:
    """Snapshots of the same second are told apart by what they say, so that one of them always wins."""
    if snapshot is None:
        return 0.0, "", "", ""
    said = json.dumps(snapshot.data, sort_keys=True, default=str)
    return _at(snapshot), said, snapshot.event, str(snapshot.timestamp or "")


def _newer(known: Mark, other: Mark, ladder: tuple[str, ...]) -> Mark:
    def place(mark: Mark) -> tuple[float, int, str]:
        return mark[0], ladder.index(mark[1]) if mark[1] in ladder else -1, mark[1]

    return max(known, other, key=place) if other[1] else known
