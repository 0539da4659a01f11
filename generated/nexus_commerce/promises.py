"""What the contract promises of answers, and where an answer differs: for those who watch for drift.

Models take whatever the service sends. The table of what they should hold is loaded when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any, Literal, NamedTuple

from ._model import Model, read_date, read_date_time, wire_names

__all__ = ["Difference", "Promise", "differences", "promises", "shape"]

Shape = Literal["null", "boolean", "integer", "number", "string", "array", "object", "other"]


class Promise(NamedTuple):
    """What one field holds according to the contract. Every field may be null or absent besides."""

    shapes: frozenset[str]
    """JSON types; none: anything."""
    values: frozenset[object] = frozenset()
    """The known values, where the contract lists them."""
    moment: Literal["date-time", "date"] | None = None
    """How a text is read."""
    models: bool = False
    """Objects are of classes that the contract knows."""
    element: Promise | None = None
    """What each item of an array holds."""


class Difference(NamedTuple):
    """One place where an answer is not what the contract promises. `value` may be personal or a secret."""

    kind: Literal["unknown field", "unknown enum value", "unknown variant", "other shape", "unreadable date"]
    model: str
    field: str
    """By its name on the wire; `field[]` is an item of it."""
    value: object


def promises(model: type[Model]) -> Mapping[str, Promise]:
    """Name on the wire -> what the contract promises of it; empty for a class that is only ever sent."""
    return _promises_of(model.__name__)


def differences(body: object) -> Iterator[Difference]:
    """Look through what an operation returned: a model, or lists and maps of models."""
    if isinstance(body, list):
        for item in body:
            yield from differences(item)
    elif isinstance(body, dict):
        for item in body.values():
            yield from differences(item)
    elif isinstance(body, Model):
        yield from _in_model(body)


def shape(value: object) -> Shape:
    """The JSON type of a value that a model holds."""
    if isinstance(value, Model):
        return "object"
    if isinstance(value, date):
        return "string"
    return "null" if value is None else _SHAPES.get(type(value), "other")


_SHAPES: Mapping[type, Shape] = {
    str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"
}  # fmt: skip
_MOMENTS = {"date-time": read_date_time, "date": read_date}


@cache
def _promises_of(name: str) -> Mapping[str, Promise]:
    table: Mapping[str, Mapping[str, Any]] = import_module("._promises", __package__).PROMISES
    return {wire: _promise(told) for wire, told in table.get(name, {}).items()}


def _in_model(model: Model) -> Iterator[Difference]:
    cls = type(model)
    for key, extra in model.additional_properties.items():
        yield Difference("unknown field", cls.__name__, key, extra)
    promised = promises(cls)
    for name, wire in wire_names(cls).items():
        value = getattr(model, name)
        if value is None or type(value).__name__ == "Unset":
            continue
        if wire in promised:
            yield from _compared(cls.__name__, wire, value, promised[wire])
        yield from differences(value)


def _compared(model: str, field: str, value: object, promise: Promise) -> Iterator[Difference]:
    kind = shape(value)
    if promise.shapes and kind not in promise.shapes:
        yield Difference("other shape", model, field, value)
    elif promise.moment is not None and isinstance(value, str) and isinstance(_MOMENTS[promise.moment](value), str):
        yield Difference("unreadable date", model, field, value)
    elif promise.values and value not in promise.values:
        yield Difference("unknown enum value", model, field, value)
    elif promise.models and isinstance(value, dict):
        yield Difference("unknown variant", model, field, value)
    elif promise.element is not None and isinstance(value, list):
        for item in value:
            if item is not None:
                yield from _compared(model, f"{field}[]", item, promise.element)


def _promise(told: Any) -> Promise:
    """One entry of the table: a word, [what items are], {value: JSON type} of an enum, or a tuple of such."""
    ways = told if isinstance(told, tuple) else (told,)
    shapes: set[str] = set()
    values: set[object] = set()
    moment: Literal["date-time", "date"] | None = None
    element: Promise | None = None
    for way in ways:
        match way:
            case list():
                shapes.add("array")
                element = _promise(way[0]) if way else None
            case dict():
                shapes.update(way.values())
                values.update(way)
            case "date-time" | "date":
                shapes.add("string")
                moment = way
            case "number":
                shapes |= {"number", "integer"}
            case "model":
                shapes.add("object")
            case _:
                shapes.add(way)
    return Promise(frozenset(shapes), frozenset(values), moment, "model" in ways and "object" not in ways, element)
