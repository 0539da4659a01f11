"""The hand on the sandbox: what a test, a demo or a curious person may change and look at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Unpack

from ..calls import HANDLERS
from ..clock import iso
from ..drift import DriftKind
from ..faults import Fault, FaultKind, When
from ..refusals import Json
from ..rules.events import record, totals
from ..rules.intents import status
from ..rules.orders import life
from ..rules.passwords import hash_password
from ..rules.tokens import revoke_family
from ..settings import SettingChanges
from ..state import State
from ..store import Row


def _check_number(name: str, value: object) -> None:
    """Over HTTP anything may come, and SQLite keeps what it is given."""
    if type(value) is not int or not 0 <= value < 2**53:
        raise ValueError(f"{name} is a number from 0 on, not {value!r}")


class Control:
    """Typed control methods of one sandbox; the same calls are routes under `/_sandbox/`."""

    def __init__(self, state: State) -> None:
        self._state = state

    # clock

    def now(self) -> datetime:
        return self._state.clock.now()

    def set_clock(self, moment: datetime) -> None:
        """Set the sandbox's clock (naive means UTC)."""
        self._state.clock.set(moment)
        self._state.keep_settings()

    def advance_clock(self, seconds: float) -> None:
        """Move the sandbox's clock forward."""
        self._state.clock.advance(seconds)
        self._state.keep_settings()

    def stop_clock(self) -> None:
        self._state.clock.stop()

    def resume_clock(self) -> None:
        self._state.clock.resume()

    # settings

    def configure(self, **changes: Unpack[SettingChanges]) -> None:
        """Change settings (see `nexus_sandbox.settings.Settings`). Raises ValueError for an unknown one."""
        self._state.settings.change(dict(changes))
        self._state.keep_settings()

    def settings(self) -> Json:
        return self._state.settings.as_dict()

    def set_stock(self, variant_id: int, stock: int | None) -> None:
        """Set how many of a variant can be sold; None: no limit. Raises LookupError for an unknown variant."""
        _check_number("variant_id", variant_id)
        if stock is not None:
            _check_number("stock", stock)
        store = self._state.store
        with store.transaction():
            if not store.run("UPDATE variants SET stock = ? WHERE id = ?", stock, variant_id):
                raise LookupError(f"there is no variant {variant_id}")

    def set_disabled(self, variant_id: int, disabled: bool) -> None:
        """Take a variant off sale, or put it back. Raises LookupError for an unknown variant."""
        _check_number("variant_id", variant_id)
        store = self._state.store
        with store.transaction():
            if not store.run("UPDATE variants SET disabled = ? WHERE id = ?", int(disabled), variant_id):
                raise LookupError(f"there is no variant {variant_id}")

    def set_price(self, variant_id: int, rupiah: int) -> None:
        """Set the price of a variant. Raises LookupError for an unknown variant."""
        _check_number("variant_id", variant_id)
        _check_number("rupiah", rupiah)
        store = self._state.store
        with store.transaction():
            if not store.run("UPDATE variants SET price = ? WHERE id = ?", rupiah, variant_id):
                raise LookupError(f"there is no variant {variant_id}")
            store.run(
                "UPDATE items SET price_min = (SELECT min(price) FROM variants WHERE item_seq = seq),"
                " price_max = (SELECT max(price) FROM variants WHERE item_seq = seq)"
                " WHERE entity = 'product' AND seq = (SELECT item_seq FROM variants WHERE id = ?)",
                variant_id,
            )

    # customers

    def add_customer(self, email: str, password: str, *, name: str = "Pelanggan", otp_required: bool = False) -> int:
        """Register a customer and return the id. Raises ValueError for an email that is taken."""
        state = self._state
        email = email.strip().lower()
        with state.store.transaction():
            if state.store.one("SELECT 1 FROM customers WHERE email = ?", email):
                raise ValueError(f"there is a customer {email} already")
            now = state.clock.time()
            return state.store.insert(
                "INSERT INTO customers (email, name, password, otp_required, created, updated)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                email, name, hash_password(password, email), int(otp_required), now, now,
            )  # fmt: skip

    def otp(self, email: str) -> str:
        """The latest OTP mailed to a customer. Raises LookupError when none was."""
        return str(self._mail(email, "otp")["code"])

    def reset_link(self, email: str) -> str:
        """The latest password reset link mailed to a customer. Raises LookupError when none was."""
        return str(self._mail(email, "password_reset")["link"])

    def _mail(self, email: str, kind: str) -> Json:
        for mail in reversed(self.mails(email.strip().lower())):
            if mail["kind"] == kind:
                return mail
        raise LookupError(f"no {kind} mail was sent to {email}")

    def revoke_family(self, family: int) -> None:
        """Sign out one login, as an owner would from the back office."""
        with self._state.store.transaction():
            revoke_family(self._state.store, family, self._state.clock.time(), "revoked by the control side")

    # orders and events

    def _order(self, reference: str) -> Row:
        row = self._state.store.one(
            "SELECT * FROM orders WHERE slug = ? OR order_id = ? OR id = ?", reference, reference, reference
        )
        if row is None:
            raise LookupError(f"there is no order {reference}")
        return row

    def pay_order(self, reference: str, method: str | None = None) -> None:
        """Let the money of an order arrive. `reference` is its secret slug, order id or id.

        Raises LookupError for an unknown order, ValueError for a canceled one; paying twice does nothing.
        """
        with self._state.store.transaction():
            life.pay(self._state.store, self._state.settings, self._order(reference), self._state.clock.time(), method)

    def expire_order(self, reference: str) -> None:
        """Let the time of an unpaid order run out: it is canceled and its goods go back on the shelf."""
        with self._state.store.transaction():
            life.expire(self._state.store, self._order(reference), self._state.clock.time())

    def mark_spam(self, reference: str, spam: bool = True) -> None:
        """Set `is_probably_spam` of an order."""
        with self._state.store.transaction():
            life.mark_spam(self._state.store, self._order(reference), spam, self._state.clock.time())

    def orders(self) -> list[Json]:
        """Every order, oldest first, in short."""
        store = self._state.store
        with store.transaction():
            life.expire_due(store, self._state.clock.time())
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
        state = self._state
        with state.store.transaction():
            return record(state.store, "browser", provider, name, event_id, {}, state.clock.time())

    def intents(self) -> list[Json]:
        """Every checkout intent, with the prefill token that the shop would mail."""
        state = self._state
        with state.store.transaction():
            rows = state.store.all("SELECT * FROM intents ORDER BY started, id")
        return [
            {"id": row["id"], "status": status(row, state.clock.time()), "sequence": row["sequence"],
             "prefill_token": row["prefill"], "order_id": row["order_id"], **json.loads(row["doc"])}
            for row in rows
        ]  # fmt: skip

    # misbehaviour

    def fault(
        self,
        operation: str,
        kind: FaultKind,
        *,
        count: int | None = 1,
        skip: int = 0,
        when: When = "before",
        seconds: float = 0.0,
        status: int = 500,
        body: Json | None = None,
        retry_after: str | None = None,
    ) -> Fault:
        """Plan a fault; see `nexus_sandbox.faults.Fault`. Raises ValueError for an unknown operation or kind."""
        if operation != "*" and operation not in HANDLERS:
            raise ValueError(f"the sandbox has no operation {operation!r}")
        return self._state.faults.add(
            Fault(
                operation, kind, count=count, skip=skip, when=when, seconds=seconds, status=status, body=body,
                retry_after=retry_after,
            )
        )  # fmt: skip

    def faults(self) -> list[Fault]:
        return self._state.faults.planned()

    def clear_faults(self) -> None:
        self._state.faults.clear()

    def drift(self, operation: str = "*", kinds: Iterable[DriftKind] = ("new_fields",)) -> None:
        """Let the answers of `operation` (or all) change in additive ways; no kinds: stop."""
        if operation != "*" and operation not in HANDLERS:
            raise ValueError(f"the sandbox has no operation {operation!r}")
        self._state.drift.switch(operation, frozenset(kinds))

    def clear_drift(self) -> None:
        self._state.drift.clear()

    def rate_limit(self, limit: int, *, window: int = 60, retry_after: bool = True) -> None:
        """Give every client address a budget of `limit` requests in `window` seconds, starting full."""
        self.configure(rate_limit=limit, rate_window=window, rate_limit_retry_after=retry_after)
        self._state.limiter.reset()

    # inspection

    def requests(self, operation: str | None = None, *, reveal: bool = False) -> list[Json]:
        """The requests seen, oldest first (the last 10,000). Secret headers are redacted unless `reveal`."""
        return [s.as_dict(reveal=reveal) for s in self._state.journal.all() if operation in (None, s.operation)]

    def clear_requests(self) -> None:
        self._state.journal.clear()
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

    def mails(self, recipient: str | None = None) -> list[Json]:
        """The mailbox of the shop: OTPs and password links, oldest first."""
        store = self._state.store
        with store.transaction():
            rows = store.all("SELECT * FROM mails WHERE ? IS NULL OR recipient = ? ORDER BY id", recipient, recipient)
        return [dict(row) | {"at": iso(row["at"])} for row in rows]

    def token_families(self, email: str | None = None) -> list[Json]:
        """Every login: refreshes done, spent tokens presented, when and why it was revoked, tokens by state."""
        store = self._state.store
        with store.transaction():
            rows = store.all(
                "SELECT families.*, customers.email FROM families JOIN customers ON customers.id = customer_id"
                " WHERE ? IS NULL OR email = ? ORDER BY families.id",
                email, email,
            )  # fmt: skip
            counted = store.all("SELECT family_id, kind, state, count(*) AS n FROM tokens GROUP BY 1, 2, 3")
        families = []
        for row in rows:
            tokens: dict[str, int] = {
                f"{c['kind']}_{c['state']}": c["n"] for c in counted if c["family_id"] == row["id"]
            }
            families.append({
                "id": row["id"], "customer_id": row["customer_id"], "email": row["email"],
                "started": iso(row["started"]), "revoked": iso(row["revoked"]), "reason": row["reason"],
                "refreshes": row["refreshes"], "spent_presented": row["spent_presented"], "tokens": tokens,
            })  # fmt: skip
        return families

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

    def stock(self, variant_id: int) -> int | None:
        """How many of a variant are left; None: no limit. Raises LookupError for an unknown variant."""
        store = self._state.store
        with store.transaction():
            row = store.one("SELECT stock FROM variants WHERE id = ?", variant_id)
        if row is None:
            raise LookupError(f"there is no variant {variant_id}")
        return None if row["stock"] is None else int(row["stock"])

    def discount_codes(self) -> list[Json]:
        store = self._state.store
        with store.transaction():
            rows = store.all("SELECT doc, used FROM discounts ORDER BY code")
        return [json.loads(row["doc"]) | {"current_usage": row["used"]} for row in rows]
