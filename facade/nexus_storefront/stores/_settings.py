"""What a store is told when it is made, checked at once."""

import os
from pathlib import Path

from ..clock import Clock
from ..errors import InvalidInput

_LONGEST = 1e6  # more than a lock of the system can be waited for is an error there


def path_of(path: str | os.PathLike[str], name: str = "path") -> Path:
    """`path` as a path that a file system can have."""
    try:
        found = Path(path)
        if str(path) and b"\0" not in os.fsencode(found):
            return found
    except (TypeError, ValueError):
        pass
    raise InvalidInput(f"{name} must be a path of the file system")


def check_times(clock: Clock, **seconds: float) -> None:
    """The clock, and how long is waited for something."""
    if not isinstance(clock, Clock):
        raise InvalidInput("clock must be a Clock")
    for name, value in seconds.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= _LONGEST:
            raise InvalidInput(f"{name} must be a number of seconds from 0 to {_LONGEST:g}")
