"""Records as they are kept: JSON by the names of their fields, read back only where every value is of its type."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from math import isfinite
from types import UnionType
from typing import Any, Literal, Self, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attrs

from ..redact import SecretBytes, decoded
from ._protocol import DamagedEntry

T = TypeVar("T")
_PLAIN = frozenset((str, int, bool, type(None)))
"""Classes of which a value is what it says; a float may be none that can be written again."""
Reader: TypeAlias = Callable[[Any], Any]
"""Gives a value as a hint has it. Raises ValueError or TypeError for one of another type."""


class Kept:
    """An attrs record that a store keeps as bytes."""

    __slots__ = ()

    def to_bytes(self) -> bytes:
        return SecretBytes(_JSON.encode(dump(self)).encode())

    @classmethod
    def from_bytes(cls, value: bytes) -> Self | None:
        """The record in an entry's value; None for anything else."""
        return load(cls, value)

    @classmethod
    def kept(cls, key: str, value: bytes) -> Self:
        """The record of an entry's value. Raises `DamagedEntry`, with the key, for anything else."""
        found = cls.from_bytes(value)
        if found is None:
            raise DamagedEntry(key)
        return found


def dump(record: Any) -> dict[str, Any]:
    """The fields of an attrs record by the names of its constructor, without those that have their default."""
    kept: dict[str, Any] = {}
    kind: Any = type(record)
    for name, attribute, default in _fields(kind):
        value = getattr(record, attribute)
        if value != default:
            kept[name] = dump(value) if hasattr(value, "__attrs_attrs__") else value
    return kept


_JSON = json.JSONEncoder(default=dump, check_circular=False)
"""Made once: `json.dumps` would make one for each record."""


def as_mapping(value: bytes) -> dict[str, Any]:
    """A record's bytes as a mapping; an empty one if they are no JSON object."""
    found = decoded(value)
    return found if isinstance(found, dict) else {}


def load(kind: type[T], kept: object) -> T | None:
    """The record of what `dump` gave, also as JSON text; None for anything else."""
    try:
        made: T = _reader(cast("Any", kind))(json.loads(kept) if isinstance(kept, (str, bytes)) else kept)
    except (KeyError, ValueError, TypeError, OverflowError, RecursionError):
        return None
    return made


@cache
def _fields(kind: Any) -> list[tuple[str, str, object]]:
    """The fields of a class: name in the constructor, attribute and default."""
    return [(field.alias or field.name, field.name, field.default) for field in attrs.fields(kind) if field.init]


@cache
def _reader(hint: Any) -> Reader:
    """A function that reads values of a type hint; it is made once for each hint."""
    kind, inside = get_origin(hint), get_args(hint)
    if hint is object:
        return lambda value: value
    if hint is float:
        return lambda value: value if type(value) in (int, float) and isfinite(value) else _refused()
    if kind in (Union, UnionType):
        return _one_of(_PLAIN.intersection(inside), [_reader(each) for each in inside if each not in _PLAIN])
    if kind is Literal:
        return lambda value: value if type(value) is not bool and value in inside else _refused()
    if kind is tuple and inside[-1] is Ellipsis:
        part = _reader(inside[0])
        return lambda value: tuple(map(part, _a(list, value)))
    if kind is tuple:
        parts = [_reader(each) for each in inside]
        return lambda value: tuple([part(each) for part, each in zip(parts, _a(list, value), strict=True)])
    if kind is Mapping:
        read = _reader(inside[1])
        return lambda value: {name: read(each) for name, each in _a(dict, value).items()}
    if attrs.has(hint):
        hints = get_type_hints(hint)
        readers = {name: _reader(hints[attribute]) for name, attribute, _ in _fields(hint)}
        return lambda value: hint(**{name: readers[name](each) for name, each in _a(dict, value).items()})
    if issubclass(hint, str) and hint is not str:
        return lambda value: hint(_a(str, value))
    return lambda value: value if type(value) is hint else _refused()


def _one_of(plain: frozenset[Any], ways: list[Reader]) -> Reader:
    def read(value: Any) -> Any:
        if type(value) in plain:
            return value
        for way in ways:
            try:
                return way(value)
            except (KeyError, ValueError, TypeError):
                continue
        return _refused()

    return read


def _a(kind: type[Any], value: Any) -> Any:
    return value if type(value) is kind else _refused()


def _refused() -> Any:
    raise ValueError("a value of another type")
