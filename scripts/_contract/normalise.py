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
from collections.abc import Callable, Iterator

from _contract.convert import SchemaConverter
from _contract.document import METHODS, ContractError, Json, operations, pointer
from _contract.keywords import Schema, is_json, media_type
from _contract.places import (
    Place,
    body_place,
    holder,
    operation_place,
    other_component,
    parameter_place,
    path_place,
    plain_words,
    pointer_parts,
    response_place,
)  # fmt: skip
from _contract.validate import resolve

BODY_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded", "application/octet-stream")
"""Request media types that the generator knows beside JSON, the preferred ones first."""
BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def normalise(document: dict[str, Json]) -> dict[str, Json]:
    """The document for the generator, as a new one. Raises `ContractError` for what the overlay has to settle."""
    return _Normaliser(copy.deepcopy(document)).run()


class _Normaliser:
    def __init__(self, document: dict[str, Json]) -> None:
        self.document = document
        self.components: dict[str, dict[str, Json]] = document.get("components", {})
        self.schemas = SchemaConverter(document)

    def run(self) -> dict[str, Json]:
        self.schemas.convert_components()
        result = {key: value for key, value in self.document.items() if key not in ("components", "paths", "tags")}
        result["openapi"] = "3.1.0"
        components: dict[str, Json] = {"securitySchemes": self.components.get("securitySchemes", {})}
        for section, convert in (
            ("parameters", self.parameter),
            ("requestBodies", self.body),
            ("responses", self.response),
        ):
            components[section] = {
                name: convert(self.followed(value), other_component(section, name))
                for name, value in self.components.get(section, {}).items()
            }
        result["paths"] = {path: self.path_item(path, item) for path, item in self.document["paths"].items()}
        components["schemas"] = {name: self.schemas.made[name] for name in sorted(self.schemas.made)}
        result["components"] = components
        return result

    def path_item(self, path: str, item: dict[str, Json]) -> dict[str, Json]:
        if "$ref" in item:
            raise ContractError(f"a path item by reference, at {pointer('paths', path)}")
        result: dict[str, Json] = {}
        if "parameters" in item:
            result["parameters"] = self.parameters(item["parameters"], path_place(path))
        for method in METHODS:
            if method in item:
                result[method] = self.operation(item[method], operation_place(path, method, item[method]))
        return result

    def operation(self, operation: dict[str, Json], place: Place) -> dict[str, Json]:
        result = {key: value for key, value in operation.items() if key not in ("callbacks", "servers")}
        result.setdefault("summary", plain_words(operation["operationId"]))
        if "parameters" in operation:
            result["parameters"] = self.parameters(operation["parameters"], place)
        if "requestBody" in operation:
            result["requestBody"] = self.body(operation["requestBody"], body_place(place))
        result["responses"] = {
            status: self.response(value, response_place(place, status))
            for status, value in operation["responses"].items()
        }
        return result

    def parameters(self, parameters: list[Json], place: Place) -> list[Json]:
        return [self.parameter(value, parameter_place(place, index, value)) for index, value in enumerate(parameters)]

    def parameter(self, parameter: dict[str, Json], place: Place) -> dict[str, Json]:
        if "$ref" in parameter:
            return self.referred(parameter, "parameters", self.parameter)
        if "schema" not in parameter:
            raise ContractError(f"a parameter without schema is not sent by the generated client, at {place}")
        return {**parameter, "schema": self.schemas.convert(parameter["schema"], place.child("schema"))}

    def body(self, body: dict[str, Json], place: Place) -> dict[str, Json]:
        if "$ref" in body:
            return self.referred(body, "requestBodies", self.body)
        content: dict[str, Json] = body["content"]
        known = [kind for kind in content if is_json(kind)]
        known += [kind for known_kind in BODY_TYPES for kind in content if media_type(kind) == known_kind]
        return {**body, "content": self.content(content, known[:1], place)}

    def response(self, response: dict[str, Json], place: Place) -> dict[str, Json]:
        if "$ref" in response:
            return self.referred(response, "responses", self.response)
        result = {key: value for key, value in response.items() if key not in ("links", "headers")}
        if content := response.get("content"):
            known = [kind for kind in content if is_json(kind)]
            known += [kind for kind in content if media_type(kind).startswith("text/")]
            result["content"] = self.content(content, known[:1], place)
        return result

    def referred(
        self, value: dict[str, Json], section: str, convert: Callable[[dict[str, Json], Place], dict[str, Json]]
    ) -> dict[str, Json]:
        """A reference to a component stays one, which is all that the generator follows; any other gives way."""
        target = value["$ref"]
        parts = pointer_parts(target)
        if parts[:2] == ["components", section] and len(parts) == 3:
            return {"$ref": pointer(*parts)}
        match holder(self.document, parts):
            case place, []:
                return convert(resolve(self.document, target), place)
        raise ContractError(f"{target!r} is referred to where one of {section} should be")

    def content(self, content: dict[str, Json], kinds: list[str], place: Place) -> dict[str, Json]:
        """The content in the media types named; bytes when the generator knows none of those offered."""
        return {
            kind: {
                **content[kind],
                "schema": self.schemas.convert(content[kind].get("schema", {}), place.child("content", kind, "schema")),
            }
            for kind in kinds
        } or BYTES

    def followed(self, value: dict[str, Json]) -> dict[str, Json]:
        """A component that is a reference to another: the generator does not follow these."""
        while "$ref" in value:
            value = resolve(self.document, value["$ref"])
        return value


def typed_answers(document: dict[str, Json]) -> Iterator[tuple[str, str, Schema]]:
    """(operation id, status, schema) of every documented 2xx JSON answer."""
    for _, _, operation in operations(document):
        for status, response in operation["responses"].items():
            if not status.startswith("2"):
                continue
            if "$ref" in response:
                response = resolve(document, response["$ref"])
            for kind, value in response.get("content", {}).items():
                if is_json(kind):
                    yield operation["operationId"], status, value.get("schema", {})
                    break
