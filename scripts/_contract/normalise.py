"""From an OpenAPI 3.0 document to one that openapi-python-client 0.29.1 renders without losing anything.

Each kind of trouble is met once, here, for every place it occurs in:

- **Names.** The generator names an inline class by its `title` or by gluing names together, so that classes collide and
  are dropped. Here every inline schema that becomes a class is moved to `components.schemas` under a name made of its
  place alone, read from the inside out: `CustomDomainOfStoreOfStorefrontPublicOrder`. A name never depends on what else
  is in the document; two places that still claim one name are an error, settled by `x-model-name` in the overlay.
- **References** to anything but a component (`#/components/schemas/X/properties/y`) become references to what is there.
- **Null.** The generator forgets `nullable` beside a reference or an enum: it becomes a union with null. Where a
  component is nullable, the references to it are instead.
- **allOf** becomes the one object it describes; a lone reference in it becomes that reference.
- **Unions**: those that only list alternatives of `required` would replace the object they stand in; they become
  `x-required-any`. Properties beside a union go into each of its variants.
- **Defaults** that the schema itself refuses, or that are lists or objects, make the generator drop the property.
- **Formats**: `datetime` is meant as `date-time`.
- **Media types**: a request body in several of them is sent as JSON where it can be, and so are answers read; what the
  generator does not know is bytes.
- **Free-form objects** share one class, `JsonObject`, instead of an empty class each.

The result is OpenAPI 3.1 as far as null is concerned, and has no titles.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from openapi_python_client.strings import ClassName, PythonIdentifier
from openapi_schema_validator import OAS30Validator, oas30_format_checker

from _contract.document import METHODS, ContractError, Json, operations, pointer
from _contract.validate import resolve

Schema = dict[str, Json]

JSON_OBJECT = "JsonObject"
SCHEMAS = "#/components/schemas/"
NULL: Schema = {"type": "null"}
FORMATS = {"datetime": "date-time", "DateTime": "date-time", "dateTime": "date-time"}
ANNOTATIONS = frozenset({"title", "nullable", "default", "readOnly", "writeOnly", "deprecated", "xml", "x-model-name"})
"""Keywords that do not change which values a schema takes, null apart."""
BODY_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded", "application/octet-stream")
"""Request media types that the generator knows beside JSON, the preferred ones first."""
BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
PREFIX = "field_"
"""What the generator puts before a name that starts with a digit: `field_prefix` in its settings."""
FREE_FORM = ANNOTATIONS | {"type", "additionalProperties"}


class Place(NamedTuple):
    """Where a schema stands, and what a class made of it is called."""

    parts: tuple[str, ...]
    name: str

    def child(self, keyword: str, *parts: str, word: str | None = None) -> Place:
        """The place inside; `word` is what it is called there (None: it has this place's name)."""
        name = ClassName(f"{pascal(word)}Of{self.name}", PREFIX) if word else self.name
        return Place((*self.parts, keyword, *parts), name)

    def __str__(self) -> str:
        return pointer(*self.parts)


class Object(NamedTuple):
    """An object schema with its allOf resolved; each property still in the place where it was written."""

    properties: dict[str, tuple[Schema, Place]]
    required: list[str]
    rest: Schema


def normalise(document: dict[str, Json]) -> dict[str, Json]:
    """The document for the generator, as a new one. Raises `ContractError` for what the overlay has to settle."""
    return _Normaliser(copy.deepcopy(document)).run()


def pascal(word: str) -> str:
    """`customer_id` → `CustomerId`, `getOrder` → `GetOrder`, `va-bca 2` → `VaBca2`."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", word) if part) or "Value"


NAMES = (
    *("AWB", "Facebook", "GTM", "HTML", "ID", "JWT", "Kwai", "OAuth", "OTP", "PG"),
    *("SnackVideo", "TikTok", "WABA", "WhatsApp"),
)
PROPER_NAMES: dict[str, str] = {name.lower(): name for name in NAMES}
"""Words of operation ids that are written in one way wherever they stand."""


def plain_words(operation_id: str) -> str:
    """`listOAuthBillingCharges` → `List OAuth billing charges.`"""
    words: list[str] = re.findall("OAuth|SnackVideo|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", operation_id)
    text = " ".join(PROPER_NAMES.get(word.lower(), word.lower()) for word in words)
    return text[:1].upper() + text[1:] + "."


class _Normaliser:
    def __init__(self, document: dict[str, Json]) -> None:
        self.document = document
        self.components: dict[str, dict[str, Json]] = document.get("components", {})
        self.schemas: dict[str, Schema] = {}
        self.claimed: dict[str, Place] = {}
        self.following: list[str] = []
        self.null = {name for name, schema in self.components.get("schemas", {}).items() if _without_null(schema)[1]}

    def run(self) -> dict[str, Json]:
        for name in self.components.get("schemas", {}):
            self.claim(self.component(name))
        for name, schema in self.components.get("schemas", {}).items():
            self.schemas[name] = self.convert(schema, self.component(name), top=True)
        result = {key: value for key, value in self.document.items() if key not in ("components", "paths", "tags")}
        result["openapi"] = "3.1.0"
        components: dict[str, Json] = {"securitySchemes": self.components.get("securitySchemes", {})}
        for section, convert, word in (
            ("parameters", self.parameter, "parameter"),
            ("requestBodies", self.body, "request body"),
            ("responses", self.response, "response body"),
        ):
            components[section] = {
                name: convert(self.followed(value), Place(("components", section), pascal(name)).child(name, word=word))
                for name, value in self.components.get(section, {}).items()
            }
        result["paths"] = {path: self.path_item(path, item) for path, item in self.document["paths"].items()}
        components["schemas"] = {name: self.schemas[name] for name in sorted(self.schemas)}
        result["components"] = components
        return result

    # Operations

    def path_item(self, path: str, item: dict[str, Json]) -> dict[str, Json]:
        if "$ref" in item:
            raise ContractError(f"a path item by reference, at {pointer('paths', path)}")
        result: dict[str, Json] = {}
        if "parameters" in item:
            place = Place(("paths", path), pascal(path))
            result["parameters"] = self.parameters(item["parameters"], place)
        for method in METHODS:
            if method in item:
                place = Place(("paths", path, method), pascal(item[method]["operationId"]))
                result[method] = self.operation(item[method], place)
        return result

    def operation(self, operation: dict[str, Json], place: Place) -> dict[str, Json]:
        result = {key: value for key, value in operation.items() if key not in ("callbacks", "servers")}
        result.setdefault("summary", plain_words(operation["operationId"]))
        if "parameters" in operation:
            result["parameters"] = self.parameters(operation["parameters"], place)
        if "requestBody" in operation:
            result["requestBody"] = self.body(operation["requestBody"], place.child("requestBody", word="request body"))
        result["responses"] = {
            status: self.response(value, place.child("responses", status, word=f"response {status} body"))
            for status, value in operation["responses"].items()
        }
        return result

    def parameters(self, parameters: list[Json], place: Place) -> list[Json]:
        return [
            self.parameter(value, place.child("parameters", str(index), word=f"{value.get('name')} parameter"))
            for index, value in enumerate(parameters)
        ]

    def parameter(self, parameter: dict[str, Json], place: Place) -> dict[str, Json]:
        if "$ref" in parameter:
            return parameter
        if "schema" not in parameter:
            raise ContractError(f"a parameter without schema is not sent by the generated client, at {place}")
        return {**parameter, "schema": self.convert(parameter["schema"], place.child("schema"))}

    def body(self, body: dict[str, Json], place: Place) -> dict[str, Json]:
        if "$ref" in body:
            return body
        content: dict[str, Json] = body["content"]
        known = [kind for kind in content if _is_json(kind)]
        known += [kind for known_kind in BODY_TYPES for kind in content if _media_type(kind) == known_kind]
        return {**body, "content": self.content(content, known[:1], place)}

    def response(self, response: dict[str, Json], place: Place) -> dict[str, Json]:
        if "$ref" in response:
            return response
        result = {key: value for key, value in response.items() if key not in ("links", "headers")}
        if content := response.get("content"):
            known = [kind for kind in content if _is_json(kind)]
            known += [kind for kind in content if _media_type(kind).startswith("text/")]
            result["content"] = self.content(content, known[:1], place)
        return result

    def content(self, content: dict[str, Json], kinds: list[str], place: Place) -> dict[str, Json]:
        """The content in the media types named; bytes when the generator knows none of those offered."""
        return {
            kind: {
                **content[kind],
                "schema": self.convert(content[kind].get("schema", {}), place.child("content", kind, "schema")),
            }
            for kind in kinds
        } or BYTES

    def followed(self, value: dict[str, Json]) -> dict[str, Json]:
        """A component that is a reference to another: the generator does not follow these."""
        while "$ref" in value:
            value = resolve(self.document, value["$ref"])
        return value

    # Names

    def component(self, name: str) -> Place:
        return Place(("components", "schemas", name), ClassName(name, PREFIX))

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
        if place.name not in self.schemas:
            self.schemas[place.name] = {}  # its own children may refer to it
            self.schemas[place.name] = convert()
        return {"$ref": SCHEMAS + place.name}

    # Schemas

    def convert(self, schema: Schema, place: Place, *, top: bool = False) -> Schema:
        """The schema for the generator; `top` says that it is a component itself, and its place its name."""
        bare, null = _without_null(schema)
        result = self.without_null(bare, place, top=top)
        if null and not top:
            result = _nullable(result)
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
        if parts or _is_object(schema):
            return self.object(schema, place, top=top)
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                return self.union(schema[keyword], place, keyword, _discriminator(schema))
        if "enum" in schema:
            return self.enum(schema, place, top=top)
        result = {
            key: value for key, value in schema.items() if key not in ("title", "default", "x-model-name", "allOf")
        }
        if "format" in schema:
            result["format"] = FORMATS.get(schema["format"], schema["format"])
        if _default_holds(schema):
            result["default"] = schema["default"]
        if schema.get("type") == "array":
            inner = place.child("items", word="item" if top else None)
            result["items"] = self.convert(schema.get("items", {}), inner)
        return result

    def reference(self, target: str) -> Schema:
        parts = target.removeprefix("#/").split("/")
        if parts[:2] == ["components", "schemas"] and len(parts) == 3:
            return _nullable({"$ref": target}) if parts[2] in self.null else {"$ref": target}
        place = self.place_of(target)
        if place.name in self.schemas and self.claimed[PythonIdentifier(place.name, PREFIX)].parts == place.parts:
            return {"$ref": SCHEMAS + place.name}
        if target in self.following:
            raise ContractError(f"references in a circle: {' → '.join([*self.following, target])}")
        self.following.append(target)
        found = self.convert(resolve(self.document, target), place)
        self.following.pop()
        return found

    def place_of(self, target: str) -> Place:
        """The place a reference into a component points to, named as it is when it is reached from the component."""
        parts = [part.replace("~1", "/").replace("~0", "~") for part in target.removeprefix("#/").split("/")]
        if parts[:2] != ["components", "schemas"]:
            raise ContractError(f"a schema refers to {target!r}, which is not inside #/components/schemas")
        place = self.component(parts[2])
        top = True
        rest = iter(parts[3:])
        for keyword in rest:
            found = resolve(self.document, str(place))
            if keyword == "properties":
                name = next(rest, "")
                place = place.child("properties", name, word=name)
            elif keyword == "items":
                place = place.child("items", word="item" if top else None)
            elif keyword == "additionalProperties":
                place = place.child(keyword, word="value")
            elif keyword in ("oneOf", "anyOf"):
                index = next(rest, "0")
                place = place.child(keyword, index, word=_variant_words(found[keyword])[int(index)])
            elif keyword == "allOf":
                place = place.child(keyword, next(rest, "0"))
            else:
                raise ContractError(f"a schema refers to {target!r}, which is not a schema")
            top = False
        return place

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
                return self.union(branches, place, keyword, _discriminator(found.rest))
            base = {key: value for key, value in schema.items() if key != keyword}
            words = _variant_words(branches)
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
        if not (_is_object(schema) or schema.get("allOf") or not schema.keys() - ANNOTATIONS - {"required"}):
            raise ContractError(f"allOf of something that is not an object, at {place}")
        for name, value in schema.get("properties", {}).items():
            here = (value, place.child("properties", name, word=name))
            properties[name] = self.agreed(name, properties.get(name), here)
        required += schema.get("required", [])
        rest.update({key: value for key, value in schema.items() if key not in ("allOf", "properties", "required")})
        return Object(properties, sorted(set(required)), rest)

    def agreed(self, name: str, old: tuple[Schema, Place] | None, new: tuple[Schema, Place]) -> tuple[Schema, Place]:
        """Of two descriptions of one property, the one that says more; an error where they contradict each other."""
        if old is None or old[0] == new[0] or _says_less(old[0], new[0]):
            return new
        if _says_less(new[0], old[0]):
            return old
        raise ContractError(f"allOf describes {name!r} in two ways: at {old[1]} and at {new[1]}")

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
        for index, (variant, word) in enumerate(zip(variants, words or _variant_words(variants), strict=True)):
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
            return _nullable(converted[0]) if null else converted[0]
        return {"oneOf": [*converted, NULL] if null else converted, **discriminator}

    def enum(self, schema: Schema, place: Place, *, top: bool) -> Schema:
        kinds: dict[str, list[Json]] = {}
        for value in schema["enum"]:
            kinds.setdefault(_kind(value), []).append(value)
        if len(kinds) > 1:
            by_kind = [{"type": kind, "enum": values} for kind, values in sorted(kinds.items())]
            return self.union(by_kind, place, "enum", {}, sorted(kinds))
        ((kind, values),) = kinds.items()
        if kind not in ("string", "integer"):  # nothing to name: true, 0.5
            return {"type": kind}
        result: Schema = {"type": kind, "enum": sorted(set(values))}
        if _default_holds(schema):
            result["default"] = schema["default"]
        if top:
            return result
        return self.hoist(place, lambda: result)

    def json_object(self) -> Schema:
        place = Place(("components", "schemas", JSON_OBJECT), JSON_OBJECT)
        existing = self.components.get("schemas", {}).get(JSON_OBJECT)
        if existing is not None and (existing.get("properties") or existing.get("type") != "object"):
            raise ContractError(f"{place} is in the way of the class shared by free-form objects")
        self.claim(place)
        self.schemas[JSON_OBJECT] = {"type": "object", "additionalProperties": True}
        return {"$ref": SCHEMAS + JSON_OBJECT}


def _without_null(schema: Schema) -> tuple[Schema, bool]:
    """The schema without its null, and whether it had one."""
    null = schema.get("nullable") is True
    result = {key: value for key, value in schema.items() if key != "nullable"}
    if "enum" in result:
        values = [value for value in result["enum"] if value is not None]
        if not values:
            return NULL, False
        null = null or len(values) < len(result["enum"])
        result["enum"] = values
    return result, null


def _nullable(schema: Schema) -> Schema:
    if not schema or schema == NULL or isinstance(schema.get("type"), list) or NULL in schema.get("oneOf", ()):
        return schema
    if "oneOf" in schema:
        return {**schema, "oneOf": [*schema["oneOf"], NULL]}
    if "type" in schema and schema["type"] != "object" and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"oneOf": [schema, NULL]}


def _is_object(schema: Schema) -> bool:
    return schema.get("type") == "object" or ("type" not in schema and "properties" in schema)


def _discriminator(schema: Schema) -> Schema:
    if "discriminator" not in schema:
        return {}
    found = copy.deepcopy(schema["discriminator"])
    for value, target in found.get("mapping", {}).items():
        if "/" not in target and "#" not in target:
            found["mapping"][value] = SCHEMAS + target
    return {"discriminator": found}


def _variant_words(variants: list[Schema]) -> list[str]:
    """What each variant of a union is called: by the value that sets it apart, else its title, else its position."""
    words: list[str | None] = [None] * len(variants)
    for candidates in ([_constant(variant) for variant in variants], [variant.get("title") for variant in variants]):
        for index, word in enumerate(candidates):
            if words[index] is None and word and candidates.count(word) == 1:
                words[index] = word
    return [word or f"variant {index}" for index, word in enumerate(words)]


def _constant(variant: Schema) -> str | None:
    """The value of the first property that can have but one: `{"type": {"enum": ["variant"]}}`."""
    for _, value in sorted(variant.get("properties", {}).items()):
        if isinstance(value.get("enum"), list) and len(value["enum"]) == 1:
            return str(value["enum"][0])
    return None


def _says_less(one: Schema, other: Schema) -> bool:
    """Whether `one` allows everything that `other` does, as far as this can be seen from the keywords."""
    one = {key: value for key, value in one.items() if key not in ANNOTATIONS}
    if not one or (one == {"type": "object"} and "$ref" in other):
        return True
    if one.get("type") == "array" and other.get("type") == "array":
        return _says_less(one.get("items", {}), other.get("items", {})) and one.keys() <= {"type", "items"}
    return all(
        other.get(key) == value or (key == "additionalProperties" and value is True) for key, value in one.items()
    )


def _default_holds(schema: Schema) -> bool:
    default = schema.get("default")
    if default is None or isinstance(default, (list, dict)):
        return False
    kept = {key: value for key, value in schema.items() if key not in ("default", "items")}
    return bool(OAS30Validator(kept, format_checker=oas30_format_checker).is_valid(default))


def _kind(value: Json) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
    raise ContractError(f"an enum value that is neither text nor number: {json.dumps(value)}")


def _media_type(kind: str) -> str:
    return kind.partition(";")[0].strip().lower()


def _is_json(kind: str) -> bool:
    kind = _media_type(kind)
    return kind == "application/json" or kind.endswith("+json")


def typed_answers(document: dict[str, Json]) -> Iterator[tuple[str, str, Schema]]:
    """(operation id, status, schema) of every documented 2xx JSON answer."""
    for _, _, operation in operations(document):
        for status, response in operation["responses"].items():
            if not status.startswith("2"):
                continue
            if "$ref" in response:
                response = resolve(document, response["$ref"])
            for kind, value in response.get("content", {}).items():
                if _is_json(kind):
                    yield operation["operationId"], status, value.get("schema", {})
                    break
