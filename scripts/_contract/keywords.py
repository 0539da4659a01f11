"""What the keywords of one schema say: about null, about which values it takes, and about another schema."""

from __future__ import annotations

import json
from typing import Any

from openapi_schema_validator import OAS30Validator, oas30_format_checker

from _contract.document import ContractError, Json

Schema = dict[str, Json]

NULL: Schema = {"type": "null"}
ANNOTATIONS = frozenset(
    {
        "title", "nullable", "default", "readOnly", "writeOnly", "deprecated", "xml", "x-model-name",
        "description", "summary", "example", "examples", "externalDocs",
    }
)  # fmt: skip
"""Keywords that do not change which values a schema takes, null apart."""
PLAIN = frozenset({"string", "integer", "number", "boolean", "array"})
LEAST = frozenset({"minimum", "minLength", "minItems"})
MOST = frozenset({"maximum", "maxLength", "maxItems"})
OF_PLAIN = LEAST | MOST | {
    "enum", "format", "pattern", "multipleOf", "exclusiveMinimum", "exclusiveMaximum", "items", "uniqueItems",
}  # fmt: skip


def without_null(schema: Schema) -> tuple[Schema, bool]:
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


def nullable(schema: Schema) -> Schema:
    if not schema or schema == NULL or isinstance(schema.get("type"), list) or NULL in schema.get("oneOf", ()):
        return schema
    if "oneOf" in schema:
        return {**schema, "oneOf": [*schema["oneOf"], NULL]}
    if "type" in schema and schema["type"] != "object" and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"oneOf": [schema, NULL]}


def is_object(schema: Schema) -> bool:
    return schema.get("type") == "object" or ("type" not in schema and "properties" in schema)


def variant_words(variants: list[Schema]) -> list[str]:
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


def says_less(one: Schema, other: Schema) -> bool:
    """Whether `one` allows everything that `other` does, as far as this can be seen from the keywords."""
    one = {key: value for key, value in one.items() if key not in ANNOTATIONS}
    if not one or (one == {"type": "object"} and "$ref" in other):
        return True
    if one.get("type") == "array" and other.get("type") == "array":
        return says_less(one.get("items", {}), other.get("items", {})) and one.keys() <= {"type", "items"}
    return all(
        other.get(key) == value or (key == "additionalProperties" and value is True) for key, value in one.items()
    )


def default_holds(schema: Schema) -> bool:
    default = schema.get("default")
    if default is None or isinstance(default, (list, dict)):
        return False
    kept = {key: value for key, value in schema.items() if key not in ("default", "items")}
    return bool(OAS30Validator(kept, format_checker=oas30_format_checker).is_valid(default))


def kind_of(value: Json) -> str:
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


def media_type(kind: str) -> str:
    return kind.partition(";")[0].strip().lower()


def is_json(kind: str) -> bool:
    kind = media_type(kind)
    return kind == "application/json" or kind.endswith("+json")


def is_plain(schema: Schema) -> bool:
    """Whether no object is meant but a text, a number, a flag or a list; references are followed by the caller."""
    if "type" in schema:
        return schema["type"] in PLAIN
    return not schema.keys() - ANNOTATIONS - OF_PLAIN - {"description", "example"} and bool(schema.keys() & OF_PLAIN)


def both(one: Schema, other: Schema) -> Schema | None:
    """The plain value that satisfies two descriptions; None where there is none, or it cannot be said in one."""
    result = {**one, **other}
    for key in one.keys() & other.keys() - ANNOTATIONS:
        found = _of_both(key, one[key], other[key])
        if found is None:
            return None
        result[key] = found
    for bound in ("minimum", "maximum"):
        exclusive = f"exclusive{bound.capitalize()}"
        if exclusive in result and one.get(bound) != other.get(bound) and bound in one and bound in other:
            return None
    if "enum" in result and "type" in result:
        result["enum"] = [value for value in result["enum"] if _is_of(result["type"], value)]
        if not result["enum"]:
            return None
    return result


def _of_both(key: str, one: Any, other: Any) -> Any:
    if one == other:
        return one
    if key == "enum":
        return [value for value in one if value in other] or None
    if key in LEAST:
        return max(one, other)
    if key in MOST:
        return min(one, other)
    return "integer" if key == "type" and {one, other} == {"integer", "number"} else None


def _is_of(kind: str, value: Json) -> bool:
    return kind_of(value) == kind or (kind == "number" and kind_of(value) == "integer")
