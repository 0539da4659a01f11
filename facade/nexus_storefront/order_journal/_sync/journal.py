# Rendered from facade/nexus_storefront/order_journal/_async/journal.py by scripts/unasync.py; edit that file.
"""The journal of orders: what was tried, whose turn it is at a cart, and under which names attempts are kept."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import attrs

from ...stores import StoreError, VersionConflict
from ...transport._sync.concurrency import in_thread
from ..attempt import Attempt, digest

if TYPE_CHECKING:
    from ...transport._sync.core import Core


logger = logging.getLogger("nexus_storefront")

KEPT = 7 * 86_400.0
"""Seconds that the journal keeps an attempt."""


class OrderJournal:
    """The attempts of a shop's store: what was tried, and how it ended."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def named(self, key: str) -> str:
        """The id of the attempt of a purchase that the caller has a name for."""
        return digest("key", self._core.settings.customer, key)

    def key(self, attempt_id: str) -> str:
        return f"attempt/{self._core.store_id}/{attempt_id}"

    def pointer(self, scope: str) -> str:
        """Where the id of a scope's last attempt is."""
        return f"attempt-of/{self._core.store_id}/{scope}"

    def note_removal(self, token: str | None, *, merged: bool = False) -> None:
        """The shop itself is about to take something out of the cart of a guest token, or with None the customer's: an
        order whose answer was lost cannot be told by that cart any more.

        `merged`: into the customer's cart, which then waits for that order as the guest's did.
        """
        scope = cart_scope(self._core, token)
        found = self.under_way(scope)
        while found is not None and not found[0].spoiled:
            with suppress(VersionConflict):
                self.save(attrs.evolve(found[0], spoiled=True), found[1])
            found = self.under_way(scope)
        if found is None or not merged:
            return
        mine = cart_scope(self._core, None)
        if self.under_way(mine) is None:
            in_thread(self._core.store.put, self.pointer(mine), found[0].id.encode(), ttl=KEPT)

    def under_way(self, scope: str) -> tuple[Attempt, int] | None:
        """The last attempt of a scope, if its outcome is not known."""
        last = in_thread(self._core.store.get, self.pointer(scope))
        found = None if last is None else self.load(last.value.decode())
        return None if found is None or found[0].phase != "sending" else found

    def load(self, attempt_id: str) -> tuple[Attempt, int] | None:
        """An attempt and its version in the store."""
        entry = in_thread(self._core.store.get, self.key(attempt_id))
        try:
            return None if entry is None else (Attempt.from_bytes(entry.value), entry.version)
        except ValueError as error:
            raise StoreError(f"the journal's attempt cannot be read: {error}") from None

    def save(self, attempt: Attempt, version: int) -> int:
        """Write an attempt down, over this version of it."""
        return in_thread(
            self._core.store.put, self.key(attempt.id), attempt.to_bytes(), expected=version, ttl=KEPT
        )

    def drop(self, attempt: Attempt, version: int) -> None:
        """Forget an attempt of which nothing was sent."""
        in_thread(self._core.store.delete, self.key(attempt.id), expected=version)

    def close(self, attempt: Attempt, version: int) -> bool:
        try:
            self.save(attempt, version)
            return True
        except VersionConflict:
            return self._close_over(attempt)
        except StoreError as error:
            # What is known now can be found out again from what was written before the sending.
            logger.warning("the end of a checkout could not be journalled: %s", type(error).__name__)
            return False

    def _close_over(self, attempt: Attempt) -> bool:
        """Another process has written meanwhile: an order that is known in full goes over what it found out."""
        if attempt.order_id is None and attempt.secret_slug is None:
            return False
        with suppress(StoreError):
            found = self.load(attempt.id)
            if found is not None and found[0].secret_slug is None:
                self.save(attempt, found[1])
                return True
        return False


def scopes_of(core: Core, account: str | None, token: str | None, email: str) -> tuple[str, ...]:
    """Whoever shares one of these has one order under way at a time: a cart, a customer, a guest. They take turns at
    the first, and whoever writes to the others second gives up.

    In a shop for one shopper, as its `customer` says, all guests are that one; else the e-mail tells them apart.
    """
    label = core.settings.customer
    if account is not None:
        return (digest("customer", label, account),)
    guest = digest("guest", label, email.casefold() if label == "default" else None)
    return (guest,) if token is None else (digest("cart", token), guest)


def cart_scope(core: Core, token: str | None) -> str:
    """Of the guest cart of this token, or of the signed-in customer's cart."""
    return scopes_of(core, account_of(core) if token is None else None, token, "")[0]


def turn_at(core: Core, scope: str) -> str:
    """The key of the lease that changes of a cart and orders take turns by."""
    return f"checkout/{core.store_id}/{scope}"


def account_of(core: Core) -> str:
    """Which customer is signed in, as a digest; empty when nobody is."""
    return "" if core.session is None else core.session.account()
