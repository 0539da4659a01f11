"""Annotations that say honestly what can come out of an answer, and exactly what goes into a request."""

from __future__ import annotations

from collections.abc import Iterable

from openapi_python_client.parser.properties import AnyProperty, LiteralEnumProperty, ModelProperty, Property
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
from .views import Names, Raw


class Annotations:
    """Asked with a property of the generator's, and the schema it was made of."""

    def __init__(self, schemas: SchemaClasses) -> None:
        self._schemas = schemas

    def annotation(self, prop: Property, raw: Raw, names: Names, *, exact: bool) -> str:
        parts = self.parts(prop, raw, names, exact=exact)
        return "Any" if "Any" in parts else " | ".join(parts)

    def parts(self, prop: Property, raw: Raw, names: Names, *, exact: bool) -> list[str]:
        """The members of the union that says what the value can be, `None` last."""
        result = self._member(prop, raw, names, exact=exact)
        unique = list(dict.fromkeys(result))
        if "None" in unique:
            unique.remove("None")
            unique.append("None")
        return unique

    def _member(self, prop: Property, raw: Raw, names: Names, *, exact: bool) -> list[str]:
        raw = self._schemas.unwrap(raw)
        match prop:
            case ModelProperty():
                return [self._object(prop, names, exact=exact)]
            case ListProperty():
                inner = self.annotation(prop.inner_property, raw.get("items", {}), names, exact=exact)  # type: ignore[arg-type]
                return [f"list[{inner}]"]
            case UnionProperty():
                parts: list[str] = []
                raws = self._schemas.raw_variants(raw, len(prop.inner_properties))
                for inner_prop, inner_raw in zip(prop.inner_properties, raws, strict=True):
                    parts += self._member(inner_prop, inner_raw, names, exact=exact)  # type: ignore[arg-type]
                objects = [p for p in prop.inner_properties if isinstance(p, ModelProperty)]
                if len(objects) > 1 and not exact:
                    parts.append("dict[str, Any]")
                return parts
            case _:
                own, wide = self._scalar(prop, raw, names)
                return own if exact else [*own, *wide]

    def _object(self, prop: ModelProperty, names: Names, *, exact: bool) -> str:
        model = self._schemas.models[str(prop.class_info.name)]
        if not self._schemas.is_map(model):
            names.classes.add(str(model.class_info.name))
            return str(model.class_info.name)
        inner = model.additional_properties
        if inner is None or isinstance(inner, AnyProperty):
            return "dict[str, Any]"
        raw_inner = self._schemas.raw_model(model).get("additionalProperties", {})
        return f"dict[str, {self.annotation(inner, raw_inner, names, exact=exact)}]"

    def _scalar(self, prop: Property, raw: Raw, names: Names) -> tuple[list[str], list[str]]:
        """The contract's type, and what answers may hold besides."""
        match prop:
            case LiteralEnumProperty():
                names.classes.add(str(prop.class_info.name))
                return [str(prop.class_info.name)], ["str"] if prop.value_type is str else ["int", "str"]
            case ConstProperty():
                return [f"Literal[{prop.value.python_code.as_unembedded_code()}]"], ["str"]
            case DateTimeProperty():
                names.times = True
                return ["dt.datetime"], ["str"]
            case DateProperty():
                names.times = True
                return ["dt.date"], ["str"]
            case IntProperty():
                return ["int"], ["str"]
            case FloatProperty():
                return ["float"], ["str"]
            case BooleanProperty():
                return ["bool"], []
            case UuidProperty():
                return ["str"], []
            case StringProperty():
                return ["str"], ["float"] if raw.get("format") == "decimal" else []
            case FileProperty():
                return ["File"], []
            case NoneProperty():
                return ["None"], []
            case _:
                return ["Any"], []


def join(parts: Iterable[str], names: Names) -> str:
    unique = list(dict.fromkeys(parts))
    if "Any" in unique:
        return "Any"
    if "None" in unique:
        unique.remove("None")
        unique.append("None")
    return " | ".join(unique)
