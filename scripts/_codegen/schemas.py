"""The normalised document and the generator's objects made of it, looked up in one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty, Property
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.schemas import Class
from openapi_python_client.parser.properties.union import UnionProperty

from .described import names_given
from .views import Raw


class SchemaClasses:
    """Schemas by reference, classes by name, and the way from one to the other."""

    def __init__(self, document: dict[str, Any], data: GeneratorData, config: Config) -> None:
        self.document = document
        self.config = config
        self.models = {str(model.class_info.name): model for model in data.models}
        self.modules = {
            str(prop.class_info.name): str(prop.class_info.module_name) for prop in [*data.models, *data.enums]
        }
        self._own_names = names_given(document)
        components: dict[str, Any] = document.get("components", {}).get("schemas", {})
        self._raw_of_class = {str(Class.from_string(string=key, config=config).name): key for key in components}

    def wire(self, prop: Property) -> str:
        """The name of a property in JSON."""
        given: str = prop.name.get_untrusted_value()
        return self._own_names.get(given, given)

    def deref(self, raw: Any) -> Raw:
        seen: set[str] = set()
        while isinstance(raw, Mapping) and isinstance(ref := raw.get("$ref"), str):
            if ref in seen:
                return {}
            seen.add(ref)
            raw = self.document
            for part in ref.removeprefix("#/").split("/"):
                raw = raw[part.replace("~1", "/").replace("~0", "~")]
        return raw if isinstance(raw, Mapping) else {}

    def class_of_ref(self, raw: Raw) -> str | None:
        ref = raw.get("$ref")
        if not isinstance(ref, str) or not ref.startswith("#/components/schemas/"):
            return None
        name = self.class_name(ref)
        return name if name in self.models else None

    def class_name(self, ref: str) -> str:
        """The class that the generator makes of a component, known or not."""
        return str(Class.from_string(string=ref, config=self.config).name)

    def raw_model(self, model: ModelProperty) -> Raw:
        key = self._raw_of_class.get(str(model.class_info.name))
        if key is not None:
            return self.deref(self.document["components"]["schemas"][key])
        return model.data.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def raw_properties(self, raw: Raw) -> dict[str, Raw]:
        result: dict[str, Raw] = {}
        for part in raw.get("allOf", ()):
            result.update(self.raw_properties(self.deref(part)))
        result.update(raw.get("properties", {}))
        return result

    def properties(self, model: ModelProperty) -> list[Property]:
        return [*(model.required_properties or ()), *(model.optional_properties or ())]

    def is_map(self, model: ModelProperty) -> bool:
        return not self.properties(self.models[str(model.class_info.name)])

    def reach(self, roots: Iterable[Property]) -> set[str]:
        found: set[str] = set()
        todo = list(roots)
        while todo:
            prop = todo.pop()
            if isinstance(prop, ModelProperty):
                name = str(prop.class_info.name)
                if name in found:
                    continue
                found.add(name)
                model = self.models[name]
                todo += self.properties(model)
                if model.additional_properties is not None:
                    todo.append(model.additional_properties)
            elif isinstance(prop, ListProperty):
                todo.append(prop.inner_property)  # type: ignore[arg-type]
            elif isinstance(prop, UnionProperty):
                todo += prop.inner_properties  # type: ignore[arg-type]
        return found

    def unwrap(self, raw: Raw) -> Raw:
        """Through references and through `oneOf: [X, null]`."""
        raw = self.deref(raw)
        variants = [v for v in (*raw.get("oneOf", ()), *raw.get("anyOf", ())) if v.get("type") != "null"]
        if len(variants) == 1:
            return self.unwrap(variants[0])
        return raw

    def raw_variants(self, raw: Raw, count: int) -> list[Raw]:
        """The schemas of a union's members where they still line up with the generator's flattened list."""
        variants = [*raw.get("oneOf", ()), *raw.get("anyOf", ())]
        return variants if len(variants) == count else [raw if not variants else {}] * count


def flat(prop: Any) -> Iterator[Any]:
    if isinstance(prop, UnionProperty):
        for inner in prop.inner_properties:
            yield from flat(inner)
    else:
        yield prop


def fixed_values(prop: Any) -> set[Any]:
    """The values a property can only have, if it is limited to some."""
    values: set[Any] = set()
    for inner in flat(prop):
        if isinstance(inner, LiteralEnumProperty):
            values |= set(inner.values)
        elif isinstance(inner, ConstProperty):
            values.add(inner.value.raw_value)
        elif not isinstance(inner, NoneProperty):
            return set()
    return values
