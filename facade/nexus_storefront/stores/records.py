"""Records as they are kept: JSON by the names of their fields, read back only where every value is of its type."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from math import isfinite
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

__all__ = ["dump", "load"]

T = TypeVar("T")


def dump(record: Any) -> dict[str, Any]:
    """The fields of an attrs record that its constructor takes, without those that are as they begin."""
    kept: dict[str, Any] = {}
    kind: Any = type(record)
    for name, field in _fields(kind).items():
        value = getattr(record, field.name)
        if value != field.default:
            kept[name] = dump(value) if attrs.has(type(value)) else value
    return kept


def load(kind: type[T], kept: object) -> T | None:
    """The record that `dump` gave, also as JSON; None for anything else, whatever it is."""
    try:
        made: T = _read(kind, json.loads(kept) if isinstance(kept, (str, bytes)) else kept)
    except (KeyError, ValueError, TypeError, OverflowError, RecursionError):
        return None
    return made


@cache
def _fields(kind: Any) -> dict[str, attrs.Attribute[Any]]:
    """By their names in the constructor."""
    return {field.alias or field.name: field for field in attrs.fields(kind) if field.init}


_hints = cache(get_type_hints)


@cache
def _parts(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    return get_origin(hint), get_args(hint)


def _read(hint: Any, value: Any) -> Any:
    """`value` as the hint has it. Raises ValueError or TypeError where it is something else."""
    # First what nearly all are: of the very type, or of one that may be.
    found = type(value)
    if hint is object or (found is hint and hint is not float):
        return value
    kind, inside = _parts(hint)
    if kind in (Union, UnionType):
        if found in inside and found is not float:
            return value
        for each in inside:
            with suppress(KeyError, ValueError, TypeError):
                return _read(each, value)
    if kind is Literal and found is not bool and value in inside:
        return value
    if kind is tuple and isinstance(value, list):
        parts = inside[:1] * len(value) if inside[-1] is Ellipsis else inside
        return tuple(_read(part, each) for part, each in zip(parts, value, strict=True))
    if kind is Mapping and isinstance(value, dict):
        return {name: _read(inside[1], each) for name, each in value.items()}
    if attrs.has(hint) and isinstance(value, dict):
        names, hints = _fields(hint), _hints(hint)
        return hint(**{name: _read(hints[names[name].name], each) for name, each in value.items()})
    if hint is float and found in (int, float) and isfinite(value):
        return value
    if isinstance(hint, type) and issubclass(hint, str) and isinstance(value, str):
        return hint(value)
    raise ValueError("a value of another type")
