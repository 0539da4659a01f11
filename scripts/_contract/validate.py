"""Whether a document is OpenAPI 3.0 that the rest can build on; each refusal names the place."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft4Validator
from jsonschema.exceptions import ValidationError, best_match
from jsonschema_path.paths import SchemaPath
from openapi_spec_validator import OpenAPIV30SpecValidator
from openapi_spec_validator.schemas import schema_v30
from openapi_spec_validator.validation.keywords import KeywordValidator

from _contract.document import ContractError, Json, check_version, operations, pointer, short


def validate(document: dict[str, Json]) -> None:
    """Raises `ContractError` for the first thing wrong."""
    check_version(document)
    _check_references(document)  # first, as the validator would fetch those that leave the document
    _check_all_of(document)
    _check_operations(document)
    try:
        error = next(_Validator(document).iter_errors(), None)
    except RecursionError:
        raise ContractError("not OpenAPI 3.0 that can be checked: it is nested too deeply") from None
    if error is not None:
        # The message of the fast validator prints whole objects; the slow one names the innermost fault.
        found = best_match(Draft4Validator(schema_v30).iter_errors(document))
        place = pointer(*found.absolute_path) if found else _place(document)
        raise ContractError(f"not OpenAPI 3.0: {short((found or error).message)} at {place}")


def _check_all_of(document: dict[str, Json]) -> None:
    """A schema that has itself among its allOf has no end."""
    schemas = document.get("components", {}).get("schemas", {})
    parts = {f"#/components/schemas/{name}": [*_parts(schema)] for name, schema in schemas.items()}
    try:
        TopologicalSorter(parts).prepare()
    except CycleError as error:
        raise ContractError(f"allOf in a circle: {' → '.join(reversed(error.args[1]))}") from None


def _parts(schema: Json) -> Iterator[str]:
    """The references in an allOf, and in those inside."""
    if isinstance(schema, dict):
        for part in schema.get("allOf") or ():
            if isinstance(part, dict) and isinstance(part.get("$ref"), str):
                yield part["$ref"]
            else:
                yield from _parts(part)


def _check_references(document: dict[str, Json]) -> None:
    for place, target in references(document):
        seen: list[str] = []
        following: Json = target
        while isinstance(following, str):
            if following in seen:
                raise ContractError(f"$refs in a circle at {place}: {' → '.join([*seen, following])}")
            seen.append(following)
            try:
                found = resolve(document, following)
            except LookupError:
                raise ContractError(f"dangling $ref {following!r} at {place}") from None
            following = found.get("$ref") if isinstance(found, dict) else None


def _check_operations(document: dict[str, Json]) -> None:
    for path, item in document["paths"].items():
        if not isinstance(item, dict):
            raise ContractError(f"a path item is not an object, at {pointer('paths', path)}")
    operation_ids: dict[str, str] = {}
    for path, method, operation in operations(document):
        place = pointer("paths", path, method)
        if not isinstance(operation, dict):
            raise ContractError(f"an operation is not an object, at {place}")
        operation_id = operation.get("operationId")
        if not isinstance(operation_id, str) or not operation_id:
            raise ContractError(f"no operationId at {place}")
        if operation_id in operation_ids:
            raise ContractError(f"duplicate operationId {operation_id!r} at {operation_ids[operation_id]} and {place}")
        operation_ids[operation_id] = place


class _AnyDefault(KeywordValidator):
    """A default that its schema refuses is no reason to refuse a contract: upstream has had them, and the normaliser
    drops them."""

    def __call__(self, schema: SchemaPath, value: Json) -> Iterator[ValidationError]:
        yield from ()


class _Validator(OpenAPIV30SpecValidator):
    keyword_validators = {**OpenAPIV30SpecValidator.keyword_validators, "default": _AnyDefault}  # noqa: RUF012


def _place(document: dict[str, Json]) -> str:
    """Where the faults are that the validator finds beyond the schema of OpenAPI, and tells no place of."""
    validator = _Validator(document)
    walk: dict[str, Any] = {"path": validator.schema_path / "paths"}
    if document.get("components", {}).get("schemas"):
        walk["schema"] = validator.schema_path / "components" / "schemas"
    for keyword, section in walk.items():
        check: Any = validator.keyword_validators_registry[keyword]
        for name, value in section.items():
            for _ in check(name, value) if keyword == "path" else check(value):
                return pointer(*(("paths", name) if keyword == "path" else ("components", "schemas", name)))
    return "#"


def references(value: Json, *place: object) -> Iterator[tuple[str, str]]:
    """(place, target) of every `$ref`, and of every target named by a discriminator."""
    if isinstance(value, dict):
        target = value.get("$ref")
        if isinstance(target, str):
            yield pointer(*place), target
        mapping = value.get("discriminator")
        if isinstance(mapping, dict) and isinstance(mapping.get("mapping"), dict):
            for name, target in mapping["mapping"].items():
                if isinstance(target, str) and "#" in target:
                    yield pointer(*place, "discriminator", "mapping", name), target
        for key, child in value.items():
            if key not in ("example", "examples", "default", "enum"):
                yield from references(child, *place, key)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from references(child, *place, index)


def resolve(document: dict[str, Json], target: str) -> Json:
    """What a `$ref` points to. Raises LookupError when it points nowhere, or out of the document."""
    if not target.startswith("#/"):
        raise LookupError(target)
    found: Json = document
    for part in target[2:].split("/"):
        part = unquote(part).replace("~1", "/").replace("~0", "~")
        if isinstance(found, list) and part.isdecimal() and int(part) < len(found):
            found = found[int(part)]
        elif isinstance(found, dict) and part in found:
            found = found[part]
        else:
            raise LookupError(target)
    return found
