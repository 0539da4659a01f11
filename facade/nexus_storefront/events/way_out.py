"""Which relay a shop's events take."""

from __future__ import annotations

from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ..clock import Clock
    from ..stores import AsyncStore, Store
    from .outbox import Outbox
    from .relay import Relay
    from .settings import EventSettings

__all__ = ["relay_of"]


def relay_of(
    store_id: str, settings: EventSettings, outbox: Outbox | None, store: Store | AsyncStore, clock: Clock
) -> Relay:
    """The relay over the outbox's file; over the shop's own store where that is awaited, as in a browser's page, whose
    files are gone after a reload."""
    if outbox is None and settings.outbox is None and iscoroutinefunction(store.get):
        from .store_relay import StoreRelay

        return cast("Relay", StoreRelay(store_id, settings, cast("AsyncStore", store), clock))  # it is awaited
    from .relay import Relay

    return Relay(store_id, settings, outbox, clock=clock)
