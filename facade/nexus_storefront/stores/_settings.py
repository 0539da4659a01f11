"""What a store is told when it is made, checked at once, and the libraries that only some need."""

import sys
from importlib import import_module
from typing import Any

from ..clock import Clock
from ..errors import InvalidInput, MissingExtra

_LONGEST = 1e6  # more than a lock of the system can be waited for is an error there


def check_times(clock: Clock, **seconds: float) -> None:
    """The clock, and how long is waited for something."""
    if not isinstance(clock, Clock):
        raise InvalidInput("clock must be a Clock")
    for name, value in seconds.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= _LONGEST:
            raise InvalidInput(f"{name} must be a number of seconds from 0 to {_LONGEST:g}")


def needs(module: str, extra: str) -> Any:
    """Import a library that belongs to an extra."""
    try:
        return import_module(module)
    except (ImportError, NotImplementedError) as error:  # the latter where it knows that it cannot work, as in a page
        there = f"pip install 'nexus-storefront[{extra}]'"
        if sys.platform == "emscripten":
            there = "a browser's page does not have it, and keeps things in its PageStore"
        raise MissingExtra(f"this store needs {module}: {there}") from error
