"""What a shop may be put together from, checked where it is given."""

from __future__ import annotations

from collections.abc import Sequence

from ..arguments import sequence
from ..clock import Clock
from ..errors import InvalidInput
from ..transport.hooks import Hook

__all__ = ["check_hooks", "check_parts"]


_STORE = ("get", "put", "delete", "keys", "lease")


def check_parts(*, store: object, drift: object, clock: object, checkout_policy: object, events: object) -> None:
    """Raises `InvalidInput` for a part that is not what its name says. None is the default of each but the clock.

    By what a part has, not by its class: few shops need most of these at once, and they need not be imported.
    """
    if store is not None and (isinstance(store, type) or not all(hasattr(store, name) for name in _STORE)):
        raise InvalidInput("store must be a Store")
    if drift is not None and not hasattr(drift, "see"):
        raise InvalidInput("drift must be a DriftReport")
    if not isinstance(clock, Clock):
        raise InvalidInput("clock must be a Clock")
    if checkout_policy is not None and not hasattr(checkout_policy, "settle_reads"):
        raise InvalidInput("checkout_policy must be a CheckoutPolicy")
    if events is not None and not hasattr(events, "purchase_point"):
        raise InvalidInput("events must be EventSettings")


def check_hooks(hooks: Sequence[Hook]) -> tuple[Hook, ...]:
    """The shop's hooks, or `InvalidInput`."""
    found = sequence("hooks", hooks, "functions")
    if not all(map(callable, found)):
        raise InvalidInput("hooks must be functions that take a CallEvent")
    return tuple(found)
