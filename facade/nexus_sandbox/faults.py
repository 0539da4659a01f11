"""Misbehaviour on command: which answer goes wrong, how, and how often."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

FaultKind = Literal[
    "latency",
    "status",
    "text_429",
    "html_502",
    "status_520",
    "reset",
    "cut_body",
    "truncated_json",
    "wrong_content_type",
    "slow_body",
    "empty_200",
]
When = Literal["before", "after"]
_SLOW = ("latency", "slow_body")
BODILESS = (204, 205, 304)
# What only some kinds take; the others would do nothing with it.
_TAKES: Mapping[str, tuple[str, ...]] = {
    "latency": ("seconds",),
    "slow_body": ("seconds",),
    "status": ("status", "body", "retry_after"),
    "text_429": ("retry_after",),
    "html_502": ("retry_after",),
    "status_520": ("retry_after",),
}
_SPOILERS = (*_SLOW, "cut_body", "truncated_json", "wrong_content_type")


@dataclass
class Fault:
    """One planned fault.

    `operation` is an operation id, or `*` for any. The first `skip` matching requests pass, the next `count` go wrong
    (None: all from then on). `when` says whether the operation runs first: `after` means that its effect is committed
    and only the answer suffers. `latency`, `cut_body`, `truncated_json`, `wrong_content_type` and `slow_body` spoil an
    answer: the operation's `after`, which is their None, and a 503 `before`. None is `before` for the other kinds.
    """

    operation: str
    kind: FaultKind
    count: int | None = 1
    skip: int = 0
    when: When | None = None
    seconds: float = 0.0
    """How long `latency` waits before the operation, and how long `slow_body` takes over the body."""
    status: int = 500
    """The status of kind `status`; one of a redirect comes with the `Location` of another host."""
    body: dict[str, Any] | None = None
    """The JSON of kind `status`; None: an error in the contract's shape."""
    retry_after: str | None = None
    """The `Retry-After` of `text_429`, `status`, `html_502` and `status_520`; None: none is sent."""
    hits: int = field(default=0)
    id: int = field(default=0)

    def __post_init__(self) -> None:
        if self.kind not in get_args(FaultKind):
            raise ValueError(f"there is no fault {self.kind!r}; there are {', '.join(get_args(FaultKind))}")
        if self.when is None:
            self.when = "after" if self.kind in _SPOILERS else "before"
        if self.when not in get_args(When):
            raise ValueError("a fault comes `before` or `after` the operation")
        self._check_taken()
        if self.kind in _SLOW and self.seconds == 0:
            raise ValueError(f"{self.kind} takes `seconds`")
        if (self.count is not None and self.count < 1) or self.skip < 0 or self.seconds < 0:
            raise ValueError("count is at least 1; skip and seconds are not negative")
        if not 200 <= self.status <= 599:
            raise ValueError("status must be from 200 to 599")
        if self.retry_after is not None and not isinstance(self.retry_after, str):
            raise ValueError("retry_after is the text of the header")

    def _check_taken(self) -> None:
        taken = _TAKES.get(self.kind, ())
        given = {"seconds": self.seconds != 0, "status": self.status != 500, "body": self.body is not None}
        for name, there in (given | {"retry_after": self.retry_after is not None}).items():
            if there and name not in taken:
                raise ValueError(f"{self.kind} takes no `{name}`")
        if self.body is not None and self.status in BODILESS:
            raise ValueError(f"an answer with status {self.status} has no body")

    @property
    def runs_operation(self) -> bool:
        return self.when == "after"

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


class Faults:
    """The planned faults, oldest first; the first that matches a request takes it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._planned: list[Fault] = []
        self._made = 0

    def add(self, fault: Fault) -> Fault:
        with self._lock:
            self._made += 1
            fault.id = self._made
            self._planned.append(fault)
        return fault

    def take(self, operation: str) -> Fault | None:
        """Return the fault for this request of `operation`, if one is due, and count it."""
        if not self._planned:
            return None
        with self._lock:
            for fault in self._planned:
                if fault.operation not in (operation, "*"):
                    continue
                if fault.skip:
                    fault.skip -= 1
                    continue
                if fault.count is not None and fault.hits >= fault.count:
                    continue
                fault.hits += 1
                return fault
        return None

    def clear(self) -> None:
        with self._lock:
            self._planned.clear()

    def planned(self) -> list[Fault]:
        with self._lock:
            return list(self._planned)
