"""What a schema means, apart from how it is written: hashes to recognise it, labels to name it, bounds to weigh."""

from __future__ import annotations

import hashlib

from _contract.document import Json

from _drift.load import WORDING, token
from _drift.model import Document
from _drift.shapes import At, Handle, Shape, key_of, meet, plain, value_key

DEEP = 6


def signature(document: Document, handle: Handle, depth: int = DEEP, *, variant: bool = False) -> str:
    """Hash of what a schema means, down to `depth` levels, words left out."""
    cache = document.signatures
    key = (key_of(handle), depth, variant)
    if key in cache:
        return cache[key]
    shape = document.shape(handle)

    def inner(child: Handle) -> str:
        return signature(document, child, depth - 1) if depth else ""

    parts: list[Json] = [
        sorted(shape.types) if shape.types is not None else None,
        None if variant or anything(shape) else shape.nullable,
        sorted(shape.enum) if shape.enum is not None else None,
        sorted((word, value_key(value)) for word, value in shape.facts.items()),
        value_key(shape.default),
        sorted((name, inner(child)) for name, child in shape.properties.items()),
        sorted(shape.required),
        shape.extra if isinstance(shape.extra, bool) else inner(shape.extra),
        inner(shape.items) if shape.items else None,
        [
            [
                union.word,
                union.tag,
                sorted(signature(document, child, depth - 1, variant=True) for child in union.variants)
                if depth
                else len(union.variants),
            ]
            for union in shape.unions
        ],
        [inner(child) for child in shape.nots],
        shape.read_only,
        shape.write_only,
        sorted((word, plain(value)) for word, value in shape.unknown.items()),
        shape.broken,
    ]
    cache[key] = hashlib.blake2b(plain(parts).encode(), digest_size=12).hexdigest()
    return cache[key]


def anything(shape: Shape) -> bool:
    return (
        shape.types is None
        and shape.enum is None
        and not (shape.unions or shape.nots or shape.unknown or shape.broken or shape.facts)
    )


def label(document: Document, handle: Handle, depth: int = 2) -> str:
    """A schema in a few words: "string (uuid)", "array of object", "integer or string"."""
    key = (key_of(handle), depth)
    if key not in document.labels:
        document.labels[key] = _label(document, handle, depth)
    return document.labels[key]


def _label(document: Document, handle: Handle, depth: int) -> str:
    shape = document.shape(handle)
    if shape.bare_union:
        return either(document, shape.unions[0].variants, depth - 1) if depth >= 0 else "one of several"
    if shape.types is None:
        return "anything"
    words: list[str] = []
    for kind in sorted(shape.types):
        if kind == "array" and depth > 0 and shape.items:
            words.append(f"array of {label(document, shape.items, depth - 1)}")
        elif kind == "object" and depth == 2 and shape.properties:
            words.append("object {" + names(sorted(shape.properties)) + "}")
        else:
            words.append(kind)
    form = shape.facts.get("format")
    only = next(iter(shape.enum.values())) if shape.enum and len(shape.enum) == 1 else None
    return " or ".join(words) + (f" ({form})" if form else "") + (f" {plain(only)}" if only is not None else "")


def either(document: Document, variants: list[Handle], depth: int = 2, most: int = 6) -> str:
    """Variants in a few words."""
    words = list(dict.fromkeys(label(document, child, depth) for child in variants[: 4 * most]))
    more = len(variants) - most
    return " or ".join(words[:most]) + (f" or one of {more} more" if more > 0 and len(words) > most else "")


def names(listed: list[str], most: int = 6) -> str:
    more = len(listed) - most
    return ", ".join(listed[:most]) + (f" and {more} more" if more > 0 else "")


def expanded(document: Document, node: Json, pointer: str = "") -> str:
    """Hash of a node that is not a schema, with its references replaced by what they mean."""

    def walk(node: Json, pointer: str, through: tuple[str, ...]) -> Json:
        if isinstance(node, dict):
            ref = node.get("$ref")
            if isinstance(ref, str):
                found = None if ref in through else document.lookup(ref)
                return walk(found.raw, found.pointer, (*through, ref)) if found else ref
            return {
                word: signature(document, document.canonical((At(f"{pointer}/schema", value),)), 2 * DEEP)
                if word == "schema" and pointer
                else walk(value, pointer and f"{pointer}/{token(word)}", through)
                for word, value in node.items()
                if word not in WORDING and value not in (None, False, "", [], {})
            }
        return (
            [walk(value, pointer and f"{pointer}/{i}", through) for i, value in enumerate(node)]
            if isinstance(node, list)
            else node
        )

    return hashlib.blake2b(plain(walk(node, pointer, ())).encode(), digest_size=12).hexdigest()


def contains(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether every value of the types `other` is one of the types `one`."""
    return all(kind in one or (kind == "integer" and "number" in one) for kind in other)


def overlap(document: Document, one: Handle, other: Handle) -> bool:
    """Whether a value may fit two schemas at once, as far as types, single values and closed objects tell."""
    x, y = document.shape(one), document.shape(other)
    types = meet(x.types, y.types) if x.types is not None and y.types is not None else None
    if types is not None and not types:
        return False
    if x.enum is not None and y.enum is not None and not x.enum.keys() & y.enum.keys():
        return False
    if types is None or types != {"object"}:
        return True
    for mine, theirs in ((x, y), (y, x)):
        if mine.extra is False and theirs.required - mine.properties.keys():
            return False
    both = x.required & y.required & x.properties.keys() & y.properties.keys()
    return all(_values_meet(document, x.properties[name], y.properties[name]) for name in both)


def _values_meet(document: Document, one: Handle, other: Handle) -> bool:
    """Whether two fields may hold one value, by their types and enums alone."""
    x, y = document.shape(one), document.shape(other)
    if x.types is not None and y.types is not None and not meet(x.types, y.types):
        return False
    return x.enum is None or y.enum is None or bool(x.enum.keys() & y.enum.keys())


def telling(shape: Shape) -> bool:
    """Whether a schema says enough to be recognised elsewhere."""
    return bool(shape.properties) or shape.items is not None


def bound_kind(word: str, before: Json, after: Json) -> str:
    if word == "pattern" and before is not None and after is not None:
        return "pattern-changed"
    if before is None or after is None:
        return "bound-tightened" if before is None else "bound-loosened"
    if word == "multipleOf":
        return (
            "bound-tightened"
            if _divides(before, after)
            else "bound-loosened"
            if _divides(after, before)
            else "bound-changed"
        )
    if isinstance(before, tuple) and isinstance(after, tuple):
        lower = word == "minimum"
        before, after = ((value, exclusive == lower) for value, exclusive in (before, after))
    try:
        higher = after > before
    except TypeError:
        return "bound-changed"
    return "bound-tightened" if higher == (word.startswith("min") or word == "uniqueItems") else "bound-loosened"


def _divides(one: Json, other: Json) -> bool:
    try:
        return float(other / one).is_integer()
    except (TypeError, ZeroDivisionError):
        return False


def bound_text(value: Json) -> str:
    if value is None:
        return "none"
    if isinstance(value, tuple):
        return f"{value[0]}{' exclusive' if value[1] else ''}"
    return str(value)


def default_text(value: Json) -> str:
    return "none" if value is None else plain(value)


def shown(value: Json) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
