"""What the contract promises of each field of an answer, before annotations widen it.

Entries of the table (read by the runtime module of the same name): a JSON type, "date-time" or "date", "model" (an
object that becomes a class), "object" (any other), [entry of the items], {value: JSON type} for the values of an enum,
or a tuple of alternatives. What may be anything is not in the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty, Property
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from .schemas import SchemaClasses
from .views import Raw

ANYTHING = "any"
_JSON_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}
_WORDS: dict[type, str] = {
    DateTimeProperty: "date-time", DateProperty: "date", IntProperty: "integer", FloatProperty: "number",
    BooleanProperty: "boolean", UuidProperty: "string", StringProperty: "string", FileProperty: "string",
}  # fmt: skip


class Promises:
    """Asked with the classes that answers are made of."""

    def __init__(self, schemas: SchemaClasses) -> None:
        self._schemas = schemas

    def of_model(self, model: ModelProperty) -> dict[str, Any]:
        """Name on the wire -> entry."""
        raws = self._schemas.raw_properties(self._schemas.raw_model(model))
        found = {
            self._schemas.wire(prop): self._entry(prop, raws.get(self._schemas.wire(prop), {}))
            for prop in self._schemas.properties(model)
        }
        return {wire: entry for wire, entry in found.items() if entry != ANYTHING}

    def _entry(self, prop: Property, raw: Raw) -> Any:
        ways: list[Any] = []
        for way in self._ways(prop, raw):
            if way == ANYTHING:
                return ANYTHING
            if way not in ways:
                ways.append(way)
        return ANYTHING if not ways else ways[0] if len(ways) == 1 else tuple(ways)

    def _ways(self, prop: Property, raw: Raw) -> Iterator[Any]:
        raw = self._schemas.unwrap(raw)
        match prop:
            case NoneProperty():
                pass
            case ModelProperty():
                yield "object" if self._schemas.is_map(prop) else "model"
            case ListProperty():
                inner = self._entry(prop.inner_property, raw.get("items", {}))  # type: ignore[arg-type]
                yield "array" if inner == ANYTHING else [inner]
            case UnionProperty():
                raws = self._schemas.raw_variants(raw, len(prop.inner_properties))
                for inner_prop, inner_raw in zip(prop.inner_properties, raws, strict=True):
                    yield from self._ways(inner_prop, inner_raw)  # type: ignore[arg-type]
            case LiteralEnumProperty():
                yield {value: _JSON_TYPES[type(value)] for value in sorted(prop.values)}
            case ConstProperty():
                yield {prop.value.raw_value: _JSON_TYPES[type(prop.value.raw_value)]}
            case _:
                yield _WORDS.get(type(prop), ANYTHING)
                if isinstance(prop, StringProperty) and raw.get("format") == "decimal":
                    yield "number"  # amounts come as text or as numbers
