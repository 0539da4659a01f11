"""Patterns of the contract, compiled: Python's expressions lack `\\p{Lu}` and its like."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from itertools import groupby

__all__ = ["compiled"]

_PIECE = re.compile(r"\\[pP]\{\w+\}|\\.|.", re.DOTALL)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as Python reads it. `\\p{...}` names a general category of Unicode: `L`, `Lu`, `Nd`."""
    if "\\p{" not in pattern and "\\P{" not in pattern:
        return re.compile(pattern)
    parts: list[str] = []
    in_set = False
    for piece in _PIECE.findall(pattern):
        if piece[:3] in ("\\p{", "\\P{"):
            ranges = _ranges(piece[3:-1], piece[1] == "P")
            parts.append(ranges if in_set else f"[{ranges}]")
        else:
            in_set = piece == "[" or (in_set and piece != "]")
            parts.append(piece)
    return re.compile("".join(parts))


@cache
def _ranges(category: str, others: bool) -> str:
    """All characters of a category, or all others, as they stand in a set of an expression."""
    return "".join(
        f"\\U{first:08x}-\\U{last:08x}" for first, last, found in _runs() if found.startswith(category) != others
    )


@cache
def _runs() -> list[tuple[int, int, str]]:
    """(first, last, category) of neighbours of one category."""
    result = []
    first = 0
    for category, group in groupby(map(unicodedata.category, map(chr, range(sys.maxunicode + 1)))):
        after = first + sum(1 for _ in group)
        result.append((first, after - 1, category))
        first = after
    return result
