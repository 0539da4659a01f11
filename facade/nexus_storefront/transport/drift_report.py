"""What live answers hold that the contract does not: unknown fields and enum values, and values of another shape.

Off unless a `DriftReport` is given to the shop. Only names and shapes are kept, and values of enums, and of these only
what looks like a word of a contract: a phone number where a name should be is counted without being shown.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from nexus_commerce import models
from nexus_commerce._model import Model, wire_names

if TYPE_CHECKING:
    from nexus_commerce.types import Operation


__all__ = ["Drift", "DriftReport"]


# As in the contract: snake_case or UPPER_CASE, with few digits.
_WORD = re.compile(r"(?!.*\d{4})(?!(?:\D*\d){7})(?:[a-z][a-z0-9_]{0,60}|[A-Z][A-Z0-9_]{0,60})")


_SHAPES = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}


_SCALARS = {"str": {"string"}, "bool": {"boolean"}, "int": {"integer"}, "float": {"number", "integer"}}


class Drift(NamedTuple):
    """One difference."""

    operation_id: str
    kind: Literal["unknown field", "unknown enum value", "unknown variant", "other shape"]
    where: str
    """`Model.field`, by the names on the wire; `body` for all of it."""
    detail: str
    """The shape that came, or the enum's value. What is no word of a contract is `<name>`, or its shape in brackets."""


class DriftReport:
    """Counts differences per operation. May be shared by shops and threads."""

    def __init__(self, *, limit: int = 10_000) -> None:
        self._counts: Counter[Drift] = Counter()
        self._lock = threading.Lock()
        self._limit = limit
        self.dropped = 0
        """Differences not counted because `limit` different ones are."""

    def __len__(self) -> int:
        return len(self._counts)

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
        found: list[Drift] = []
        _walk(operation.id, answer, found)
        self._count(found)

    def see_unreadable(self, operation_id: str, content: bytes) -> None:
        """Count a 2xx body that is not even of the shape that the contract promises."""
        try:
            shape = _shape(json.loads(content)) if content.strip() else "empty"
        except (ValueError, RecursionError):
            shape = "not JSON"
        self._count([Drift(operation_id, "other shape", "body", shape)])

    def _count(self, found: list[Drift]) -> None:
        with self._lock:
            for drift in found:
                if drift in self._counts or len(self._counts) < self._limit:
                    self._counts[drift] += 1
                else:
                    self.dropped += 1


class _Expected(NamedTuple):
    """What a field's annotation promises."""

    shapes: frozenset[str]
    values: frozenset[object]
    """The known values of an enum."""
    moment: bool
    objects: bool
    """Objects become models; one that stayed a mapping is of a kind the contract does not know."""
    element: _Expected | None


def _walk(operation_id: str, value: object, found: list[Drift]) -> None:
    if isinstance(value, list):
        for element in value:
            _walk(operation_id, element, found)
    elif isinstance(value, Model):
        cls: type = type(value)
        for key, extra in value.additional_properties.items():
            shown = key if _WORD.fullmatch(key) else "<name>"
            found.append(Drift(operation_id, "unknown field", f"{cls.__name__}.{shown}", _shape(extra)))
        for name, wire, expected in _plan(cls):
            inner = getattr(value, name)
            if inner is None or type(inner).__name__ == "Unset":
                continue
            _compare(operation_id, f"{cls.__name__}.{wire}", inner, expected, found)
            _walk(operation_id, inner, found)


def _compare(operation_id: str, where: str, value: object, expected: _Expected, found: list[Drift]) -> None:
    shape = _shape(value)
    if expected.shapes and shape not in expected.shapes:
        found.append(Drift(operation_id, "other shape", where, shape))
    elif expected.moment and isinstance(value, str):
        found.append(Drift(operation_id, "other shape", where, "unreadable date"))
    elif expected.values and value not in expected.values:
        shown = value if isinstance(value, str) and _WORD.fullmatch(value) else f"<{shape}>"
        found.append(Drift(operation_id, "unknown enum value", where, shown))
    elif expected.objects and isinstance(value, dict):
        found.append(Drift(operation_id, "unknown variant", where, shape))
    elif expected.element is not None and isinstance(value, list):
        for element in value:
            if element is not None:
                _compare(operation_id, f"{where}[]", element, expected.element, found)


def _shape(value: object) -> str:
    if isinstance(value, Model):
        return "object"
    if isinstance(value, date):
        return "string"
    return "null" if value is None else _SHAPES.get(type(value), "other")


@cache
def _plan(cls: type) -> tuple[tuple[str, str, _Expected], ...]:
    annotations = cls.__annotations__
    return tuple((name, wire, _expected(annotations[name])) for name, wire in wire_names(cls).items())


def _expected(annotation: str) -> _Expected:
    """The promise of an annotation, without the widening that answers get (null, absent, text for a number)."""
    parts = [part for part in _alternatives(annotation) if part not in ("None", "Unset")]
    shapes: set[str] = set()
    values: frozenset[object] = frozenset()
    moment = objects = False
    element: _Expected | None = None
    for part in parts:
        if part == "Any":
            return _Expected(frozenset(), frozenset(), False, False, None)
        if part.rpartition(".")[2] in ("datetime", "date"):
            moment = True
            shapes.add("string")
        elif part.startswith("list["):
            shapes.add("array")
            element = _expected(part[5:-1])
        elif part.startswith("dict["):
            shapes.add("object")
        elif part in ("str", "bool", "int", "float"):
            if part != "str" or parts[0] not in ("int", "float"):
                shapes |= _SCALARS[part]
        else:
            known: Any = getattr(models, part, None)
            if get_origin(known) is Literal:
                values = frozenset(get_args(known))
                shapes |= {_shape(value) for value in values}
            else:
                shapes.add("object")
                objects = objects or isinstance(known, type)
    return _Expected(frozenset(shapes), values, moment, objects, element)


def _alternatives(annotation: str) -> list[str]:
    """The parts of `A | B[C | D]` at the outermost level."""
    parts, depth, start = [], 0, 0
    for position, character in enumerate(annotation):
        depth += (character == "[") - (character == "]")
        if character == "|" and depth == 0:
            parts.append(annotation[start:position].strip())
            start = position + 1
    return [*parts, annotation[start:].strip()]
