"""Compare what bodies are written in, and find where their schemas meet."""

from __future__ import annotations

from _drift.compare_schemas import SchemaPairs
from _drift.edits import Direct, Edit, OperationPair, Root
from _drift.meaning import signature, telling
from _drift.policy import Role
from _drift.shapes import Handle, Media, plain

MediaTypes = tuple[dict[str, Media], str]
"""Media types, and the pointer of what has them."""


def compare_content(
    pairs: SchemaPairs, pair: OperationPair, role: Role, base: MediaTypes, revision: MediaTypes
) -> None:
    (old, base_at), (now, revision_at) = base, revision

    def direct(kind: str, name: str = "", before: str = "", after: str = "") -> None:
        pair.direct.append(Direct(Edit(kind, name, (base_at,), (revision_at,), before, after), role, ""))

    gone, new = sorted(old.keys() - now.keys()), sorted(now.keys() - old.keys())
    both = [(old[word], now[word]) for word in old if word in now]
    if gone and new:  # replaced, whatever by; the schemas go on being compared
        direct("media-type-changed", "", ", ".join(gone), ", ".join(new))
        both.append((old[gone[0]], now[new[0]]))
    else:
        for word in gone:
            direct("media-type-removed", word)
        for word in new:
            direct("media-type-added", word)
    for one, other in both:
        _compare_media(pairs, pair, role, one, other)
        parts = one.encoding.keys() | other.encoding.keys() if isinstance(one.encoding, dict) else ()
        for name in sorted(parts):
            if plain(one.encoding.get(name)) != plain(other.encoding.get(name)):
                direct("encoding-changed", name)


def _compare_media(pairs: SchemaPairs, pair: OperationPair, role: Role, one: Media, other: Media) -> None:
    wrapped = _wrapped(pairs, one.schema, other.schema)
    if wrapped is not None:
        x, y = pairs.base.shape(one.schema), pairs.revision.shape(other.schema)
        kind, before, after = wrapped
        pair.direct.append(Direct(Edit(kind, "", tuple(x.layers), tuple(y.layers), before, after), role, ""))
    else:
        pair.roots.append(Root(pairs.pair(one.schema, other.schema), role, ""))
    for edit in pairs.reworded(one.wording, other.wording, (one.pointer,), (other.pointer,)):
        pair.direct.append(Direct(edit, role, ""))


def _wrapped(pairs: SchemaPairs, base: Handle, revision: Handle) -> tuple[str, str, str] | None:
    """A body that became a field of a new object, or the reverse."""
    x, y = pairs.base.shape(base), pairs.revision.shape(revision)
    inner, outer = signature(pairs.base, base), signature(pairs.revision, revision)
    if inner == outer or x.properties.keys() & y.properties.keys():
        return None
    if telling(x):
        for name in sorted(y.properties):
            if signature(pairs.revision, y.properties[name]) == inner:
                return "body-wrapped", "", name
    if telling(y):
        for name in sorted(x.properties):
            if signature(pairs.base, x.properties[name]) == outer:
                return "body-unwrapped", name, ""
    return None
