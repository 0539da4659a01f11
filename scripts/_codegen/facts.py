"""What the templates need to know and the generator's own objects do not tell.

The generator parses names, classes and operations; this module adds, from the same normalised document: how an answer
is decoded (`shape`), what a request must satisfy (`rules`), which side of the conversation a class is on, and the
annotations that say honestly what can come out.

Shapes (Python literals, read by `_model.py`):
  "Name"                      an object of that class
  [s]                         an array of s
  {"*": s}                    an object used as a map to s
  ("tag", key, {value: s})    objects told apart by the value of one key
  ("keys", s, s, ...)         objects told apart by which keys they have
  ("kind", s, s)              an object (first) or an array (second)
  None                        nothing to convert: the JSON value itself

Rules (Python literals, read by `_check.py`): the JSON Schema keywords that constrain a value; `{"$ref": "Name"}` stands
for the rules of that class, `tag` for a discriminated union.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties import (
    AnyProperty,
    LiteralEnumProperty,
    ModelProperty,
    Property,
)
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.schemas import Class
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty
from openapi_python_client.parser.responses import Response
from openapi_python_client.strings import PythonIdentifier

Raw = Mapping[str, Any]
Shape = Any
Rules = dict[str, Any]

# Names that a class body or its base uses itself: a field called like one of them gets an underscore.
MODEL_NAMES = frozenset(
    {"additional_properties", "date_only", "date_time", "dt", "from_dict", "from_json", "renamed", "to_dict"}
)

# Names that generated modules import for themselves: a class of the contract cannot have one of them.
MODULE_NAMES = frozenset(
    {
        "TYPE_CHECKING", "UNSET", "Answers", "Any", "Client", "File", "Literal", "Mapping", "Model", "Operation",
        "RequestArgs", "Response", "Rules", "TypeAlias", "Unset",
    }
)  # fmt: skip

_COPIED = (
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
)  # fmt: skip
_FORMATS = {"date-time", "date", "uuid"}


@dataclass
class Names:
    """What an annotation refers to."""

    classes: set[str] = field(default_factory=set)
    times: bool = False

    def imports(self, place: str, module_of: Mapping[str, str]) -> list[str]:
        return sorted(f"from {place}{module_of[name]} import {name}" for name in self.classes)


@dataclass(frozen=True)
class FieldView:
    name: str
    annotation: str
    default: str | None


@dataclass
class ModelView:
    name: str
    alias: str | None
    side: str
    fields: list[FieldView]
    required: tuple[str, ...]
    nested: dict[str, Shape]
    rest: Shape
    rules: Rules | None
    times: bool
    imports: list[str]


@dataclass(frozen=True)
class ArgumentView:
    name: str  # Python
    wire: str
    annotation: str
    required: bool
    rules: Rules


@dataclass
class OperationView:
    id: str
    method: str
    path: str
    tags: tuple[str, ...]
    security: tuple[tuple[str, ...], ...]
    summary: str
    description: str
    path_arguments: list[ArgumentView]
    query: list[ArgumentView]
    headers: list[ArgumentView]
    cookies: list[ArgumentView]
    body: ArgumentView | None
    content_type: str
    answers: dict[Any, Shape]
    returns: str
    parsed: str
    imports: list[str]


class Facts:
    """The facts of one normalised document, asked for by the templates."""

    def __init__(self, document: dict[str, Any], data: GeneratorData, config: Config) -> None:
        self._document = document
        self._config = config
        self.problems: list[str] = []
        self._models = {str(model.class_info.name): model for model in data.models}
        self._enums = {str(enum.class_info.name): enum for enum in data.enums}
        self._modules = {
            str(prop.class_info.name): str(prop.class_info.module_name) for prop in [*data.models, *data.enums]
        }
        for name in sorted(MODULE_NAMES & self._modules.keys()):
            self.problems.append(f"A schema called {name} clashes with a name of the runtime: rename it in the overlay")
        components: dict[str, Any] = document.get("components", {}).get("schemas", {})
        self._raw_of_class = {str(Class.from_string(string=key, config=config).name): key for key in components}
        self._endpoints = [
            endpoint for collection in data.endpoint_collections_by_tag.values() for endpoint in collection.endpoints
        ]
        self._sent = self._reach(body.prop for endpoint in self._endpoints for body in endpoint.bodies)
        self._received = self._reach(answer.prop for endpoint in self._endpoints for answer in endpoint.responses)
        self._class_rules: dict[str, Rules] = {}
        self._open: list[str] = []
        self._operations = {id(endpoint): self._operation(endpoint) for endpoint in self._endpoints}
        self._models_view = {name: self._model(model) for name, model in self._models.items()}

    # --- asked by the templates -------------------------------------------------------------------------------------

    def operation(self, endpoint: Endpoint) -> OperationView:
        return self._operations[id(endpoint)]

    def model(self, model: ModelProperty) -> ModelView:
        return self._models_view[str(model.class_info.name)]

    def operation_modules(self, collection: EndpointCollection) -> list[str]:
        """The names of the modules of one tag."""
        return sorted(
            str(PythonIdentifier(endpoint.name, self._config.field_prefix)) for endpoint in collection.endpoints
        )

    def modules(self) -> dict[str, str]:
        """Class or alias name -> module, for `models/__init__.py`."""
        return dict(sorted(self._modules.items()))

    @staticmethod
    def enum_values(enum: LiteralEnumProperty) -> list[Any]:
        return sorted(enum.values)

    # --- the document -----------------------------------------------------------------------------------------------

    def _deref(self, raw: Any) -> Raw:
        seen: set[str] = set()
        while isinstance(raw, Mapping) and isinstance(ref := raw.get("$ref"), str):
            if ref in seen:
                return {}
            seen.add(ref)
            raw = self._document
            for part in ref.removeprefix("#/").split("/"):
                raw = raw[part.replace("~1", "/").replace("~0", "~")]
        return raw if isinstance(raw, Mapping) else {}

    def _class_of_ref(self, raw: Raw) -> str | None:
        ref = raw.get("$ref")
        if not isinstance(ref, str) or not ref.startswith("#/components/schemas/"):
            return None
        name = str(Class.from_string(string=ref, config=self._config).name)
        return name if name in self._models else None

    def _raw_model(self, model: ModelProperty) -> Raw:
        key = self._raw_of_class.get(str(model.class_info.name))
        if key is not None:
            return self._deref(self._document["components"]["schemas"][key])
        return model.data.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def _raw_properties(self, raw: Raw) -> dict[str, Raw]:
        result: dict[str, Raw] = {}
        for part in raw.get("allOf", ()):
            result.update(self._raw_properties(self._deref(part)))
        result.update(raw.get("properties", {}))
        return result

    # --- classes ----------------------------------------------------------------------------------------------------

    def _properties(self, model: ModelProperty) -> list[Property]:
        return [*(model.required_properties or ()), *(model.optional_properties or ())]

    def _is_map(self, model: ModelProperty) -> bool:
        return not self._properties(self._models[str(model.class_info.name)])

    def _reach(self, roots: Iterable[Property]) -> set[str]:
        found: set[str] = set()
        todo = list(roots)
        while todo:
            prop = todo.pop()
            if isinstance(prop, ModelProperty):
                name = str(prop.class_info.name)
                if name in found:
                    continue
                found.add(name)
                model = self._models[name]
                todo += self._properties(model)
                if model.additional_properties is not None:
                    todo.append(model.additional_properties)
            elif isinstance(prop, ListProperty):
                todo.append(prop.inner_property)  # type: ignore[arg-type]
            elif isinstance(prop, UnionProperty):
                todo += prop.inner_properties  # type: ignore[arg-type]
        return found

    def _model(self, model: ModelProperty) -> ModelView:
        name = str(model.class_info.name)
        names = Names()
        exact = name in self._sent and name not in self._received
        raw = self._raw_model(model)
        alias = None
        fields: list[FieldView] = []
        required: list[str] = []
        nested: dict[str, Shape] = {}
        rest: Shape = None
        if self._is_map(model):
            alias = self._annotation(model, raw, names, exact=exact)
        else:
            raw_properties = self._raw_properties(raw)
            for prop in self._properties(model):
                wire = prop.name.get_untrusted_value()
                raw_property = raw_properties.get(wire, {})
                must = exact and prop.required and not self._deref(raw_property).get("readOnly")
                view = self._field(prop, wire, raw_property, names, exact=exact, must=must)
                fields.append(view)
                if must:
                    required.append(view.name)
                shape = self.shape(prop, raw_property)
                if shape is not None:
                    nested[wire] = shape
            fields.sort(key=lambda view: view.name not in required)
            if model.additional_properties is not None:
                rest = self.shape(model.additional_properties, raw.get("additionalProperties", {}))
        names.classes.discard(name)
        return ModelView(
            name=name,
            alias=alias,
            side="sent" if exact else "received",
            fields=fields,
            required=tuple(required),
            nested=nested,
            rest=rest,
            rules=self._class_rules.get(name),
            times=names.times,
            imports=names.imports(".", self._modules),
        )

    def _field(self, prop: Property, wire: str, raw: Raw, names: Names, *, exact: bool, must: bool) -> FieldView:
        name = str(prop.python_name)
        if name in MODEL_NAMES:
            name += "_"
        parts = self._parts(prop, raw, names, exact=exact)
        if "Any" in parts:
            annotation = "Any"
        else:
            extra = [] if must else ["Unset"] if exact else ["None", "Unset"]
            annotation = " | ".join([*(part for part in parts if part not in extra), *extra])
        kinds = {type(inner) for inner in _flat(prop)}
        special = "date_time" if DateTimeProperty in kinds else "date_only" if DateProperty in kinds else None
        if special is None and name != wire:
            special = "renamed"
        if special is not None:
            default: str | None = f"{special}({wire!r})" if must else f"{special}({wire!r}, default=UNSET)"
        else:
            default = None if must else "UNSET"
        return FieldView(name, annotation, default)

    # --- annotations ------------------------------------------------------------------------------------------------

    def _annotation(self, prop: Property, raw: Raw, names: Names, *, exact: bool) -> str:
        parts = self._parts(prop, raw, names, exact=exact)
        return "Any" if "Any" in parts else " | ".join(parts)

    def _parts(self, prop: Property, raw: Raw, names: Names, *, exact: bool) -> list[str]:
        """The members of the union that says what the value can be, `None` last."""
        result = self._member(prop, raw, names, exact=exact)
        unique = list(dict.fromkeys(result))
        if "None" in unique:
            unique.remove("None")
            unique.append("None")
        return unique

    def _member(self, prop: Property, raw: Raw, names: Names, *, exact: bool) -> list[str]:
        raw = self._unwrap(raw)
        match prop:
            case ModelProperty():
                model = self._models[str(prop.class_info.name)]
                if not self._is_map(model):
                    names.classes.add(str(model.class_info.name))
                    return [str(model.class_info.name)]
                inner = model.additional_properties
                if inner is None or isinstance(inner, AnyProperty):
                    return ["dict[str, Any]"]
                raw_inner = self._raw_model(model).get("additionalProperties", {})
                return [f"dict[str, {self._annotation(inner, raw_inner, names, exact=exact)}]"]
            case ListProperty():
                inner_text = self._annotation(prop.inner_property, raw.get("items", {}), names, exact=exact)  # type: ignore[arg-type]
                return [f"list[{inner_text}]"]
            case UnionProperty():
                parts: list[str] = []
                raws = self._raw_variants(raw, len(prop.inner_properties))
                for inner_prop, inner_raw in zip(prop.inner_properties, raws, strict=True):
                    parts += self._member(inner_prop, inner_raw, names, exact=exact)  # type: ignore[arg-type]
                objects = [p for p in prop.inner_properties if isinstance(p, ModelProperty)]
                if len(objects) > 1 and not exact:
                    parts.append("dict[str, Any]")
                return parts
            case LiteralEnumProperty():
                names.classes.add(str(prop.class_info.name))
                wide = [] if exact else ["str"] if prop.value_type is str else ["int", "str"]
                return [str(prop.class_info.name), *wide]
            case ConstProperty():
                return [f"Literal[{prop.value.python_code.as_unembedded_code()}]", *([] if exact else ["str"])]
            case DateTimeProperty():
                names.times = True
                return ["dt.datetime"] if exact else ["dt.datetime", "str"]
            case DateProperty():
                names.times = True
                return ["dt.date"] if exact else ["dt.date", "str"]
            case IntProperty():
                return ["int"] if exact else ["int", "str"]
            case FloatProperty():
                return ["float"] if exact else ["float", "str"]
            case BooleanProperty():
                return ["bool"]
            case UuidProperty():
                return ["str"]
            case StringProperty():
                return ["str", "float"] if raw.get("format") == "decimal" and not exact else ["str"]
            case FileProperty():
                return ["File"]
            case NoneProperty():
                return ["None"]
            case _:
                return ["Any"]

    def _unwrap(self, raw: Raw) -> Raw:
        """Through references and through `oneOf: [X, null]`."""
        raw = self._deref(raw)
        variants = [v for v in (*raw.get("oneOf", ()), *raw.get("anyOf", ())) if v.get("type") != "null"]
        if len(variants) == 1:
            return self._unwrap(variants[0])
        return raw

    def _raw_variants(self, raw: Raw, count: int) -> list[Raw]:
        """The schemas of a union's members where they still line up with the generator's flattened list."""
        variants = [*raw.get("oneOf", ()), *raw.get("anyOf", ())]
        return variants if len(variants) == count else [raw if not variants else {}] * count

    # --- decoding ---------------------------------------------------------------------------------------------------

    def shape(self, prop: Property, raw: Raw) -> Shape:
        raw = self._unwrap(raw)
        match prop:
            case ModelProperty():
                model = self._models[str(prop.class_info.name)]
                if not self._is_map(model):
                    return str(model.class_info.name)
                if model.additional_properties is None:
                    return None
                inner = self.shape(model.additional_properties, self._raw_model(model).get("additionalProperties", {}))
                return None if inner is None else {"*": inner}
            case ListProperty():
                inner = self.shape(prop.inner_property, raw.get("items", {}))  # type: ignore[arg-type]
                return None if inner is None else [inner]
            case UnionProperty():
                return self._union_shape(prop, raw)
            case _:
                return None

    def _union_shape(self, prop: UnionProperty, raw: Raw) -> Shape:
        maps = [p for p in prop.inner_properties if isinstance(p, ModelProperty) and self._is_map(p)]
        objects = [
            str(p.class_info.name)
            for p in prop.inner_properties
            if isinstance(p, ModelProperty) and not self._is_map(p)
        ]
        object_shape: Shape = None
        if len(objects) == 1 and not maps:
            object_shape = objects[0]
        elif objects:
            tagged = self._tag(objects, raw)
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

    def _tag(self, classes: list[str], raw: Raw) -> tuple[str, dict[Any, str]] | None:
        """The key whose value tells these classes apart, and the class for each value."""
        discriminator = raw.get("discriminator")
        if isinstance(discriminator, Mapping):
            key = discriminator["propertyName"]
            mapping: Mapping[str, str] = discriminator.get("mapping") or {
                str(v["$ref"]).rsplit("/", 1)[-1]: v["$ref"]
                for v in (*raw.get("oneOf", ()), *raw.get("anyOf", ()))
                if "$ref" in v
            }
            cases = {
                value: str(Class.from_string(string=ref, config=self._config).name) for value, ref in mapping.items()
            }
            known = {value: name for value, name in cases.items() if name in classes}
            if known:
                return key, known
        candidates: list[dict[str, set[Any]]] = [
            {
                prop.name.get_untrusted_value(): values
                for prop in self._properties(self._models[name])
                if (values := _fixed_values(prop))
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

    # --- checking what is sent --------------------------------------------------------------------------------------

    def rules(self, raw: Raw) -> Rules:
        name = self._class_of_ref(raw)
        if name is not None and not self._is_map(self._models[name]):
            if name not in self._class_rules:
                self._class_rules[name] = {}
                self._class_rules[name] = self._inline_rules(self._deref(raw))
            return {"$ref": name}
        ref = raw.get("$ref")
        if isinstance(ref, str):
            if ref in self._open:
                return {}
            self._open.append(ref)
            try:
                return self._inline_rules(self._deref(raw))
            finally:
                self._open.pop()
        return self._inline_rules(raw)

    def _inline_rules(self, raw: Raw) -> Rules:
        result: Rules = {}
        declared = raw.get("type")
        types = [declared] if isinstance(declared, str) else list(declared or ())
        variants = [*raw.get("oneOf", ()), *raw.get("anyOf", ())]
        nullable = bool(raw.get("nullable")) or "null" in types or any(v.get("type") == "null" for v in variants)
        if raw.get("format") == "binary" and "string" in types:
            return {"type": ["file"]}
        if types:
            result["type"] = [*(t for t in types if t != "null"), *(["null"] if nullable else [])]
        if raw.get("enum"):
            result["enum"] = [value for value in raw["enum"] if value is not None]
        if raw.get("const") is not None:
            result["enum"] = [raw["const"]]
        result.update((key, raw[key]) for key in _COPIED if raw.get(key) is not None and raw[key] is not False)
        for bound in ("minimum", "maximum"):
            exclusive = f"exclusive{bound.capitalize()}"
            if result.get(exclusive) is True:  # OpenAPI 3.0
                result[exclusive] = result.pop(bound)
        if isinstance(pattern := raw.get("pattern"), str):
            result["pattern"] = _python_pattern(pattern)
            try:
                re.compile(result["pattern"])
            except re.error as error:
                self.problems.append(f"Pattern {pattern!r} is not a regular expression of Python: {error}")
                del result["pattern"]
        if raw.get("format") in _FORMATS:
            result["format"] = raw["format"]
        if raw.get("readOnly"):
            result["readOnly"] = True
        if raw.get("items") and (inner := self.rules(raw["items"])):
            result["items"] = inner
        if raw.get("properties"):
            result["properties"] = {key: self.rules(value) for key, value in raw["properties"].items()}
        if raw.get("required"):
            read_only = {key for key, value in raw.get("properties", {}).items() if self._deref(value).get("readOnly")}
            if names := [key for key in raw["required"] if key not in read_only]:
                result["required"] = names
        if raw.get("x-required-any"):
            result["requiredAny"] = raw["x-required-any"]
        rest = raw.get("additionalProperties")
        if rest is False and not raw.get("allOf"):
            result["additionalProperties"] = False
        elif isinstance(rest, Mapping) and rest and (inner := self.rules(rest)):
            result["additionalProperties"] = inner
        parts = [part for part in map(self.rules, raw.get("allOf", ())) if part]
        if parts:
            result["allOf"] = parts
        self._add_variants(result, raw, [v for v in variants if v.get("type") != "null"], nullable=nullable)
        return result

    def _add_variants(self, result: Rules, raw: Raw, variants: list[Raw], *, nullable: bool) -> None:
        if not variants:
            return
        alternatives = [self.rules(variant) for variant in variants]
        if not all(alternatives):
            return  # one of them allows anything
        if len(alternatives) == 1 and not nullable and not result:
            result.update(alternatives[0])
            return
        names = [name for variant in variants if (name := self._class_of_ref(variant)) is not None]
        tagged = self._tag(names, raw) if len(names) == len(variants) > 1 else None
        if tagged is not None:
            key, cases = tagged
            result["tag"] = [key, {value: {"$ref": name} for value, name in cases.items()}]
        else:
            result["oneOf"] = alternatives
        if nullable:
            result["nullable"] = True

    # --- operations -------------------------------------------------------------------------------------------------

    def _operation(self, endpoint: Endpoint) -> OperationView:
        path = endpoint.path.get_untrusted_value()
        item = self._document["paths"][path]
        raw: Raw = item[endpoint.method]
        raw_parameters = {
            (parameter["in"], parameter["name"]): parameter
            for parameter in map(self._deref, (*item.get("parameters", ()), *raw.get("parameters", ())))
        }
        names = Names()

        def arguments(properties: Iterable[Property], place: str) -> list[ArgumentView]:
            return [
                self._argument(prop, raw_parameters[place, prop.name.get_untrusted_value()], names)
                for prop in properties
            ]

        returns, parsed = self._returns(endpoint, raw, names)
        body, content_type = self._body(endpoint, raw, names)
        operation_id = raw.get("operationId") or str(endpoint.name)
        security = raw.get("security", self._document.get("security", ()))
        return OperationView(
            id=operation_id,
            method=endpoint.method.upper(),
            path=path,
            tags=tuple(raw.get("tags", ())),
            security=tuple(tuple(alternative) for alternative in security),
            summary=_prose(raw.get("summary")),
            description=_prose(raw.get("description")),
            path_arguments=arguments(endpoint.path_parameters, "path"),
            query=arguments(endpoint.query_parameters, "query"),
            headers=arguments(endpoint.header_parameters, "header"),
            cookies=arguments(endpoint.cookie_parameters, "cookie"),
            body=body,
            content_type=content_type,
            answers=self._answers(endpoint, raw),
            returns=returns,
            parsed=parsed,
            imports=names.imports("...models.", self._modules),
        )

    def _argument(self, prop: Property, raw: Raw, names: Names) -> ArgumentView:
        schema = raw.get("schema", {})
        rules = self.rules(schema)
        if raw["in"] == "path":
            # Ids turn from numbers to text and back: both are fine in a path.
            annotation = "int | str"
            rules = {key: rules[key] for key in ("enum", "pattern", "minLength", "maxLength", "format") if key in rules}
        else:
            annotation = self._annotation(prop, schema, names, exact=True)
            if raw.get("explode") is False or raw.get("style") in ("spaceDelimited", "pipeDelimited"):
                rules["join"] = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(raw.get("style", ""), ",")
            if raw.get("style") == "deepObject":
                rules["deep"] = True
            if raw.get("required"):
                rules["needed"] = True
        return ArgumentView(
            str(prop.python_name), prop.name.get_untrusted_value(), annotation, bool(raw.get("required")), rules
        )

    def _body(self, endpoint: Endpoint, raw: Raw, names: Names) -> tuple[ArgumentView | None, str]:
        if not endpoint.bodies:
            return None, ""
        chosen = next((body for body in endpoint.bodies if body.body_type == "json"), endpoint.bodies[0])
        if len(endpoint.bodies) > 1:
            self.problems.append(f"{endpoint.name} takes several kinds of body: only {chosen.body_type} is rendered")
        request = self._deref(raw["requestBody"])
        schema = request["content"][chosen.content_type.get_untrusted_value()].get("schema", {})
        parts = self._parts(chosen.prop, schema, names, exact=True)
        if any(isinstance(inner, ModelProperty) for inner in _flat(chosen.prop)):
            parts = [part for part in parts if not part.startswith("dict[")]
            parts.insert(len([p for p in parts if p in self._models]), "Mapping[str, Any]")
        if chosen.body_type == "content":
            parts = ["bytes", "File"]
        required = bool(request.get("required"))
        rules = {**self.rules(schema), **({"needed": True} if required else {})}
        view = ArgumentView("body", "body", " | ".join(parts), required, rules)
        return view, chosen.content_type.get_untrusted_value().partition(";")[0].strip().lower()

    def _answers(self, endpoint: Endpoint, raw: Raw) -> dict[Any, Shape]:
        """Status, or (first, last) status, or "default" -> what the body is."""
        result: dict[Any, Shape] = {}
        for answer in endpoint.responses:
            span = answer.status_code.range
            key: Any = "default" if span is None else span[0] if span[0] == span[1] else span
            result[key] = self._answer_shape(answer, self._answer_schema(answer, raw))
        return result

    def _answer_schema(self, answer: Response, raw: Raw) -> Raw:
        response = self._deref(raw["responses"].get(answer.status_code.pattern, {}))
        for media in response.get("content", {}).values():
            if "schema" in media:
                schema: Raw = media["schema"]
                return schema
        return {}

    def _answer_shape(self, answer: Response, schema: Raw) -> Shape:
        source = answer.source["return_type"]
        if source != "Any":
            return {"None": None, "str": "$text", "bytes": "$bytes"}[source]
        members = list(_flat(answer.prop))
        shape = self.shape(answer.prop, schema)
        kinds = {_json_kind(member) for member in members}
        if shape is None:
            shape = {frozenset({"object"}): "$object", frozenset({"array"}): "$array"}.get(frozenset(kinds), "$json")
        elif "null" in kinds:
            shape = ("null", shape)
        return shape

    def _returns(self, endpoint: Endpoint, raw: Raw, names: Names) -> tuple[str, str]:
        """What the 2xx answers decode to, and what any documented answer decodes to."""
        good: list[str] = []
        every: list[str] = []
        for answer in endpoint.responses:
            source = answer.source["return_type"]
            if source == "Any":
                parts = self._parts(answer.prop, self._answer_schema(answer, raw), names, exact=False)
            else:
                parts = [source]
            every += parts
            span = answer.status_code.range
            if span is not None and 200 <= span[0] <= 299:
                good += parts
        if not good:
            default = endpoint.responses.default
            good = every if default is not None else ["None"]
        return _join(good, names), _join(every or ["None"], names)


def _join(parts: Iterable[str], names: Names) -> str:
    unique = list(dict.fromkeys(parts))
    if "Any" in unique:
        return "Any"
    if "None" in unique:
        unique.remove("None")
        unique.append("None")
    return " | ".join(unique)


def _flat(prop: Any) -> Iterator[Any]:
    if isinstance(prop, UnionProperty):
        for inner in prop.inner_properties:
            yield from _flat(inner)
    else:
        yield prop


def _json_kind(prop: Any) -> str:
    match prop:
        case ModelProperty():
            return "object"
        case ListProperty():
            return "array"
        case NoneProperty():
            return "null"
        case _:
            return "other"


def _fixed_values(prop: Any) -> set[Any]:
    """The values a property can only have, if it is limited to some."""
    values: set[Any] = set()
    for inner in _flat(prop):
        if isinstance(inner, LiteralEnumProperty):
            values |= set(inner.values)
        elif isinstance(inner, ConstProperty):
            values.add(inner.value.raw_value)
        elif not isinstance(inner, NoneProperty):
            return set()
    return values


def _python_pattern(pattern: str) -> str:
    """JSON Schema's `$` is the very end of the text; Python's also matches before a last newline."""
    if pattern.endswith("$") and not pattern.endswith("\\$"):
        return pattern[:-1] + r"\Z"
    return pattern


def _prose(text: Any) -> str:
    return " ".join(str(text).split()) if text else ""
