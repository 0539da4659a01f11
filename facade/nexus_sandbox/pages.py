"""Cursors: opaque to the caller, keys of the last row to us. Never an offset."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from .calls import Call
from .refusals import Json, invalid

T = TypeVar("T")


def _sign(scope: str, key: int) -> str:
    return hashlib.blake2b(f"{scope}/{key}".encode(), digest_size=6).hexdigest()


def write_cursor(scope: str, key: int) -> str:
    return base64.urlsafe_b64encode(f"{key}.{_sign(scope, key)}".encode()).decode().rstrip("=")


def read_cursor(scope: str, name: str, text: str) -> int:
    """Return the key of a cursor this sandbox wrote for `scope`. Refuses any other text."""
    try:
        key, _, sign = base64.urlsafe_b64decode(text.encode() + b"=" * (-len(text) % 4)).decode().partition(".")
        if sign == _sign(scope, int(key)):
            return int(key)
    except (ValueError, binascii.Error):
        pass
    raise invalid(name, "is not a cursor of this list", "invalid_cursor")


def page_size(call: Call, default: int, most: int) -> int:
    """Read `page_size`, which some lists accept without documenting it."""
    raw = call.query.get("page_size", default)
    if isinstance(raw, str):
        if not raw.isascii() or not raw.isdigit() or len(raw) > 6:
            raise invalid("page_size", "must be a whole number")
        raw = int(raw)
    if raw < 1:
        raise invalid("page_size", "must be at least 1")
    return min(int(raw), most)


def paginate(
    call: Call,
    scope: str,
    fetch: Callable[[str, str, int, int], Sequence[T]],
    key: Callable[[T], int],
    show: Callable[[Sequence[T]], list[Json]],
    *,
    default: int = 25,
    most: int = 100,
    descending: bool = False,
) -> Json:
    """Answer one page.

    `fetch(comparison, direction, bound, limit)` returns rows whose key compares so with `bound`, in that direction.
    """
    size = page_size(call, default, most)
    following, preceding = call.query.get("next_cursor"), call.query.get("previous_cursor")
    if following and preceding:
        raise invalid("previous_cursor", "cannot be sent together with next_cursor")
    ahead, back = ("<", ">") if descending else (">", "<")
    forward, backward = ("DESC", "ASC") if descending else ("ASC", "DESC")
    bound = 2**62 if descending else -1
    if preceding:
        bound = read_cursor(scope, "previous_cursor", preceding)
        rows = list(fetch(back, backward, bound, size + 1))
        more_before, more_after = len(rows) > size, True
        rows = rows[:size][::-1]
    else:
        if following:
            bound = read_cursor(scope, "next_cursor", following)
        rows = list(fetch(ahead, forward, bound, size + 1))
        more_before, more_after = bool(following), len(rows) > size
        rows = rows[:size]
    return {
        "data": show(rows),
        "is_paginated": True,
        "has_next": more_after and bool(rows),
        "has_previous": more_before and bool(rows),
        "next_cursor": write_cursor(scope, key(rows[-1])) if rows and more_after else None,
        "previous_cursor": write_cursor(scope, key(rows[0])) if rows and more_before else None,
        "page_size": size,
    }


def whole(rows: list[Any]) -> Json:
    """A collection that is not paginated."""
    return {"data": rows, "is_paginated": False}
