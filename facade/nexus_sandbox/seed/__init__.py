"""The shop the sandbox opens with: made up by us, the same for the same seed."""

from __future__ import annotations

from ..store import Store
from .catalog import fill_catalog
from .locations import fill_locations
from .people import fill_people


def fill(store: Store, items: int, now: float) -> None:
    """Fill a fresh store. `items` is the least number of listed catalogue items."""
    with store.transaction():
        fill_locations(store)
        fill_catalog(store, items)
        fill_people(store, now)
