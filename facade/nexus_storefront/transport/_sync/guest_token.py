# Rendered from facade/nexus_storefront/transport/_async/guest_token.py by scripts/unasync.py; edit that file.
"""The guest cart's token, as the store keeps it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ...errors import InvalidInput, Timeout
from ...log import harmless, logger
from ...redact import Secret, SecretBytes
from ...stores import DamagedEntry, StoreError
from ...stores.leases import patience
from ..routes import check_value
from .concurrency import Lock, in_thread, in_thread_for

if TYPE_CHECKING:
    from ...clock import Clock
    from ...stores import Store


class GuestToken:
    """The token that names a guest's cart: in memory, and in the store before anything depends on it."""

    def __init__(self, store: Store, key: str, clock: Clock) -> None:
        self.value: Secret | None = None
        self.key = key
        self.creating = Lock()
        """Held while a cart is being made, so that two first calls do not make two."""
        self._store = store
        self._clock = clock
        self._loaded = False
        self._unsaved = False

    def __repr__(self) -> str:
        return f"GuestToken(known={self.value is not None})"

    def current(self) -> Secret | None:
        """The token, from the store on first use."""
        if not self._loaded:
            self.reload()
        return self.value

    def reload(self) -> Secret | None:
        """The token as the store has it now, which may take it as long as the call; an unsaved newer one stays."""
        if self._unsaved:
            self.saved()
            return self.value
        try:
            entry = in_thread_for(patience(60.0, self._clock), self._store.get, self.key)
        except TimeoutError:
            raise Timeout("the store did not answer in time: nothing was sent", effect="nothing_left") from None
        except DamagedEntry:
            entry = None  # it names no cart any more
        try:
            self.value = _checked(entry.value.decode()) if entry else None
        except (InvalidInput, UnicodeDecodeError):
            self.value = None  # not something that a service ever issued
        self._loaded = True
        return self.value

    def saved(self) -> None:
        """Save again what could not be saved before."""
        if self._unsaved and self.value is not None:
            self.keep(self.value)

    def keep(self, token: str) -> None:
        """Remember the token that an answer carried."""
        try:
            self.value = _checked(token)
        except InvalidInput:
            logger.warning("the service sent a guest token that cannot be sent back; it is ignored")
            return
        self._loaded = self._unsaved = True
        entry = self.key, SecretBytes(self.value.encode())
        # Else the cart lives on in memory; every later guest answer tries to save again.
        with harmless("the guest token could not be saved", StoreError):
            try:
                in_thread(self._store.put, *entry)
            except DamagedEntry:  # over which nothing is written
                in_thread(self._store.delete, self.key)
                in_thread(self._store.put, *entry)
            self._unsaved = False

    def forget(self, token: str) -> None:
        """Drop `token`, unless it has been replaced already."""
        with suppress(DamagedEntry):  # which names no cart
            entry = in_thread(self._store.get, self.key)
            if entry is not None and entry.value == token.encode():
                in_thread(self._store.delete, self.key, expected=entry.version)
        if self.value == token:
            self.value, self._unsaved = None, False


def _checked(token: str) -> Secret:
    return Secret(check_value("guest token", token, limit=200))
