"""One module a topic; each has `run() -> list[Measure]`, collected by scripts/bench.py."""

from typing import NamedTuple


class Measure(NamedTuple):
    """One comparison: `ours` and `peers` share `unit`, taken in the same run; `limit` bounds ours / the first peer."""

    topic: str
    name: str
    unit: str
    ours: float
    peers: dict[str, float]
    limit: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours divided by the first peer, or None without a peer."""
        first = next(iter(self.peers.values()), None)
        return None if not first else self.ours / first
