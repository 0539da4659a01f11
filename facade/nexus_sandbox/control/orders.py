"""Placed orders, conversion events and checkout intents."""

from __future__ import annotations

import json

from ..clock import iso
from ..refusals import Json
from ..rules.events import PROVIDERS, record, totals
from ..rules.intents import status as intent_status
from ..rules.orders import life, views
from .base import Hand


class OrdersHand(Hand):
    """What becomes of orders, and what was told of them."""

    def pay_order(self, reference: str, method: str | None = None) -> None:
        """Let the money of an order arrive. `reference` is its secret slug, order id or id.

        `method` is what the buyer of a `payment_link` order chooses on its page (None: qris). Raises LookupError for an
        unknown order, ValueError for a canceled one and a method that cannot be chosen; paying twice does nothing.
        """
        with self._state.store.transaction():
            life.pay(self._state.store, self._state.settings, self._order(reference), self._now(), method)

    def expire_order(self, reference: str) -> None:
        """Let the time of an unpaid order run out: it is canceled and its goods go back on the shelf.

        Raises ValueError for an order that is not pending and unpaid.
        """
        with self._state.store.transaction():
            row = self._order(reference)
            if life.expire(self._state.store, row, self._now()) is row:
                raise ValueError("only a pending, unpaid order expires")

    def set_order_status(self, reference: str, status: str) -> None:
        """Move an order to a status, forward or back. Raises ValueError for one that the service does not have."""
        _known("status", status, life.STATUSES)
        with self._state.store.transaction():
            life.set_status(self._state.store, self._order(reference), status, self._now())

    def set_payment_status(self, reference: str, status: str) -> None:
        """Set `payment_status` to unpaid, paid, settled or conflict, in any direction."""
        _known("status", status, life.PAYMENT_STATUSES)
        with self._state.store.transaction():
            life.set_payment_status(self._state.store, self._order(reference), status, self._now())

    def mark_spam(self, reference: str, spam: bool = True) -> None:
        """Set `is_probably_spam` of an order."""
        with self._state.store.transaction():
            life.mark_spam(self._state.store, self._order(reference), spam, self._now())

    def delete_order(self, reference: str) -> None:
        """Remove an order for good."""
        with self._state.store.transaction():
            life.delete(self._state.store, self._order(reference), self._now())

    def order(self, reference: str) -> Json:
        """One order as its public page has it, with what only the shop knows of it under `shop`."""
        with self._state.store.transaction():
            row = self._order(reference)
        doc = json.loads(row["doc"])
        inside = {"buyer": doc["buyer"], "ip": row["ip"], "payment_link_id": doc["payment_link_id"]}
        return views.public(row, self._state.settings) | {"shop": inside | {"mark_as_spam_by": doc["spam_by"]}}

    def orders(self) -> list[Json]:
        """Every order, oldest first, in short."""
        store = self._state.store
        with store.transaction():
            rows = store.all("SELECT * FROM orders ORDER BY n")
        found = []
        for row in rows:
            doc = json.loads(row["doc"])
            found.append({
                "id": row["id"], "order_id": row["order_id"], "secret_slug": row["slug"],
                "customer_id": row["customer_id"], "created": iso(doc["created"]), "status": doc["status"],
                "payment_status": doc["payment_status"], "payment_method": doc["method"],
                "gross_revenue": doc["gross_revenue"], "is_probably_spam": doc["spam"],
                "mark_as_spam_by": doc["spam_by"],
                "email": doc["buyer"]["email"],
                "lines": [
                    {"type": line["type"], "id": line["ref"], "quantity": line["quantity"]} for line in doc["lines"]
                ],
            })  # fmt: skip
        return found

    def events(self) -> list[Json]:
        """Every conversion event received, oldest first; `counted` tells the first of its id in 48 hours."""
        store = self._state.store
        with store.transaction():
            rows = store.all("SELECT * FROM events ORDER BY id")
        return [
            {"at": iso(row["at"]), "channel": row["channel"], "provider": row["provider"], "name": row["name"],
             "event_id": row["event_id"], "counted": bool(row["counted"]), **json.loads(row["doc"])}
            for row in rows
        ]  # fmt: skip

    def event_totals(self) -> dict[str, dict[str, dict[str, int]]]:
        """By provider and event name: copies from `server` and `browser`, how many `counted`, the `duplicates`."""
        with self._state.store.transaction():
            return totals(self._state.store)

    def browser_event(self, provider: str, name: str, event_id: str | None = None) -> bool:
        """Report the browser pixel's copy of an event; return whether it counts."""
        _known("provider", provider, PROVIDERS)
        state = self._state
        with state.store.transaction():
            return record(state.store, "browser", provider, name, event_id, {}, self._now())

    def intents(self) -> list[Json]:
        """Every checkout intent, with the prefill token that the shop would mail."""
        state = self._state
        with state.store.transaction():
            rows = state.store.all("SELECT * FROM intents ORDER BY started, id")
        return [
            {"id": row["id"], "status": intent_status(row, self._now()), "sequence": row["sequence"],
             "prefill_token": row["prefill"], "order_id": row["order_id"], **json.loads(row["doc"])}
            for row in rows
        ]  # fmt: skip


def _known(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ValueError(f"{name} is one of {', '.join(known)}, not {value!r}")
