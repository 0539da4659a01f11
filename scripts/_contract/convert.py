"""Schemas for the generator: what becomes a class is a component; null, allOf and unions are as it reads them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import NamedTuple

from openapi_python_client.strings import ClassName, PythonIdentifier

from _contract.document import ContractError, Json
from _contract.keywords import (
    ANNOTATIONS,
    NULL,
    Schema,
    both,
    default_holds,
    is_object,
    is_plain,
    kind_of,
    nullable,
    says_less,
    variant_words,
    without_null,
)  # fmt: skip
from _contract.places import PREFIX, Place, holder, pointer_parts, schema_component
from _contract.validate import resolve

SCHEMAS = "#/components/schemas/"
JSON_OBJECT = "JsonObject"
FORMATS = {"datetime": "date-time", "DateTime": "date-time", "dateTime": "date-time"}
FREE_FORM = ANNOTATIONS | {"type", "additionalProperties"}


class Object(NamedTuple):
    """An object schema with its allOf resolved; each property still in the place where it was written."""

    properties: dict[str, tuple[Schema, Place]]
    required: list[str]
    rest: Schema


class SchemaConverter:
    """Converts the schemas of one document; what becomes a class is put into `made`."""

    def __init__(self, document: dict[str, Json]) -> None:
        self.document = document
        self.components: dict[str, Schema] = document.get("components", {}).get("schemas", {})
        self.made: dict[str, Schema] = {}
        """Class or component -> its schema for the generator."""
        self.claimed: dict[str, Place] = {}
        self.following: list[str] = []
        self.null = {name for name, schema in self.components.items() if without_null(schema)[1]}
        self.in_itself = self._in_themselves()
        self.current = ""
        """The component that is being converted."""

    def convert_components(self) -> None:
        for name in self.components:
            self.claim(self.component(name))
        for name, schema in self.components.items():
            self.current = name
            self.made[self.called(name)] = self.convert(schema, self.component(name), top=True)
        self.current = ""

    def called(self, component: str) -> str:
        """A component's name for the generator: its own, or the one that the overlay gives it."""
        name: str = self.components.get(component, {}).get("x-model-name", component)
        return name

    def component(self, name: str) -> Place:
        return schema_component(name)._replace(name=ClassName(self.called(name), PREFIX))

    def discriminator(self, schema: Schema) -> Schema:
        if "discriminator" not in schema:
            return {}
        found = copy.deepcopy(schema["discriminator"])
        for value, target in found.get("mapping", {}).items():
            component = target if "/" not in target and "#" not in target else pointer_parts(target)[-1]
            found["mapping"][value] = SCHEMAS + self.called(component)
        return {"discriminator": found}

    def _in_themselves(self) -> dict[str, set[str]]:
        """Component -> those it refers to that lead back to it without a class between: any JSON value, say.

        The generator knows no name for such a thing, nor has Python an annotation.
        """
        direct = {name: {*_loose(schema)} for name, schema in self.components.items()}
        reached: dict[str, set[str]] = {}
        for name in direct:
            todo, seen = [*direct[name]], set[str]()
            while todo:
                if (one := todo.pop()) not in seen:
                    seen.add(one)
                    todo += direct.get(one, ())
            reached[name] = seen
        return {name: {one for one in direct[name] if name in reached.get(one, ())} for name in direct}

    def claim(self, place: Place) -> None:
        # Two classes cannot share a module: OAuthToken and OAuth_token do.
        holder = self.claimed.setdefault(PythonIdentifier(place.name, PREFIX), place)
        if holder.parts != place.parts:
            raise ContractError(
                f"the class name {place.name} is claimed by {holder} and {place}: "
                "give one an x-model-name in the overlay"
            )

    def hoist(self, place: Place, convert: Callable[[], Schema]) -> Schema:
        """A reference to the class made of an inline schema, which is converted the first time it is met."""
        self.claim(place)
        if place.name not in self.made:
            self.made[place.name] = {}  # its own children may refer to it
            self.made[place.name] = convert()
        return {"$ref": SCHEMAS + place.name}

    def convert(self, schema: Schema, place: Place, *, top: bool = False) -> Schema:
        """The schema for the generator; `top` says that it is a component itself, and its place its name."""
        bare, null = without_null(schema)
        result = self.without_null(bare, place, top=top)
        if null and not top:
            result = nullable(result)
        if schema.get("readOnly") is True and not top:
            result = {"allOf": [result], "readOnly": True} if "$ref" in result else {**result, "readOnly": True}
        return result

    def without_null(self, schema: Schema, place: Place, *, top: bool) -> Schema:
        if "$ref" in schema:
            return self.reference(schema["$ref"])
        if "x-model-name" in schema:
            place = place._replace(name=ClassName(schema["x-model-name"], PREFIX))
        parts = [part for part in schema.get("allOf", []) if part.keys() - ANNOTATIONS]
        rest = {key for key in schema if key not in ANNOTATIONS and key != "allOf"}
        if len(parts) == 1 and rest <= {"type"}:
            return self.convert(parts[0], place.child("allOf", "0"), top=top)
        if parts and all(is_plain(self.followed(part)) for part in parts):
            return self.plain(schema, parts, place, top=top)
        if parts or is_object(schema):
            return self.object(schema, place, top=top)
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                return self.union(schema[keyword], place, keyword, self.discriminator(schema))
        if "enum" in schema:
            return self.enum(schema, place, top=top)
        result = {
            key: value for key, value in schema.items() if key not in ("title", "default", "x-model-name", "allOf")
        }
        if "format" in schema:
            result["format"] = FORMATS.get(schema["format"], schema["format"])
        if default_holds(schema):
            result["default"] = schema["default"]
        if schema.get("type") == "array":
            inner = place.child("items", word="item" if top else None)
            result["items"] = self.convert(schema.get("items", {}), inner)
        return result

    def followed(self, schema: Schema) -> Schema:
        """What a reference leads to; of nested allOf of one part, that part."""
        while "$ref" in schema:
            schema = resolve(self.document, schema["$ref"])
        parts = [part for part in schema.get("allOf", ()) if part.keys() - ANNOTATIONS]
        if len(parts) == 1 and not schema.keys() - ANNOTATIONS - {"allOf"}:
            return self.followed(parts[0])
        return schema

    def plain(self, schema: Schema, parts: list[Schema], place: Place, *, top: bool) -> Schema:
        """An allOf of texts, numbers or lists is the one that satisfies all; an enum keeps its name if it can."""
        own = {key: value for key, value in schema.items() if key != "allOf"}
        found, null = without_null(own)
        nulls = []
        for part in parts:
            bare, part_null = without_null(self.followed(part))
            if "type" in bare or "enum" in bare:
                nulls.append(part_null)
            merged = both({key: value for key, value in bare.items() if key not in ANNOTATIONS}, found)
            if merged is None:
                raise ContractError(f"allOf contradicts itself, or cannot be said in one, at {place}")
            found = merged
        for part in parts:
            bare, _ = without_null(self.followed(part))
            if "$ref" in part and "enum" in bare and bare["enum"] == found.get("enum"):
                result = self.reference(part["$ref"])
                break
        else:
            result = self.without_null(found, place, top=top)
        return nullable(result) if (null or (nulls and all(nulls))) and not top else result

    def reference(self, target: str) -> Schema:
        parts = pointer_parts(target)
        if parts[:2] == ["components", "schemas"] and len(parts) == 3:
            if self.current in self.in_itself and parts[2] in self.in_itself[self.current]:
                return {}
            found = {"$ref": SCHEMAS + self.called(parts[2])}
            return nullable(found) if parts[2] in self.null else found
        place = self.place_of(target)
        if place.name in self.made and self.claimed[PythonIdentifier(place.name, PREFIX)].parts == place.parts:
            return {"$ref": SCHEMAS + place.name}
        if target in self.following:
            raise ContractError(f"references in a circle: {' → '.join([*self.following, target])}")
        self.following.append(target)
        inline = self.convert(resolve(self.document, target), place)
        self.following.pop()
        return inline

    def place_of(self, target: str) -> Place:
        """The place a reference leads to, named as it is when it is reached from what it is in."""
        place, rest = self._start(target)
        top = place.parts[:2] == ("components", "schemas")
        steps = iter(rest)
        for keyword in steps:
            found = resolve(self.document, str(place))
            if keyword == "properties":
                name = next(steps, "")
                place = place.child("properties", name, word=name)
            elif keyword == "items":
                place = place.child("items", word="item" if top else None)
            elif keyword == "additionalProperties":
                place = place.child(keyword, word="value")
            elif keyword in ("oneOf", "anyOf"):
                index = next(steps, "0")
                place = place.child(keyword, index, word=variant_words(found[keyword])[int(index)])
            elif keyword == "allOf":
                place = place.child(keyword, next(steps, "0"))
            else:
                raise ContractError(f"a schema refers to {target!r}, which is not a schema")
            top = False
        return place

    def _start(self, target: str) -> tuple[Place, list[str]]:
        """The outermost schema on the way to a target, and the rest of the way."""
        parts = pointer_parts(target)
        if parts[:2] == ["components", "schemas"] and len(parts) > 2:
            return self.component(parts[2]), parts[3:]
        match holder(self.document, parts):
            case place, ["schema", *inside]:
                return place.child("schema"), inside
            case place, ["content", kind, "schema", *inside]:
                return place.child("content", kind, "schema"), inside
        raise ContractError(f"a schema refers to {target!r}, which is not a schema")

    def object(self, schema: Schema, place: Place, *, top: bool) -> Schema:
        found = self.flatten(schema, place)
        for keyword in [keyword for keyword in ("oneOf", "anyOf") if keyword in found.rest]:
            branches = found.rest.pop(keyword)
            if all(branch.keys() - ANNOTATIONS <= {"required", "type"} for branch in branches):
                found.rest["x-required-any"] = sorted(sorted(branch.get("required", [])) for branch in branches)
                continue
            if not found.properties or all(
                found.properties.keys() <= self.flatten(branch, place).properties.keys() for branch in branches
            ):
                return self.union(branches, place, keyword, self.discriminator(found.rest))
            base = {key: value for key, value in schema.items() if key != keyword}
            words = variant_words(branches)
            return self.union([{"allOf": [base, branch]} for branch in branches], place, keyword, {}, words)
        additional = found.rest.get("additionalProperties", True)
        if not top and not found.properties and additional in (True, {}) and found.rest.keys() <= FREE_FORM:
            return self.json_object()
        if top:
            return self.built(found, place)
        return self.hoist(place, lambda: self.built(found, place))

    def built(self, found: Object, place: Place) -> Schema:
        result = {key: value for key, value in found.rest.items() if key not in ANNOTATIONS}
        result["type"] = "object"
        if isinstance(found.rest.get("additionalProperties"), dict):
            inner = place.child("additionalProperties", word="value")
            result["additionalProperties"] = self.convert(found.rest["additionalProperties"], inner)
        if found.properties:
            result["properties"] = {name: self.convert(*value) for name, value in found.properties.items()}
        if required := [name for name in found.required if name in found.properties]:
            result["required"] = required
        return result

    def flatten(self, schema: Schema, place: Place) -> Object:
        """One object out of a schema and everything in its allOf, however deep."""
        while "$ref" in schema:
            place = self.place_of(schema["$ref"])
            schema = resolve(self.document, schema["$ref"])
        properties: dict[str, tuple[Schema, Place]] = {}
        required: list[str] = []
        rest: Schema = {}
        for index, part in enumerate(schema.get("allOf", [])):
            if str(place) in self.following:
                raise ContractError(f"allOf in a circle at {place}")
            self.following.append(str(place))
            inner = self.flatten(part, place.child("allOf", str(index)))
            self.following.pop()
            for name, value in inner.properties.items():
                properties[name] = self.agreed(name, properties.get(name), value)
            required += inner.required
            rest.update(inner.rest)
        if not (is_object(schema) or schema.get("allOf") or not schema.keys() - ANNOTATIONS - {"required"}):
            raise ContractError(f"allOf of something that is not an object, at {place}")
        for name, value in schema.get("properties", {}).items():
            here = (value, place.child("properties", name, word=name))
            properties[name] = self.agreed(name, properties.get(name), here)
        required += schema.get("required", [])
        rest.update({key: value for key, value in schema.items() if key not in ("allOf", "properties", "required")})
        return Object(properties, sorted(set(required)), rest)

    def agreed(self, name: str, old: tuple[Schema, Place] | None, new: tuple[Schema, Place]) -> tuple[Schema, Place]:
        """Of two descriptions of one property, the one that says more; an error where they contradict each other."""
        if old is None or old[0] == new[0] or says_less(old[0], new[0]):
            return new
        if says_less(new[0], old[0]):
            return old
        narrowed = self.narrowed(old[0], new[0])
        if narrowed is not None:
            return narrowed, new[1]
        raise ContractError(f"allOf describes {name!r} in two ways: at {old[1]} and at {new[1]}")

    def narrowed(self, old: Schema, new: Schema) -> Schema | None:
        """What both descriptions allow, where none means an object."""
        (one, one_null), (other, other_null) = without_null(self.followed(old)), without_null(self.followed(new))
        if not (is_plain(one) and is_plain(other)):
            return None
        merged = both(one, other)
        if merged is None:
            return None
        for given, bare, null in ((new, other, other_null), (old, one, one_null)):
            if null == (one_null and other_null) and says_less(merged, bare):
                return given
        return {**merged, "nullable": True} if one_null and other_null else merged

    def union(
        self,
        variants: list[Schema],
        place: Place,
        keyword: str,
        discriminator: Schema,
        words: list[str] | None = None,
    ) -> Schema:
        converted: list[Schema] = []
        null = False
        for index, (variant, word) in enumerate(zip(variants, words or variant_words(variants), strict=True)):
            one = self.convert(variant, place.child(keyword, str(index), word=word))
            # A null inside a variant is a null of the union.
            if one == NULL:
                null = True
                continue
            if NULL in one.get("oneOf", ()) and len(one["oneOf"]) == 2:
                one, null = one["oneOf"][0], True
            elif isinstance(one.get("type"), list):
                one, null = {**one, "type": one["type"][0]}, True
            if one not in converted:
                converted.append(one)
        if len(converted) == 1:
            return nullable(converted[0]) if null else converted[0]
        return {"oneOf": [*converted, NULL] if null else converted, **discriminator}

    def enum(self, schema: Schema, place: Place, *, top: bool) -> Schema:
        kinds: dict[str, list[Json]] = {}
        for value in schema["enum"]:
            if not isinstance(value, str | float | int):
                raise ContractError(f"an enum value that is neither text nor number, at {place}")
            kinds.setdefault(kind_of(value), []).append(value)
        if len(kinds) > 1:
            by_kind = [{"type": kind, "enum": values} for kind, values in sorted(kinds.items())]
            return self.union(by_kind, place, "enum", {}, sorted(kinds))
        ((kind, values),) = kinds.items()
        if kind not in ("string", "integer"):  # nothing to name: true, 0.5
            return {"type": kind}
        result: Schema = {"type": kind, "enum": sorted(set(values))}
        if default_holds(schema):
            result["default"] = schema["default"]
        if top:
            return result
        return self.hoist(place, lambda: result)

    def json_object(self) -> Schema:
        place = Place(("components", "schemas", JSON_OBJECT), JSON_OBJECT)
        existing = self.components.get(JSON_OBJECT)
        if existing is not None and (existing.get("properties") or existing.get("type") != "object"):
            raise ContractError(f"{place} is in the way of the class shared by free-form objects")
        self.claim(place)
        self.made[JSON_OBJECT] = {"type": "object", "additionalProperties": True}
        return {"$ref": SCHEMAS + JSON_OBJECT}


def _loose(schema: Schema) -> Iterator[str]:
    """The components that a schema refers to outside of the properties of objects, which become classes."""
    target = schema.get("$ref")
    if isinstance(target, str):
        parts = pointer_parts(target)
        if parts[:2] == ["components", "schemas"] and len(parts) == 3:
            yield parts[2]
    if schema.get("properties"):
        return
    inner = [schema.get("items"), schema.get("additionalProperties")]
    for keyword in ("oneOf", "anyOf", "allOf"):
        inner += schema.get(keyword, ())
    for one in inner:
        if isinstance(one, dict):
            yield from _loose(one)
