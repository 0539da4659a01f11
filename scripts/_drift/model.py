"""Effective view of an OpenAPI 3.0 document: what an operation sees, however the document is cut into components.

References are followed (cycles included), `allOf` is merged, `oneOf` with null is nullability, path-level parameters
and servers reach the operation, absent keywords take their defaults. Every fact remembers where it was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from _contract.document import METHODS

from _drift.load import WORDING, has_wording, token, untoken

Json = Any

ROOT = "#"
NUMERIC = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
LENGTHS = ("minLength", "maxLength", "pattern")
SIZES = ("minItems", "maxItems", "uniqueItems")
COUNTS = ("minProperties", "maxProperties")
# Keywords that say something about one type only; beside another type they are noise.
SPEAKS_OF = (
    ({"string"}, LENGTHS),
    ({"number", "integer"}, NUMERIC),
    ({"array"}, SIZES),
    ({"object"}, COUNTS),
)
ASSERTIONS = (*NUMERIC, *LENGTHS, *SIZES, *COUNTS, "format")
STRUCTURE = frozenset(
    {"$ref", "type", "nullable", "enum", "const", "properties", "required", "additionalProperties", "items", "allOf",
     "oneOf", "anyOf", "not", "discriminator", "readOnly", "writeOnly", "default"}
)  # fmt: skip
SCHEMA_WORDING = WORDING | {"title", "xml", "deprecated"}
NOTHING: tuple[Json, ...] = ("", None, {}, [], False)


class At(NamedTuple):
    """A raw node and the pointer it stands at."""

    pointer: str
    raw: Json


Handle = tuple[At, ...]
"""A schema as the conjunction of one or more raw schemas."""

ANYTHING: Handle = (At("", {}),)


def key_of(handle: Handle) -> tuple[str, ...]:
    return tuple(at.pointer for at in handle)


def plain(value: Json) -> str:
    """Canonical JSON, for comparing and for hashing."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


@dataclass(slots=True)
class Union:
    """One `oneOf` or `anyOf`, flattened, its null variant taken out."""

    word: str
    pointer: str
    variants: list[Handle]
    tag: str | None
    mapping: dict[str, str]


@dataclass(slots=True)
class Shape:
    """The effective schema behind a handle."""

    layers: list[str]
    types: frozenset[str] | None = None
    nullable: bool = True
    enum: dict[str, Json] | None = None
    facts: dict[str, Json] = field(default_factory=dict)
    default: Json = None
    properties: dict[str, Handle] = field(default_factory=dict)
    owners: dict[str, tuple[str, ...]] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    extra: bool | Handle = True
    items: Handle | None = None
    unions: list[Union] = field(default_factory=list)
    nots: list[Handle] = field(default_factory=list)
    read_only: bool = False
    write_only: bool = False
    wording: dict[str, Json] = field(default_factory=dict)
    unknown: dict[str, Json] = field(default_factory=dict)
    origin: dict[str, tuple[str, ...]] = field(default_factory=dict)
    broken: str | None = None

    def where(self, word: str) -> tuple[str, ...]:
        """Where a keyword was written, else every layer it could have been written at."""
        return self.origin.get(word) or tuple(self.layers)

    @property
    def bare_union(self) -> bool:
        """Nothing but one list of variants."""
        return (
            len(self.unions) == 1
            and self.types is None
            and self.enum is None
            and not (self.properties or self.required or self.nots or self.items or self.unknown)
            and self.extra is True
            and not any(word in self.facts for word in ASSERTIONS)
        )


@dataclass(frozen=True, slots=True)
class Parameter:
    at: At
    name: str
    place: str
    required: bool
    style: str
    explode: bool
    flags: dict[str, bool]
    schema: Handle | None
    content: dict[str, Handle]
    wording: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Media:
    pointer: str
    schema: Handle
    encoding: Json
    wording: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Body:
    at: At
    required: bool
    content: dict[str, Media]
    wording: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Header:
    at: At
    name: str
    required: bool
    schema: Handle
    wording: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Answer:
    at: At
    status: str
    success: bool
    headers: dict[str, Header]
    content: dict[str, Media]
    wording: dict[str, Json]


