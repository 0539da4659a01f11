"""Checks of what a shop is given, and its groups of methods, which are imported late."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from .._lazy import MadeOnce
from ..arguments import is_function, sequence
from ..errors import InvalidInput
from ..transport.hooks import Hook

# By the name of an argument: what it must be, and the attributes by which that is checked without importing its class.
_PARTS = {
    "store": ("a Store, such as FileStore(path) or SqliteStore(path)", ("get", "put", "delete", "keys", "lease")),
    "drift": ("a DriftReport", ("see",)),
    "clock": ("a Clock", ("time", "monotonic", "sleep", "asleep")),
    "checkout_policy": ("a CheckoutPolicy", ("settle_reads",)),
    "events": ("EventSettings", ("purchase_point",)),
}


def check_parts(**given: object) -> None:
    """Raises `InvalidInput` for a part that is not what its name says. None is the default of each but the clock."""
    for name, part in given.items():
        what, has = _PARTS[name]
        default = part is None and name != "clock"
        if not default and (isinstance(part, type) or not all(hasattr(part, each) for each in has)):
            raise InvalidInput(f"{name} must be {what}")


def check_hooks(hooks: Sequence[Hook]) -> tuple[Hook, ...]:
    """The shop's hooks, or `InvalidInput`."""
    found = sequence("hooks", hooks, "functions")
    if not all(map(is_function, found)):
        raise InvalidInput("hooks must be functions that take a CallEvent")
    return tuple(found)


def group(place: str, *given: str) -> Any:
    """A group of methods, by the place of its class in this package: imported and made when it is first used. `given`
    names what else its class takes of the shop."""
    module, _, name = place.rpartition(".")

    def make(shop: Any) -> Any:
        made = getattr(import_module(f"..{module}", __package__), name)
        return made(shop._core, *(getattr(shop._origin, each) for each in given))

    return MadeOnce(make)
