"""What callers pass, checked before anything is sent. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from nexus_commerce.types import UNSET

from .answer_fields import integer
from .errors import InvalidInput

__all__ = ["changes", "identifier", "ids", "number", "quantity", "search_text", "texts", "whole", "zoned"]


_IDENTIFIER = re.compile(r"[A-Za-z0-9_~@=+:-][A-Za-z0-9._~@=+:-]{0,254}")


def identifier(name: str, value: object) -> str:
    """`value` as a path segment that names one thing. Refuses what could leave the segment or hide in a log."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not _IDENTIFIER.fullmatch(value):
        raise InvalidInput(
            f"{name} must be an id or slug: 1 to 255 letters, digits and '._~@=+:-', not starting with '.'"
        )
    return value


def whole(name: str, value: object, *, least: int = 1, most: int = 2**53) -> int:
    """`value` as a whole number within bounds; takes digits as text, as ids often come."""
    number = integer(value)
    if number is None or not least <= number <= most:
        raise InvalidInput(f"{name} must be a whole number from {least} to {most}")
    return number


def number(name: str, value: object, *, most: float = 1e6) -> float:
    """`value` if it is a number from 0 to `most`."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
        raise InvalidInput(f"{name} must be a number from 0 to {most:g}")
    return value


def zoned(name: str, value: object) -> str:
    """A time with its zone, given as a `datetime` or as ISO 8601 text, to be sent."""
    with suppress(ValueError):
        value = datetime.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise InvalidInput(f"{name} must be a datetime or ISO 8601 text, with a time zone")
    return value.isoformat()


def quantity(value: object) -> int:
    return whole("quantity", value, most=100)


def search_text(name: str, value: object, *, limit: int = 200) -> str:
    """Free text for a query: anything a person types, no control characters."""
    if not isinstance(value, str) or not value or len(value) > limit:
        raise InvalidInput(f"{name} must be a text of 1 to {limit} characters")
    if any(ord(c) < 32 or ord(c) == 127 or 0xD800 <= ord(c) < 0xE000 for c in value):
        raise InvalidInput(f"{name} holds a control character")
    return value


def texts(limit: int, **values: object) -> dict[str, Any]:
    """The given texts by name, as `search_text` takes them; those that are None are left out."""
    return {name: search_text(name, value, limit=limit) for name, value in values.items() if value is not None}


def changes(
    given: Mapping[str, object],
    *,
    reads: Mapping[str, Callable[[str, Any], object]] | None = None,
    cleared: Mapping[str, object] | None = None,
) -> dict[str, Any]:
    """What an update sends of the given fields: none that is `UNSET`, and for None or an empty text, what clears it.

    `reads` has what takes a field that is no plain text; `cleared` the fields that can be cleared, and how.
    """
    reads, cleared = reads or {}, cleared or {}
    body: dict[str, Any] = {}
    for name, value in given.items():
        if value is UNSET:
            continue
        if value is not None and value != "":
            body[name] = reads[name](name, value) if name in reads else search_text(name, value, limit=2048)
        elif name in cleared:
            body[name] = cleared[name]
        else:
            raise InvalidInput(f"{name} cannot be cleared; without it, it stays as it is")
    if not body:
        raise InvalidInput("nothing to update was given")
    return body


def ids(name: str, values: object) -> list[int]:
    """Numeric ids, in order, each once. A text is no list of ids, although it can be iterated."""
    if isinstance(values, (str, bytes, bytearray)) or not isinstance(values, Iterable):
        raise InvalidInput(f"{name} must be a list of ids")
    return list(dict.fromkeys(whole(name, value) for value in values))
