"""What is to be known of one operation: its arguments, its body, and what its answers become."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty, Property
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.responses import Response

from .annotations import Annotations, join
from .rules import RuleBook
from .schemas import Schemas, flat
from .shapes import Shapes
from .views import ArgumentView, Names, OperationView, Raw, Shape


class Operations:
    """Makes the views of operations."""

    def __init__(self, schemas: Schemas, annotations: Annotations, shapes: Shapes, rules: RuleBook) -> None:
        self._schemas = schemas
        self._annotations = annotations
        self._shapes = shapes
        self._rules = rules
        self.problems: list[str] = []

    def operation(self, endpoint: Endpoint) -> OperationView:
        path = endpoint.path.get_untrusted_value()
        item = self._schemas.document["paths"][path]
        raw: Raw = item[endpoint.method]
        raw_parameters = {
            (parameter["in"], parameter["name"]): parameter
            for parameter in map(self._schemas.deref, (*item.get("parameters", ()), *raw.get("parameters", ())))
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
        security = raw.get("security", self._schemas.document.get("security", ()))
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
            imports=names.imports("...models.", self._schemas.modules),
        )

    def _argument(self, prop: Property, raw: Raw, names: Names) -> ArgumentView:
        schema = raw.get("schema", {})
        rules = self._rules.rules(schema)
        if raw["in"] == "path":
            # Ids turn from numbers to text and back: both are fine in a path.
            annotation = "int | str"
            rules = {key: rules[key] for key in ("enum", "pattern", "minLength", "maxLength", "format") if key in rules}
        else:
            annotation = self._annotations.annotation(prop, schema, names, exact=True)
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
        request = self._schemas.deref(raw["requestBody"])
        schema = request["content"][chosen.content_type.get_untrusted_value()].get("schema", {})
        parts = self._annotations.parts(chosen.prop, schema, names, exact=True)
        if any(isinstance(inner, ModelProperty) for inner in flat(chosen.prop)):
            parts = [part for part in parts if not part.startswith("dict[")]
            parts.insert(len([p for p in parts if p in self._schemas.models]), "Mapping[str, Any]")
        if chosen.body_type == "content":
            parts = ["bytes", "File"]
        required = bool(request.get("required"))
        rules = {**self._rules.rules(schema), **({"needed": True} if required else {})}
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
        response = self._schemas.deref(raw["responses"].get(answer.status_code.pattern, {}))
        for media in response.get("content", {}).values():
            if "schema" in media:
                schema: Raw = media["schema"]
                return schema
        return {}

    def _answer_shape(self, answer: Response, schema: Raw) -> Shape:
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
