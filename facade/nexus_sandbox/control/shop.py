"""The clock, the settings and the shelves."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Unpack

from ..refusals import Json
from ..rules.payments import METHODS
from ..settings import SettingChanges
from .base import Hand, check_number


class ShopHand(Hand):
    """What an owner sets, and the time."""

    def now(self) -> datetime:
        """The sandbox's time, in UTC."""
        return self._state.clock.now()

    def clock(self) -> Json:
        """`now`, and whether the clock is `stopped`."""
        return {"now": self.now(), "stopped": self._state.clock.stopped}

    def move_clock(
        self, *, moment: datetime | None = None, seconds: float | None = None, stopped: bool | None = None
    ) -> Json:
        """Set the clock to `moment`, move it by `seconds`, stop it or let it go on: at least one, in this order."""
        if moment is None and seconds is None and stopped is None:
            raise ValueError("the clock takes moment, seconds or stopped: one of them at least")
        if moment is not None:
            self._state.clock.set(moment, seconds or 0.0)
            self._clock_moved()
        elif seconds is not None:
            self.advance_clock(seconds)
        if stopped is not None:
            self.stop_clock() if stopped else self.resume_clock()
        return self.clock()

    def set_clock(self, moment: datetime) -> None:
        """Set the sandbox's clock (naive means UTC)."""
        self._state.clock.set(moment)
        self._clock_moved()

    def advance_clock(self, seconds: float) -> None:
        """Move the sandbox's clock forward."""
        self._state.clock.advance(seconds)
        self._clock_moved()

    def stop_clock(self) -> None:
        """Let the clock stand."""
        self._state.clock.stop()
        self._clock_moved()

    def resume_clock(self) -> None:
        """Let the clock go on from where it stands."""
        self._state.clock.resume()
        self._clock_moved()

    def _clock_moved(self) -> None:
        self._state.keep_settings()
        self._state.webhooks.wake()

    def configure(self, **changes: Unpack[SettingChanges]) -> None:
        """Change settings (see `nexus_sandbox.settings.Settings`).

        Raises ValueError for an unknown one, a wrong value, or an unknown payment method; then none is changed.
        """
        self._state.settings.check(dict(changes))
        named = {*changes.get("disabled_payment_methods", ()), *changes.get("methods_without_fee_schedule", ())}
        if unknown := sorted(named - METHODS.keys()):
            raise ValueError(f"there is no payment method {unknown[0]!r}; there are {', '.join(METHODS)}")
        self._state.settings.change(dict(changes))
        self._state.keep_settings()

    def settings(self) -> Json:
        """Every setting as it is."""
        return self._state.settings.as_dict()

    def set_stock(self, variant_id: int, stock: int | None) -> None:
        """Set how many of a variant can be sold; None: no limit. Raises LookupError for an unknown variant."""
        check_number("variant_id", variant_id)
        if stock is not None:
            check_number("stock", stock)
        store = self._state.store
        with store.transaction():
            if not store.run("UPDATE variants SET stock = ? WHERE id = ?", stock, variant_id):
                raise LookupError(f"there is no variant {variant_id}")

    def variants(self, text: str | None = None) -> list[Json]:
        """A hundred variants at most, whose name, SKU or number has `text`: price in rupiah, stock, `disabled`."""
        store = self._state.store
        with store.transaction():
            rows = store.all(
                "SELECT variants.id, name, sku, variants.option1, variants.option2, price, stock, disabled"
                " FROM variants JOIN items ON items.seq = item_seq WHERE ? IS NULL"
                " OR instr(lower(name || ' ' || sku || ' ' || variants.id), lower(?)) ORDER BY variants.id LIMIT 100",
                text, text,
            )  # fmt: skip
        return [
            {
                "id": row["id"],
                "name": " - ".join(part for part in (row["name"], row["option1"], row["option2"]) if part),
                "sku": row["sku"],
                "price": row["price"],
                "stock": row["stock"],
                "disabled": bool(row["disabled"]),
            }
            for row in rows
        ]

    def set_disabled(self, variant_id: int, disabled: bool) -> None:
        """Take a variant off sale, or put it back. Raises LookupError for an unknown variant."""
        check_number("variant_id", variant_id)
        store = self._state.store
        with store.transaction():
            if not store.run("UPDATE variants SET disabled = ? WHERE id = ?", int(disabled), variant_id):
                raise LookupError(f"there is no variant {variant_id}")

    def set_price(self, variant_id: int, rupiah: int) -> None:
        """Set the price of a variant. Raises LookupError for an unknown variant."""
        check_number("variant_id", variant_id)
        check_number("rupiah", rupiah)
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

    def stock(self, variant_id: int) -> int | None:
        """How many of a variant are left; None: no limit. Raises LookupError for an unknown variant."""
        store = self._state.store
        with store.transaction():
            row = store.one("SELECT stock FROM variants WHERE id = ?", variant_id)
        if row is None:
            raise LookupError(f"there is no variant {variant_id}")
        return None if row["stock"] is None else int(row["stock"])

    def discount_codes(self) -> list[Json]:
        """Every discount code with its use so far."""
        store = self._state.store
        with store.transaction():
            rows = store.all("SELECT doc, used FROM discounts ORDER BY code")
        return [json.loads(row["doc"]) | {"current_usage": row["used"]} for row in rows]
