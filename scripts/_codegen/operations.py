"""What is to be known of one operation: its arguments, its body, and what its answers become."""

from __future__ import annotations

from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty, Property
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.responses import Response

from .annotations import Annotations, join
from .described import Described, Parameter, described
from .rules import RuleBook
from .schemas import SchemaClasses, flat
from .shapes import Shapes
from .views import ArgumentView, Names, OperationView, Raw, ReadShape, Rules


class Operations:
    """Makes the views of operations."""

    def __init__(self, schemas: SchemaClasses, annotations: Annotations, shapes: Shapes, rules: RuleBook) -> None:
        self._schemas = schemas
        self._described = described(schemas.document)
        self._annotations = annotations
        self._shapes = shapes
        self._rules = rules
        self.problems: list[str] = []

    def operation(self, endpoint: Endpoint) -> OperationView:
        operation = self._described[endpoint.path.get_untrusted_value()]
        raw = operation.raw
        parameters = {parameter.given: parameter for parameter in operation.parameters}
        properties = [*endpoint.path_parameters, *endpoint.query_parameters]
        names = Names()

        def arguments(place: str) -> list[ArgumentView]:
            given = ((prop, parameters[prop.name.get_untrusted_value()]) for prop in properties)
            return [
                self._argument(prop, parameter, f"{operation}: the {place} parameter {parameter.wire!r}", names)
                for prop, parameter in given
                if parameter.place == place
            ]

        returns, parsed = self._returns(endpoint, raw, names)
        body, content_type = self._body(endpoint, operation, names)
        security = raw.get("security", self._schemas.document.get("security", ()))
        return OperationView(
            id=raw["operationId"],
            method=operation.method.upper(),
            path=operation.path,
            tags=tuple(raw.get("tags", ())),
            security=tuple(tuple(alternative) for alternative in security),
            summary=_prose(raw.get("summary")),
            description=_prose(raw.get("description")),
            path_arguments=arguments("path"),
            query=arguments("query"),
            headers=arguments("header"),
            cookies=arguments("cookie"),
            body=body,
            content_type=content_type,
            answers=self._answers(endpoint, raw),
            returns=returns,
            parsed=parsed,
            imports=names.imports("...models.", self._schemas.modules),
        )

    def _argument(self, prop: Property, parameter: Parameter, about: str, names: Names) -> ArgumentView:
        raw = parameter.raw
        schema = raw.get("schema", {})
        rules = self._rules.of(about, schema)
        if parameter.place == "path":
            # Ids turn from numbers to text and back: both are fine in a path.
            annotation = "int | str"
            rules = {key: rules[key] for key in ("enum", "pattern", "minLength", "maxLength", "format") if key in rules}
        else:
            annotation = self._annotations.annotation(prop, schema, names, exact=True)
            rules |= _writing(raw)
            if raw.get("required"):
                rules["needed"] = True
        return ArgumentView(parameter.name, parameter.wire, annotation, bool(raw.get("required")), rules)

    def _body(self, endpoint: Endpoint, operation: Described, names: Names) -> tuple[ArgumentView | None, str]:
        if not endpoint.bodies:
            return None, ""
        chosen = next((body for body in endpoint.bodies if body.body_type == "json"), endpoint.bodies[0])
        if len(endpoint.bodies) > 1:
            self.problems.append(f"{operation} takes several kinds of body: only {chosen.body_type} is rendered")
        request = self._schemas.deref(operation.raw["requestBody"])
        schema = request["content"][chosen.content_type.get_untrusted_value()].get("schema", {})
        parts = self._annotations.parts(chosen.prop, schema, names, exact=True)
        if any(isinstance(inner, ModelProperty) for inner in flat(chosen.prop)):
            parts = [part for part in parts if not part.startswith("dict[")]
            parts.insert(len([p for p in parts if p in self._schemas.models]), "Mapping[str, Any]")
        if chosen.body_type == "content":
            parts = ["bytes", "File"]
        required = bool(request.get("required"))
        rules = {**self._rules.of(f"{operation}: the body", schema), **({"needed": True} if required else {})}
        view = ArgumentView("body", "body", " | ".join(parts), required, rules)
        return view, chosen.content_type.get_untrusted_value().partition(";")[0].strip().lower()

    def _answers(self, endpoint: Endpoint, raw: Raw) -> dict[Any, ReadShape]:
        """Status, or (first, last) status, or "default" -> what the body is."""
        result: dict[Any, ReadShape] = {}
        for answer in endpoint.responses:
            span = answer.status_code.range
            key: Any = "default" if span is None else span[0] if span[0] == span[1] else span
            result[key] = self._answer_shape(answer, self._answer_schema(answer, raw))
        return result

    def _answer_schema(self, answer: Response, raw: Raw) -> Raw:
        response = self._schemas.deref(raw["responses"].get(answer.status_code.pattern, {}))
        for media in response.get("content", {}).values():
            if "schema" in media:
                schema: Raw = media["schema"]
                return schema
        return {}

    def _answer_shape(self, answer: Response, schema: Raw) -> ReadShape:
        source = answer.source["return_type"]
        if source != "Any":
            return {"None": None, "str": "$text", "bytes": "$bytes"}[source]
        members = list(flat(answer.prop))
        shape = self._shapes.shape(answer.prop, schema)
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
                parts = self._annotations.parts(answer.prop, self._answer_schema(answer, raw), names, exact=False)
            else:
                parts = [source]
            every += parts
            span = answer.status_code.range
            if span is not None and 200 <= span[0] <= 299:
                good += parts
        if not good:
            default = endpoint.responses.default
            good = every if default is not None else ["None"]
        return join(good, names), join(every or ["None"], names)


def _writing(raw: Raw) -> Rules:
    """How a list or an object becomes text."""
    style = raw.get("style", "simple" if raw["in"] == "header" else "form")
    if style == "deepObject":
        return {"deep": True}
    if style == "simple":
        return {"pairs": True} if raw.get("explode") else {}
    if raw.get("explode") is False or style != "form":
        return {"join": {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",")}
    return {}


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


def _prose(text: Any) -> str:
    return " ".join(str(text).split()) if text else ""
