"""Effective schemas: `allOf` merged, `oneOf` with null read as nullability, absent keywords at their defaults.

Every fact remembers where it was written.
"""

from __future__ import annotations

from _contract.document import Json

from _drift.load import CannotCompare, token
from _drift.shapes import (
    ASSERTIONS,
    NOTHING,
    SCHEMA_WORDING,
    SPEAKS_OF,
    STRUCTURE,
    At,
    Handle,
    Shape,
    key_of,
    meet,
    plain,
    tighten,
    type_name,
    value_key,
)
from _drift.variants import UNIONS, Variants

ENTANGLED = 30
"""More effective schemas than this for each value of a document: they nest into each other without end."""


class Schemas(Variants):
    """The effective schema behind each handle of one document."""

    def __init__(self, raw: dict[str, Json]) -> None:
        super().__init__(raw)
        self.signatures: dict[tuple[tuple[str, ...], int, bool], str] = {}
        self.labels: dict[tuple[tuple[str, ...], int], str] = {}
        self._shapes: dict[tuple[str, ...], Shape] = {}
        self._most = 1000 + ENTANGLED * _values(raw)

    def shape(self, handle: Handle) -> Shape:
        key = key_of(handle)
        found = self._shapes.get(key)
        if found is None:
            if len(self._shapes) > self._most:
                raise CannotCompare(f"schemas nest into each other without end, at {key[0]}")
            found = self._shapes[key] = self._shape(handle)
        return found

    def _shape(self, handle: Handle) -> Shape:
        layers: list[At] = []
        seen: set[str] = set()
        for at in handle:
            self._layers(at, seen, layers)
        shape = Shape(layers=list(dict.fromkeys(at.pointer for at in layers)))
        shape.nullable = all(self.nullable(at) for at in handle)
        shape.null_at = tuple(at.pointer for at in handle if self.null_at(at))
        slots: dict[str, list[At]] = {}
        items: list[At] = []
        extra: list[At] = []
        for at in layers:
            self._add_assertions(shape, at)
            self._add_values(shape, at)
            self._add_fields(shape, at, slots, extra)
            self._add_parts(shape, at, items)
        shape.properties = {name: self.canonical(tuple(found)) for name, found in slots.items()}
        if extra and shape.extra is True:
            shape.extra = self.canonical(tuple(extra))
        if items:
            shape.items = self.canonical(tuple(items))
        _imply_type(shape)
        _drop_noise(shape)
        return shape

    def _layers(self, at: At, seen: set[str], out: list[At]) -> None:
        """The raw schemas that all have to hold: a schema's own keywords, what it refers to, the members of `allOf`."""
        if at.pointer in seen:
            return
        seen.add(at.pointer)
        raw = {} if at.raw is True else {"not": {}} if at.raw is False else at.raw
        if not isinstance(raw, dict):
            out.append(At(at.pointer, {"x-broken-reference": f"not a schema: {plain(raw)[:60]}"}))
            return
        ref = raw.get("$ref")
        own = {word: value for word, value in raw.items() if word not in ("$ref", "allOf")}
        if own or not (isinstance(ref, str) or raw.get("allOf")):
            out.append(At(at.pointer, own))
        if isinstance(ref, str):
            target = self.lookup(ref)
            if target is None or (target.pointer in seen and target.pointer == at.pointer):
                self.broken[at.pointer] = ref
                # What is its own definition is nothing, under whatever name.
                out.append(At(at.pointer, {"x-broken-reference": "itself" if target else ref}))
            else:
                self._layers(target, seen, out)
        members = raw.get("allOf")
        for index, member in enumerate(members if isinstance(members, list) else []):
            self._layers(At(f"{at.pointer}/allOf/{index}", member), seen, out)
        for word in UNIONS:
            if isinstance(raw.get(word), list):
                variants = self.variants(At(at.pointer, raw), word)[0]
                if len(variants) == 1:
                    self._layers(variants[0], seen, out)  # one choice is no choice

    def _add_assertions(self, shape: Shape, at: At) -> None:
        for word, value in at.raw.items():
            if word in SCHEMA_WORDING or word.startswith("x-"):
                if value not in NOTHING:
                    shape.wording.setdefault(word, value)
            elif word in ASSERTIONS:
                if word == "pattern" and value == "":
                    continue  # every text matches
                tighten(shape.facts, word, value)
                shape.origin[word] = (*shape.origin.get(word, ()), at.pointer)
            elif word not in STRUCTURE:
                shape.unknown[word] = value
        if "x-broken-reference" in at.raw:
            shape.broken = str(at.raw["x-broken-reference"])
        shape.read_only = shape.read_only or at.raw.get("readOnly") is True
        shape.write_only = shape.write_only or at.raw.get("writeOnly") is True

    def _add_values(self, shape: Shape, at: At) -> None:
        raw = at.raw
        kinds = raw.get("type")
        if kinds is not None:
            given = kinds if isinstance(kinds, list) else [kinds]
            shape.types = meet(shape.types, frozenset(str(kind) for kind in given if kind != "null"))
            shape.origin["type"] = (*shape.origin.get("type", ()), at.pointer)
        if raw.keys() & {"nullable", "type", "enum", "properties", "items", *UNIONS}:
            shape.origin["nullable"] = (*shape.origin.get("nullable", ()), at.pointer)
        values = raw["enum"] if isinstance(raw.get("enum"), list) else [raw["const"]] if "const" in raw else None
        if values is not None:
            listed = {value_key(value): value for value in values if value is not None}
            shape.enum = listed if shape.enum is None else {k: v for k, v in shape.enum.items() if k in listed}
            shape.origin["enum"] = (*shape.origin.get("enum", ()), at.pointer)
        if "default" in raw:
            shape.default = raw["default"]

    def _add_fields(self, shape: Shape, at: At, slots: dict[str, list[At]], extra: list[At]) -> None:
        raw = at.raw
        properties = raw.get("properties")
        for name, value in (properties if isinstance(properties, dict) else {}).items():
            slots.setdefault(name, []).append(At(f"{at.pointer}/properties/{token(name)}", value))
            shape.owners[name] = (*shape.owners.get(name, ()), at.pointer)
        required = raw.get("required")
        if isinstance(required, list):
            shape.required.update(str(name) for name in required)
        more = raw.get("additionalProperties", True)
        if more is False:
            shape.extra = False
        elif isinstance(more, dict) and more:
            extra.append(At(f"{at.pointer}/additionalProperties", more))
        if "additionalProperties" in raw:
            shape.origin["additionalProperties"] = (at.pointer,)

    def _add_parts(self, shape: Shape, at: At, items: list[At]) -> None:
        if isinstance(at.raw.get("items"), dict):
            items.append(At(f"{at.pointer}/items", at.raw["items"]))
        listed = [union for word in UNIONS if (union := self.union(at, word))]
        shape.unions += listed
        if not listed and isinstance(at.raw.get("discriminator"), dict):
            shape.tag, mapping = self.discriminator(at)
            shape.mapping |= mapping
            shape.origin["discriminator"] = (at.pointer,)
        if isinstance(at.raw.get("not"), dict):
            shape.nots.append((At(f"{at.pointer}/not", at.raw["not"]),))


