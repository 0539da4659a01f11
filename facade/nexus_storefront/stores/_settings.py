"""What a store is told when it is made, checked at once."""

import os
from pathlib import Path

from ..clock import Clock
from ..errors import InvalidInput


def path_of(path: str | os.PathLike[str]) -> Path:
    """`path` as a path that a file system can have."""
    try:
        found = Path(path)
        if str(path) and b"\0" not in os.fsencode(found):
            return found
    except (TypeError, ValueError):
        pass
    raise InvalidInput("path must be a path of the file system")


def check_times(clock: Clock, **seconds: float) -> None:
    """The clock, and how long is waited for something."""
    if not isinstance(clock, Clock):
        raise InvalidInput("clock must be a Clock")
    for name, value in seconds.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < float("inf"):
            raise InvalidInput(f"{name} must be a number of seconds")
