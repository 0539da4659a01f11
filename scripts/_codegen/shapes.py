"""How an answer is decoded: which JSON object becomes which class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openapi_python_client.parser.properties import ModelProperty, Property
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.union import UnionProperty

from .schemas import SchemaClasses, fixed_values
from .views import Raw, ReadShape


class Shapes:
    """Asked with a property of the generator's, and the schema it was made of."""

    def __init__(self, schemas: SchemaClasses) -> None:
        self._schemas = schemas

    def shape(self, prop: Property, raw: Raw) -> ReadShape:
        raw = self._schemas.unwrap(raw)
        match prop:
            case ModelProperty():
                model = self._schemas.models[str(prop.class_info.name)]
                if not self._schemas.is_map(model):
                    return str(model.class_info.name)
                if model.additional_properties is None:
                    return None
                inner = self.shape(
                    model.additional_properties, self._schemas.raw_model(model).get("additionalProperties", {})
                )
                return None if inner is None else {"*": inner}
            case ListProperty():
                inner = self.shape(prop.inner_property, raw.get("items", {}))  # type: ignore[arg-type]
                return None if inner is None else [inner]
            case UnionProperty():
                return self._union_shape(prop, raw)
            case _:
                return None

    def _union_shape(self, prop: UnionProperty, raw: Raw) -> ReadShape:
        maps = [p for p in prop.inner_properties if isinstance(p, ModelProperty) and self._schemas.is_map(p)]
        objects = [
            str(p.class_info.name)
            for p in prop.inner_properties
            if isinstance(p, ModelProperty) and not self._schemas.is_map(p)
        ]
        object_shape: ReadShape = None
        if len(objects) == 1 and not maps:
            object_shape = objects[0]
        elif objects:
            tagged = self.tag(objects, raw)
            if tagged is not None:
                object_shape = ("tag", tagged[0], tagged[1])
            elif not maps:
                object_shape = ("keys", *objects)
        elif len(maps) == 1:
            object_shape = self.shape(maps[0], {})
        array_shapes = [
            shape
            for p in prop.inner_properties
            if isinstance(p, ListProperty) and (shape := self.shape(p, {})) is not None
        ]
        array_shape = array_shapes[0] if len(array_shapes) == 1 else None
        if array_shape is None:
            return object_shape
        return array_shape if object_shape is None else ("kind", object_shape, array_shape)

    def tag(self, classes: list[str], raw: Raw) -> tuple[str, dict[Any, str]] | None:
        """The key whose value tells these classes apart, and the class for each value."""
        discriminator = raw.get("discriminator")
        if isinstance(discriminator, Mapping):
            key = discriminator["propertyName"]
            mapping: Mapping[str, str] = discriminator.get("mapping") or {
                str(v["$ref"]).rsplit("/", 1)[-1]: v["$ref"]
                for v in (*raw.get("oneOf", ()), *raw.get("anyOf", ()))
                if "$ref" in v
            }
            cases = {value: self._schemas.class_name(ref) for value, ref in mapping.items()}
            known = {value: name for value, name in cases.items() if name in classes}
            if known:
                return key, known
        candidates: list[dict[str, set[Any]]] = [
            {
                self._schemas.wire(prop): values
                for prop in self._schemas.properties(self._schemas.models[name])
                if (values := fixed_values(prop))
            }
            for name in classes
        ]
        for key in candidates[0]:
            if not all(key in candidate for candidate in candidates):
                continue
            sets = [candidate[key] for candidate in candidates]
            if sum(map(len, sets)) == len(set().union(*sets)):
                return key, {
                    value: name for name, values in zip(classes, sets, strict=True) for value in sorted(values)
                }
        return None
