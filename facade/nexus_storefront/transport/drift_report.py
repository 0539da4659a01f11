"""What live answers hold that the contract does not: unknown fields and enum values, and values of another shape.

Off unless a `DriftReport` is given to the shop. Only names and shapes are kept, and values of enums, and of these only
what looks like a word of a contract: a phone number where a name should be is counted without being shown.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from nexus_commerce.promises import Difference, differences, shape

from ..arguments import whole
from ..stores._forks import ForkLock

if TYPE_CHECKING:
    from nexus_commerce.types import Operation


# As in the contract: snake_case or UPPER_CASE, with few digits.
_WORD = re.compile(r"(?!.*\d{4})(?!(?:\D*\d){7})(?:[a-z][a-z0-9_]{0,60}|[A-Z][A-Z0-9_]{0,60})")


class Drift(NamedTuple):
    """One difference."""

    operation_id: str
    """The operation in whose answer it was."""
    kind: Literal["unknown field", "unknown enum value", "unknown variant", "other shape"]
    """The kind of difference; only `other shape` breaks anything."""
    where: str
    """`Model.field`, by the names on the wire; `body` for all of it."""
    detail: str
    """The shape that came, or the enum's value. What is no word of a contract is `<name>`, or its shape in brackets."""


class DriftReport:
    """Counts differences per operation. May be shared by shops and threads."""

    def __init__(self, *, limit: int = 10_000) -> None:
        self._counts: Counter[Drift] = Counter()
        self._lock = ForkLock()
        self._limit = whole("limit", limit, least=0)
        self.dropped = 0
        """Differences not counted because `limit` different ones are."""

    def __len__(self) -> int:
        return len(self._counts)

    def __str__(self) -> str:
        """One line a difference: how often, where, and what."""
        counts = sorted(self.counts().items())
        return (
            "\n".join(f"{count} × {d.operation_id}: {d.kind} {d.where} ({d.detail})" for d, count in counts)
            or "no drift"
        )

    def counts(self) -> dict[Drift, int]:
        """Every difference so far, and how often it was seen."""
        with self._lock:
            return dict(self._counts)

    def export(self) -> str:
        """The report as JSON: operation id → list of differences with their counts."""
        report: dict[str, list[dict[str, object]]] = {}
        for drift, count in sorted(self.counts().items()):
            entry = {"kind": drift.kind, "where": drift.where, "detail": drift.detail, "count": count}
            report.setdefault(drift.operation_id, []).append(entry)
        return json.dumps(report, indent=2, ensure_ascii=True)

    def see(self, operation: Operation, answer: object) -> None:
        """Look through what a generated operation returns."""
        self._count([_drift(operation.id, difference) for difference in differences(answer)])

    def see_unreadable(self, operation_id: str, content: bytes) -> None:
        """Count a 2xx body that is not even of the shape that the contract promises."""
        try:
            detail: str = shape(json.loads(content)) if content.strip() else "empty"
        except (ValueError, RecursionError):
            detail = "not JSON"
        self._count([Drift(operation_id, "other shape", "body", detail)])

    def _count(self, found: list[Drift]) -> None:
        with self._lock:
            for drift in found:
                if drift in self._counts or len(self._counts) < self._limit:
                    self._counts[drift] += 1
                else:
                    self.dropped += 1


def _drift(operation_id: str, difference: Difference) -> Drift:
    """A difference with what may be kept of it: names and shapes, and values that are words of a contract."""
    kind, field, value = difference.kind, difference.field, difference.value
    detail: str = shape(value)
    if kind == "unknown field":
        field = field if _WORD.fullmatch(field) else "<name>"
    elif kind == "unreadable date":
        return Drift(operation_id, "other shape", f"{difference.model}.{field}", kind)
    elif kind == "unknown enum value":
        detail = value if isinstance(value, str) and _WORD.fullmatch(value) else f"<{detail}>"
    return Drift(operation_id, kind, f"{difference.model}.{field}", detail)