class Scheme(NamedTuple):
    """One security scheme by what it does on the wire."""

    pointer: str
    label: str
    kind: str
    wire: str


@dataclass(frozen=True, slots=True)
class Operation:
    method: str
    path: str
    pointer: str
    id: str
    tags: tuple[str, ...]
    parameters: dict[tuple[str, str], Parameter]
    body: Body | None
    answers: dict[str, Answer]
    security: list[dict[Scheme, frozenset[str]]]
    security_at: str
    servers: list[str]
    servers_at: str
    callbacks: dict[str, Json]
    wording: dict[str, Json]

    @property
    def key(self) -> str:
        """How a report names it; on the wire an operation is its method and path."""
        return f"{self.method.upper()} {self.path}"

    @property
    def blank(self) -> str:
        return f"{self.method.upper()} {blank(self.path)}"


def blank(path: str) -> str:
    """A path with its variables' names taken out: they are nobody's business on the wire."""
    parts: list[str] = []
    for piece in path.split("{"):
        parts.append(piece if not parts else piece.partition("}")[2])
    return "{}".join(parts)


def path_variables(path: str) -> list[str]:
    return [piece.partition("}")[0] for piece in path.split("{")[1:]]


class Document:
    """One document with its references resolved on demand."""

    def __init__(self, raw: dict[str, Json]) -> None:
        self.raw = raw
        self.broken: dict[str, str] = {}
        self.signatures: dict[tuple[tuple[str, ...], int, bool], str] = {}
        self._shapes: dict[tuple[str, ...], Shape] = {}
        self._resolved: dict[str, At | None] = {}

    @cached_property
    def has_wording(self) -> bool:
        return has_wording(self.raw)

    # references

    def lookup(self, ref: str) -> At | None:
        """The node a local reference names, with the pointer it really stands at; None when it leads nowhere."""
        if ref not in self._resolved:
            self._resolved[ref] = None  # a reference that passes through itself leads nowhere
            self._resolved[ref] = self._lookup(ref)
        return self._resolved[ref]

    def _lookup(self, ref: str) -> At | None:
        node, pointer = self.raw, ROOT
        for step in ref[1:].split("/")[1:] if ref != ROOT else []:
            name = untoken(step)
            if isinstance(node, dict) and isinstance(node.get("$ref"), str) and name not in node:
                through = self.lookup(node["$ref"])
                if through is None:
                    return None
                pointer, node = through
            if isinstance(node, dict) and name in node:
                node = node[name]
            elif isinstance(node, list) and name.isdigit() and int(name) < len(node):
                node = node[int(name)]
            else:
                return None
            pointer = f"{pointer}/{step}"
        return At(pointer, node)

    def follow(self, at: At) -> At:
        """Follow a chain of references outside schemas, where siblings of `$ref` mean nothing."""
        seen: set[str] = set()
        while isinstance(at.raw, dict) and isinstance(at.raw.get("$ref"), str):
            ref = at.raw["$ref"]
            found = None if ref in seen else self.lookup(ref)
            seen.add(ref)
            if found is None:
                self.broken[at.pointer] = ref
                return At(at.pointer, {"x-broken-reference": ref})
            at = found
        return at if isinstance(at.raw, dict) else At(at.pointer, {})

    # schemas

    def shape(self, handle: Handle) -> Shape:
        key = key_of(handle)
        found = self._shapes.get(key)
        if found is None:
            found = self._shapes[key] = self._shape(handle)
        return found

    def canonical(self, handle: Handle) -> Handle:
        """The same schema named by where it is defined, so that two references to one component are one schema."""
        out: dict[str, At] = {}
        for at in handle:
            seen: set[str] = set()
            while isinstance(at.raw, dict) and set(at.raw) == {"$ref"} and isinstance(at.raw["$ref"], str):
                found = self.lookup(at.raw["$ref"])
                if found is None or found.pointer in seen:
                    break
                seen.add(found.pointer)
                at = found
            out.setdefault(at.pointer, at)
        return tuple(out.values())

    def _layers(self, at: At, seen: set[str], out: list[At]) -> None:
        if at.pointer in seen:
            return
        seen.add(at.pointer)
        raw = at.raw
        if raw is True:
            raw = {}
        if raw is False:
            raw = {"not": {}}
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
                out.append(At(at.pointer, {"x-broken-reference": ref}))
            else:
                self._layers(target, seen, out)
        members = raw.get("allOf")
        for index, member in enumerate(members if isinstance(members, list) else []):
            self._layers(At(f"{at.pointer}/allOf/{index}", member), seen, out)
        for word in ("oneOf", "anyOf"):
            variants = self._variants(at.pointer, raw, word, set())[0]
            if isinstance(raw.get(word), list) and len(variants) == 1:
                self._layers(variants[0], seen, out)  # one choice is no choice

    def _variants(self, pointer: str, raw: dict[str, Json], word: str, seen: set[str]) -> tuple[list[At], bool]:
        """Variants of a union with nested unions opened and the null variant taken out; and whether there was one."""
        out: list[At] = []
        null = False
        listed = raw.get(word)
        for index, variant in enumerate(listed if isinstance(listed, list) else []):
            at = At(f"{pointer}/{word}/{index}", variant)
            target = self.canonical((at,))[0]
            inner = target.raw
            if not isinstance(inner, dict):
                out.append(target)
                continue
            words = set(inner) - SCHEMA_WORDING - {"nullable", "discriminator"}
            if is_null(inner):
                null = True
            elif len(words) == 1 and words <= {"oneOf", "anyOf"} and target.pointer not in seen:
                nested, has_null = self._variants(target.pointer, inner, words.pop(), seen | {target.pointer})
                out += nested
                null = null or has_null or inner.get("nullable") is True
            else:
                out.append(target)
        return out, null

    def nullable(self, at: At, seen: frozenset[str] = frozenset()) -> bool:
        """Whether null gets through; an outer `nullable` is taken at its word, as everybody who writes one means it."""
        if at.pointer in seen:
            return True
        seen |= {at.pointer}
        raw = at.raw
        if not isinstance(raw, dict):
            return True
        if isinstance(raw.get("nullable"), bool):
            return bool(raw["nullable"])
        kind = raw.get("type")
        if isinstance(kind, list):
            return "null" in kind
        if kind is not None:
            return False
        if isinstance(raw.get("enum"), list) and None not in raw["enum"]:
            return False
        parts: list[bool] = []
        if isinstance(raw.get("$ref"), str):
            target = self.lookup(raw["$ref"])
            parts.append(target is None or self.nullable(target, seen))
        members = raw.get("allOf")
        for index, member in enumerate(members if isinstance(members, list) else []):
            parts.append(self.nullable(At(f"{at.pointer}/allOf/{index}", member), seen))
        for word in ("oneOf", "anyOf"):
            if isinstance(raw.get(word), list):
                variants, null = self._variants(at.pointer, raw, word, set())
                parts.append(null or any(self.nullable(variant, seen) for variant in variants))
        if not parts and any(word in raw for word in ("properties", "required", "items")):
            return False  # the type is implied
        return all(parts)

    def _shape(self, handle: Handle) -> Shape:
        layers: list[At] = []
        seen: set[str] = set()
        for at in handle:
            self._layers(at, seen, layers)
        shape = Shape(layers=list(dict.fromkeys(at.pointer for at in layers)))
        shape.nullable = all(self.nullable(at) for at in handle)
        slots: dict[str, list[At]] = {}
        items: list[At] = []
        extra: list[At] = []
        for at in layers:
            self._add(shape, at, slots, items, extra)
        shape.properties = {name: self.canonical(tuple(found)) for name, found in slots.items()}
        if extra and shape.extra is True:
            shape.extra = self.canonical(tuple(extra))
        if items:
            shape.items = self.canonical(tuple(items))
        self._settle(shape)
        return shape

    def _add(self, shape: Shape, at: At, slots: dict[str, list[At]], items: list[At], extra: list[At]) -> None:
        raw = at.raw
        for word, value in raw.items():
            if word in SCHEMA_WORDING or word.startswith("x-"):
                if value not in NOTHING:
                    shape.wording.setdefault(word, value)
            elif word in ASSERTIONS:
                tighten(shape.facts, word, value)
                shape.origin[word] = (*shape.origin.get(word, ()), at.pointer)
            elif word not in STRUCTURE:
                shape.unknown[word] = value
        if "x-broken-reference" in raw:
            shape.broken = str(raw["x-broken-reference"])
        kinds = raw.get("type")
        if kinds is not None:
            given = kinds if isinstance(kinds, list) else [kinds]
            shape.types = meet(shape.types, frozenset(str(kind) for kind in given if kind != "null"))
            shape.origin["type"] = (*shape.origin.get("type", ()), at.pointer)
        values = raw["enum"] if isinstance(raw.get("enum"), list) else [raw["const"]] if "const" in raw else None
        if values is not None:
            listed = {plain(value): value for value in values if value is not None}
            shape.enum = listed if shape.enum is None else {k: v for k, v in shape.enum.items() if k in listed}
            shape.origin["enum"] = (*shape.origin.get("enum", ()), at.pointer)
        if "default" in raw:
            shape.default = raw["default"]
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
        if isinstance(raw.get("items"), dict):
            items.append(At(f"{at.pointer}/items", raw["items"]))
        for word in ("oneOf", "anyOf"):
            variants = self._variants(at.pointer, raw, word, set())[0]
            if len(variants) > 1:
                told = raw.get("discriminator")
                told = told if isinstance(told, dict) else {}
                mapping = told.get("mapping")
                pointers = {
                    str(value): found.pointer
                    for value, ref in (mapping if isinstance(mapping, dict) else {}).items()
                    if isinstance(ref, str)
                    and (found := self.lookup(ref if ref.startswith("#") else f"#/components/schemas/{ref}"))
                }
                tag = told.get("propertyName")
                shape.unions.append(
                    Union(word, at.pointer, [(v,) for v in variants], tag if isinstance(tag, str) else None, pointers)
                )
        if isinstance(raw.get("not"), dict):
            shape.nots.append((At(f"{at.pointer}/not", raw["not"]),))
        shape.read_only = shape.read_only or raw.get("readOnly") is True
        shape.write_only = shape.write_only or raw.get("writeOnly") is True

    def _settle(self, shape: Shape) -> None:
        """Infer the type that everybody reads into a schema without one, and drop what cannot apply."""
        if shape.types is None and shape.enum:
            shape.types = frozenset(type_name(value) for value in shape.enum.values())
        elif shape.types is None and (shape.properties or shape.required or "additionalProperties" in shape.origin):
            shape.types = frozenset({"object"})
        elif shape.types is None and shape.items is not None:
            shape.types = frozenset({"array"})
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
        if shape.types is not None:
            for kinds, words in SPEAKS_OF:
                if not kinds & shape.types:
                    for word in words:
                        shape.facts.pop(word, None)
            if "object" not in shape.types:
                shape.properties, shape.required, shape.extra = {}, set(), True
            if "array" not in shape.types:
                shape.items = None

    # operations

    @cached_property
    def schemes(self) -> dict[str, Scheme]:
        out: dict[str, Scheme] = {}
        for name, raw in self.section("securitySchemes").items():
            at = self.follow(At(f"#/components/securitySchemes/{token(name)}", raw))
            out[name] = scheme_of(at)
        return out

    def section(self, name: str) -> dict[str, Json]:
        found = self.raw.get("components") or {}
        found = found.get(name)
        return found if isinstance(found, dict) else {}

    @cached_property
    def operations(self) -> list[Operation]:
        return list(self._operations())

    def _operations(self) -> Iterator[Operation]:
        for path, item in self.raw["paths"].items():
            if not isinstance(item, dict) or path.startswith("x-"):
                continue
            item_at = self.follow(At(f"#/paths/{token(path)}", item))
            for method in METHODS:
                raw = item_at.raw.get(method)
                if isinstance(raw, dict):
                    yield self._operation(path, method, item_at, At(f"{item_at.pointer}/{method}", raw))

    def _operation(self, path: str, method: str, item: At, at: At) -> Operation:
        parameters: dict[tuple[str, str], Parameter] = {}
        for owner in (item, at):
            listed = owner.raw.get("parameters")
            for index, raw in enumerate(listed if isinstance(listed, list) else []):
                parameter = self._parameter(self.follow(At(f"{owner.pointer}/parameters/{index}", raw)))
                name = parameter.name.lower() if parameter.place == "header" else parameter.name
                parameters[parameter.place, name] = parameter
        body = at.raw.get("requestBody")
        answers = at.raw.get("responses")
        security_at, security = (
            (f"{at.pointer}/security", at.raw["security"])
            if isinstance(at.raw.get("security"), list)
            else ("#/security", self.raw.get("security"))
        )
        servers_at, servers = "#/servers", [""]
        for owner in (at, item, At(ROOT, self.raw)):
            if isinstance(owner.raw.get("servers"), list) and owner.raw["servers"]:
                servers_at = f"{owner.pointer}/servers"
                servers = [server_url(server) for server in owner.raw["servers"]]
                break
        tags = at.raw.get("tags")
        callbacks = at.raw.get("callbacks")
        wording = wording_of(at.raw, "deprecated")
        for word, value in wording_of(item.raw).items():
            wording.setdefault(word, value)
        return Operation(
            method=method,
            path=path,
            pointer=at.pointer,
            id=str(at.raw.get("operationId") or ""),
            tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
            parameters=parameters,
            body=self._body(self.follow(At(f"{at.pointer}/requestBody", body))) if isinstance(body, dict) else None,
            answers=self._answers(at, answers if isinstance(answers, dict) else {}),
            security=self._security(security),
            security_at=security_at,
            servers=list(dict.fromkeys(servers)),
            servers_at=servers_at,
            callbacks=callbacks if isinstance(callbacks, dict) else {},
            wording=wording,
        )

    def _parameter(self, at: At) -> Parameter:
        raw = at.raw
        place = str(raw.get("in") or "")
        style = str(raw.get("style") or ("form" if place in ("query", "cookie") else "simple"))
        content = {word: media.schema for word, media in self._content(at).items()}
        schema = raw.get("schema")
        return Parameter(
            at=at,
            name=str(raw.get("name") or raw.get("x-broken-reference") or ""),
            place=place,
            required=raw.get("required") is True or place == "path",
            style=style,
            explode=raw["explode"] if isinstance(raw.get("explode"), bool) else style == "form",
            flags={word: raw.get(word) is True for word in ("allowEmptyValue", "allowReserved")},
            schema=None if content else self.canonical((At(f"{at.pointer}/schema", schema or {}),)),
            content=content,
            wording=wording_of(raw, "deprecated"),
        )

    def _content(self, at: At) -> dict[str, Media]:
        out: dict[str, Media] = {}
        content = at.raw.get("content")
        for name, raw in (content if isinstance(content, dict) else {}).items():
            raw = raw if isinstance(raw, dict) else {}
            pointer = f"{at.pointer}/content/{token(name)}"
            schema = self.canonical((At(f"{pointer}/schema", raw.get("schema") or {}),))
            out[media_name(name)] = Media(pointer, schema, raw.get("encoding") or {}, wording_of(raw))
        return out

    def _body(self, at: At) -> Body:
        return Body(at, at.raw.get("required") is True, self._content(at), wording_of(at.raw))

    def _answers(self, at: At, raw: dict[str, Json]) -> dict[str, Answer]:
        known = {str(status).upper(): (str(status), value) for status, value in raw.items() if status[:2] != "x-"}
        succeed = {status for status in known if status[:1] in ("1", "2", "3")} or {"DEFAULT"}
        return {
            status: self._answer(
                status, status in succeed, self.follow(At(f"{at.pointer}/responses/{token(name)}", value))
            )
            for status, (name, value) in known.items()
        }

    def _answer(self, status: str, success: bool, at: At) -> Answer:
        headers: dict[str, Header] = {}
        listed = at.raw.get("headers")
        for name, raw in (listed if isinstance(listed, dict) else {}).items():
            found = self.follow(At(f"{at.pointer}/headers/{token(name)}", raw))
            content = list(self._content(found).values())
            schema = content[0].schema if content else (At(f"{found.pointer}/schema", found.raw.get("schema") or {}),)
            headers[name.lower()] = Header(
                found,
                name,
                found.raw.get("required") is True,
                self.canonical(schema),
                wording_of(found.raw, "deprecated"),
            )
        return Answer(at, status, success, headers, self._content(at), wording_of(at.raw, "links"))

    def _security(self, raw: Json) -> list[dict[Scheme, frozenset[str]]]:
        out: list[dict[Scheme, frozenset[str]]] = []
        for alternative in raw if isinstance(raw, list) else []:
            if not isinstance(alternative, dict):
                continue
            named: dict[Scheme, frozenset[str]] = {}
            for name, scopes in alternative.items():
                scheme = self.schemes.get(name) or Scheme(f"#/components/securitySchemes/{token(name)}", name, "", name)
                named[scheme] = frozenset(str(scope) for scope in scopes) if isinstance(scopes, list) else frozenset()
            if named not in out:
                out.append(named)
        return out or [{}]


