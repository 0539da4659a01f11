"""What every hand on the sandbox holds."""

from __future__ import annotations

from ..state import State
from ..store import Row


def check_number(name: str, value: object) -> None:
    """Raise ValueError for anything but a number from 0 on that SQLite keeps exactly."""
    if type(value) is not int or not 0 <= value < 2**53:
        raise ValueError(f"{name} is a number from 0 on, not {value!r}")


class Hand:
    """Holds the state of one sandbox."""

    def __init__(self, state: State) -> None:
        self._state = state

    def _now(self) -> float:
        return self._state.clock.time()

    def _order(self, reference: str) -> Row:
        """The order of this secret slug, order id or id. Raises LookupError for an unknown one."""
        row = self._state.store.one(
            "SELECT * FROM orders WHERE slug = ? OR order_id = ? OR id = ?", reference, reference, reference
        )
        if row is None:
            raise LookupError(f"there is no order {reference}")
        return row
