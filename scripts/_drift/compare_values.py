"""Compare which values two schemas take: types, formats, bounds, enums, defaults, exclusions."""

from __future__ import annotations

from _drift.edits import Here
from _drift.meaning import DEEP, bound_kind, bound_text, contains, default_text, shown, signature
from _drift.pairing import Pairing
from _drift.shapes import COUNTS, LENGTHS, NUMERIC, SIZES, value_key

WIDER = {("int32", "int64"), ("int32", None), ("int64", None), ("float", "double"), ("float", None), ("double", None)}
"""Formats of numbers, each with one that holds all of its values; the client reads numbers of any size."""


def compare_types(here: Here, labels: tuple[str, str]) -> bool:
    """Compare types; False when nothing below is worth comparing."""
    one, other = here.x.types, here.y.types
    if one == other:
        return True
    kind = "type-changed"
    if one is None or other is None:
        kind = "type-narrowed" if one is None else "type-widened"
    elif contains(other, one):
        kind = "type-widened"
    elif contains(one, other):
        kind = "type-narrowed"
    here.edit(kind, "type", "", *labels)
    return kind != "type-changed"


def compare_values(pairing: Pairing, here: Here) -> None:
    x, y = here.x, here.y
    before, after = x.facts.get("format"), y.facts.get("format")
    if before != after and x.types == y.types:
        here.edit(_format_kind(before, after), "format", "", shown(before), shown(after) or "none")
    for word in (*NUMERIC, *LENGTHS, *SIZES, *COUNTS):
        before, after = x.facts.get(word), y.facts.get(word)
        if before != after:
            kind = bound_kind(word, before, after)
            here.edit(kind, word, "" if kind == "pattern-changed" else word, bound_text(before), bound_text(after))
    _compare_enums(here)
    compare_default(here)
    if len(x.nots) != len(y.nots):
        here.edit("exclusion-added" if len(y.nots) > len(x.nots) else "exclusion-removed", "not")
    elif [signature(pairing.base, h, 2 * DEEP) for h in x.nots] != [
        signature(pairing.revision, h, 2 * DEEP) for h in y.nots
    ]:
        here.edit("exclusion-changed", "not")


def _format_kind(before: str | None, after: str | None) -> str:
    if (before, after) in WIDER:
        return "format-widened"
    if (after, before) in WIDER:
        return "format-narrowed"
    return "format-added" if before is None else "format-removed" if after is None else "format-changed"


def _compare_enums(here: Here) -> None:
    x, y = here.x.enum, here.y.enum
    if x == y:
        return
    if x is None or y is None:
        kind = "enum-added" if x is None else "enum-removed"
        here.edit(kind, "enum", "", ", ".join(sorted(x or ())), ", ".join(sorted(y or ())))
        return
    gone, new = sorted(x.keys() - y.keys()), sorted(y.keys() - x.keys())
    if gone:
        here.edit("enum-values-removed", "enum", "", ", ".join(gone))
    if new:
        here.edit("enum-values-added", "enum", "", "", ", ".join(new))


def compare_default(here: Here) -> None:
    before, after = here.x.default, here.y.default
    if value_key(before) != value_key(after):
        here.edit("default-changed", "default", "", default_text(before), default_text(after))