def wording_of(raw: dict[str, Json], *more: str) -> dict[str, Json]:
    words = WORDING | set(more)
    return {
        word: value
        for word, value in raw.items()
        if (word in words or word.startswith("x-")) and value not in NOTHING and word != "x-broken-reference"
    }


def is_null(raw: dict[str, Json]) -> bool:
    values = raw["enum"] if isinstance(raw.get("enum"), list) else [raw["const"]] if "const" in raw else None
    return raw.get("type") in ("null", ["null"]) or values == [None]


def type_name(value: Json) -> str:
    names: dict[type, str] = {
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
    return names.get(type(value), "string")


def meet(one: frozenset[str] | None, other: frozenset[str]) -> frozenset[str]:
    """The types two conjoined schemas leave; an empty set is a schema that nothing satisfies."""
    if one is None:
        return other
    both = one & other
    if "integer" in one | other and "number" in one | other:
        both |= {"integer"}
    return both


def tighten(facts: dict[str, Json], word: str, value: Json) -> None:
    """Conjoin one more assertion of the same kind."""
    before = facts.get(word)
    if before is None:
        facts[word] = value
    elif word == "pattern" and value != before:
        facts[word] = "&".join(sorted({*str(before).split("&"), str(value)}))
    elif isinstance(before, bool) or isinstance(value, bool):
        facts[word] = bool(before) or bool(value)
    elif isinstance(before, (int, float)) and isinstance(value, (int, float)):
        facts[word] = max(before, value) if word.lower().startswith(("min", "exclusivemin")) else min(before, value)


def media_name(name: str) -> str:
    parts = [part.strip().lower() for part in name.split(";")]
    return ";".join([parts[0], *sorted(part for part in parts[1:] if part and part != "charset=utf-8")])


def server_url(raw: Json) -> str:
    """A server's address with the defaults of its variables filled in."""
    if not isinstance(raw, dict):
        return str(raw)
    url = str(raw.get("url") or "")
    variables = raw.get("variables")
    for name, value in (variables if isinstance(variables, dict) else {}).items():
        if isinstance(value, dict):
            url = url.replace("{" + name + "}", str(value.get("default", "")))
    return url.rstrip("/")


def scheme_of(at: At) -> Scheme:
    raw = at.raw
    kind = str(raw.get("type") or "")
    if kind == "apiKey":
        label = f"apiKey in {raw.get('in')} {raw.get('name')}"
        name = str(raw.get("name") or "")
        wire = plain([raw.get("in"), name.lower() if raw.get("in") == "header" else name])
    elif kind == "http":
        label = wire = f"http {str(raw.get('scheme') or '').lower()}"
    elif kind == "oauth2":
        flows = raw.get("flows")
        flows = flows if isinstance(flows, dict) else {}
        label = "oauth2 " + "/".join(sorted(map(str, flows)))
        wire = plain(
            {
                name: {word: value for word, value in flow.items() if word.endswith("Url")}
                for name, flow in flows.items()
                if isinstance(flow, dict)
            }
        )
    else:
        label, wire = kind or "unknown scheme", plain({word: raw[word] for word in raw if word not in WORDING})
    return Scheme(at.pointer, label, kind, wire)
