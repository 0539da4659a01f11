"""Fields whose value is kept in one way and read in another: by another name, or as a date."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from .types import UNSET

__all__ = ["RESERVED", "Renamed", "date_only", "date_time", "read_date", "read_date_time", "renamed"]

RESERVED: set[str] = set()
"""Names of a model itself, filled by `_model.py`: a field called like one of them is kept where unknown ones are."""


class Renamed:
    """A field whose name in Python is not its name on the wire."""

    __slots__ = ("_hidden", "wire")

    def __init__(self, wire: str) -> None:
        self.wire = wire

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._hidden = self.wire in RESERVED

    def _place(self, model: Any) -> dict[str, Any]:
        place: dict[str, Any] = model.additional_properties if self._hidden else model.__dict__
        return place

    def __get__(self, model: Any, owner: type[Any]) -> Any:
        return self if model is None else self._read(self._place(model).get(self.wire, UNSET))

    def __set__(self, model: Any, value: Any) -> None:
        self._place(model)[self.wire] = value

    def __delete__(self, model: Any) -> None:
        self._place(model).pop(self.wire, None)

    def _read(self, value: Any) -> Any:
        return value


class _DateTime(Renamed):
    """A date-time, read on access: the text itself is kept, so that nothing is lost on the way back."""

    __slots__ = ()

    def _read(self, value: Any) -> Any:
        return read_date_time(value) if type(value) is str else value


class _Date(Renamed):
    __slots__ = ()

    def _read(self, value: Any) -> Any:
        return read_date(value) if type(value) is str else value


def read_date_time(text: str) -> datetime | str:
    """A date-time of any ISO shape; what cannot be read stays as it is."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _other_iso_shape(text)


def read_date(text: str) -> date | str:
    """A date; what cannot be read stays as it is."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


@lru_cache(maxsize=1024)
def _other_iso_shape(text: str) -> datetime | str:
    from dateutil.parser import isoparse

    try:
        return isoparse(text)
    except (ValueError, OverflowError):
        return text


def renamed(wire: str, *, default: Any = UNSET) -> Any:
    """A field called `wire` in JSON. Only type checkers read `default`: with it the keyword is optional."""
    return Renamed(wire)


def date_time(wire: str, *, default: Any = UNSET) -> Any:
    """A date-time field called `wire` in JSON."""
    return _DateTime(wire)


def date_only(wire: str, *, default: Any = UNSET) -> Any:
    """A date field called `wire` in JSON."""
    return _Date(wire)
