"""The hand on the sandbox: what a test, a demo or a curious person may change and look at."""

from __future__ import annotations

from typing import get_args

from ..calls import HANDLERS
from ..clock import iso
from ..drift import ALL_KINDS
from ..faults import FaultKind
from ..refusals import Json
from ..settings import CHOICES
from ..webhooks import deliveries
from ..webhooks.subscribers import EVENTS
from .orders import OrdersHand
from .people import PeopleHand
from .trouble import TroubleHand
from .webhooks import WebhooksHand


class Control(TroubleHand, OrdersHand, PeopleHand, WebhooksHand):
    """Typed control methods of one sandbox; the same calls, by the same names, are routes under `/_sandbox/`."""

    def health(self) -> Json:
        """Says `ok`."""
        return {"ok": True}

    def vocabulary(self) -> Json:
        """The operations that can be disturbed, the kinds of faults and drift, webhook events, choices of settings."""
        return {
            "operations": sorted(HANDLERS),
            "fault_kinds": list(get_args(FaultKind)),
            "drift_kinds": sorted(ALL_KINDS),
            "webhook_events": list(EVENTS),
            "setting_choices": {name: list(values) for name, values in CHOICES.items()},
        }

    def requests(self, operation: str | None = None, *, reveal: bool = False) -> list[Json]:
        """The requests seen, oldest first (the last 10,000). Secret headers are redacted unless `reveal`.

        Raises ValueError for an operation that the contract does not have.
        """
        if operation is not None and operation not in self._state.pin.operations:
            raise ValueError(f"the contract has no operation {operation!r}")
        return [s.as_dict(reveal=reveal) for s in self._state.requests.all() if operation in (None, s.operation)]

    def clear_requests(self) -> None:
        """Forget the requests and preflights seen."""
        self._state.requests.clear()
        self._state.preflights.clear()

    def preflights(self) -> list[Json]:
        """The CORS preflights seen, oldest first (the last 10,000): origin, path, method and headers asked for."""
        return list(self._state.preflights)

    def carts(self) -> list[Json]:
        """Every cart with its lines; guest tokens are shown by their first eight characters."""
        store = self._state.store
        with store.transaction():
            rows = store.all(
                "SELECT carts.id, substr(token, 1, 8) AS token, customer_id, cart_items.type, ref, quantity"
                " FROM carts LEFT JOIN cart_items ON cart_id = carts.id ORDER BY carts.id, cart_items.id"
            )
        carts: dict[int, Json] = {}
        for row in rows:
            cart = carts.setdefault(
                row["id"], {"id": row["id"], "guest": row["token"], "customer_id": row["customer_id"], "lines": []}
            )
            if row["type"] is not None:
                cart["lines"].append({"type": row["type"], "id": row["ref"], "quantity": row["quantity"]})
        return list(carts.values())

    def overview(self, most: int = 100) -> Json:
        """All of it at a glance, newest first and at most `most` of a kind: what the page in the browser shows."""
        clock, found = self._state.clock, self.orders()
        return {
            "now": clock.now(),
            "clock_stopped": clock.stopped,
            "order_count": len(found),
            "orders": found[: -most - 1 : -1],
            "carts": [cart for cart in self.carts() if cart["lines"]][: -most - 1 : -1],
            "event_totals": self.event_totals(),
            "events": self.events()[: -most - 1 : -1],
            "faults": self.faults(),
            "drift": self._state.drift.switched(),
            "intents": self.intents()[: -most - 1 : -1],
            "mails": self.mails()[: -most - 1 : -1],
            "families": self.token_families()[: -most - 1 : -1],
            "requests": self.requests()[: -most - 1 : -1],
            "webhooks": self.webhooks(),
            "webhook_deliveries": deliveries.listed(self._state.store, most)[::-1],
        }

    def storage_requests(self) -> list[Json]:
        """What the storage host was asked, and which of our credential headers leaked to it."""
        store = self._state.store
        with store.transaction():
            rows = store.all("SELECT * FROM storage_requests ORDER BY id")
        return [
            {"at": iso(row["at"]), "method": row["method"], "path": row["path"], "status": row["status"],
             "leaked": [name for name in row["leaked"].split(",") if name]}
            for row in rows
        ]  # fmt: skip
