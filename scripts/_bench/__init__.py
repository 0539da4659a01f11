"""One module a section; each has `run() -> Iterator[Measure]`, collected by scripts/bench.py."""

from math import isfinite
from typing import NamedTuple


class Measure(NamedTuple):
    """One comparison: `ours` and `peers` share `unit`, taken in the same run.

    `limit` bounds ours divided by the first peer, `most` bounds ours itself.
    """

    name: str
    unit: str
    ours: float
    peers: dict[str, float]
    limit: float | None = None
    most: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours divided by the first peer."""
        return self.ours / next(iter(self.peers.values()))

    @property
    def over(self) -> bool:
        """Whether a bound is passed."""
        return (self.limit is not None and self.ratio > self.limit) or (self.most is not None and self.ours > self.most)

    def problem(self) -> str | None:
        """Why this cannot be a measurement: nothing measured, or the same thing on both sides."""
        if not self.peers:
            return "there is no peer"
        for side, value in {"ours": self.ours, **self.peers}.items():
            if not isfinite(value) or value <= 0:
                return f"{side} is {value}"
        # Two processes of different code never hold the same memory to four digits; times may come that close.
        size = self.unit in {"kB", "MB"}
        for side, value in self.peers.items():
            if value == self.ours or (size and f"{value:.4g}" == f"{self.ours:.4g}"):
                return f"ours and {side} are equal to the digit"
        return None