def _imply_type(shape: Shape) -> None:
    """Infer the type that everybody reads into a schema without one."""
    if shape.types is None and shape.enum:
        shape.types = frozenset(type_name(value) for value in shape.enum.values())
    elif shape.types is None and (shape.properties or shape.required or "additionalProperties" in shape.origin):
        shape.types = frozenset({"object"})
    elif shape.types is None and shape.items is not None:
        shape.types = frozenset({"array"})


def _drop_noise(shape: Shape) -> None:
    """Drop what cannot apply, or says no more than the default does."""
    for word, flag in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        exclusive = shape.facts.pop(flag, False)
        if isinstance(exclusive, (int, float)) and not isinstance(exclusive, bool):  # a number, as 3.1 writes it
            tighten(shape.facts, word, exclusive)
            shape.origin.setdefault(word, shape.origin.get(flag, ()))
            exclusive = shape.facts[word] == exclusive
        if word in shape.facts:
            shape.facts[word] = (shape.facts[word], bool(exclusive))
    for word in ("minLength", "minItems", "minProperties", "uniqueItems"):
        if shape.facts.get(word) in (0, False):
            del shape.facts[word]
    if shape.types is None:
        return
    for kinds, words in SPEAKS_OF:
        if not kinds & shape.types:
            for word in words:
                shape.facts.pop(word, None)
    if "object" not in shape.types:
        shape.properties, shape.required, shape.extra = {}, set(), True
    if "array" not in shape.types:
        shape.items = None


def _values(raw: Json) -> int:
    count, waiting = 0, [raw]
    while waiting:
        node = waiting.pop()
        count += 1
        waiting += node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return count
