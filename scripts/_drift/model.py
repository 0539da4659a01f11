"""Effective view of an OpenAPI 3.0 document: what an operation sees, however the document is cut into components.

References are followed (cycles included), `allOf` is merged, `oneOf` with null is nullability, path-level parameters
and servers reach the operation, absent keywords take their defaults. Every fact remembers where it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from _contract.document import METHODS, Json

from _drift.load import token
from _drift.schemas import Schemas
from _drift.shapes import (
    ROOT,
    At,
    Body,
    DescribedAnswer,
    Header,
    Media,
    Operation,
    Parameter,
    Scheme,
    ServedAt,
    media_name,
    scheme_of,
    server_of,
    wording_of,
)


class Document(Schemas):
    """One document with its operations."""

    @cached_property
    def schemes(self) -> dict[str, Scheme]:
        out: dict[str, Scheme] = {}
        for name, raw in self.section("securitySchemes").items():
            at = self.follow(At(f"#/components/securitySchemes/{token(name)}", raw))
            out[name] = scheme_of(at)
        return out

    @property
    def webhooks(self) -> dict[str, Json]:
        """What the service calls by itself, by name; a 3.0 document may have it as an extension."""
        found = self.raw.get("webhooks", self.raw.get("x-webhooks"))
        return found if isinstance(found, dict) else {}

    @cached_property
    def operations(self) -> list[Operation]:
        return list(self._operations())

    def _operations(self) -> Iterator[Operation]:
        for path, item in self.raw["paths"].items():
            if not isinstance(item, dict) or path.startswith("x-"):
                continue
            item_at = self.follow(At(f"#/paths/{token(path)}", item))
            for method in METHODS:
                raw = item_at.raw.get(method)
                if isinstance(raw, dict):
                    yield self._operation(path, method, item_at, At(f"{item_at.pointer}/{method}", raw))

    def _operation(self, path: str, method: str, item: At, at: At) -> Operation:
        body = at.raw.get("requestBody")
        answers = at.raw.get("responses")
        security_at, security = (
            (f"{at.pointer}/security", at.raw["security"])
            if isinstance(at.raw.get("security"), list)
            else ("#/security", self.raw.get("security"))
        )
        servers_at, servers = self._servers(at, item)
        tags = at.raw.get("tags")
        callbacks = at.raw.get("callbacks")
        return Operation(
            method=method,
            path=path,
            pointer=at.pointer,
            id=str(at.raw.get("operationId") or ""),
            tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
            parameters=self._parameters(item, at),
            body=self._body(self.follow(At(f"{at.pointer}/requestBody", body))) if isinstance(body, dict) else None,
            answers=self._answers(at, answers if isinstance(answers, dict) else {}),
            security=self._security(security),
            security_at=security_at,
            servers=servers,
            servers_at=servers_at,
            callbacks=callbacks if isinstance(callbacks, dict) else {},
            wording=wording_of(item.raw) | wording_of(at.raw, "deprecated"),
        )

    def _parameters(self, item: At, at: At) -> dict[tuple[str, str], Parameter]:
        parameters: dict[tuple[str, str], Parameter] = {}
        for owner in (item, at):
            listed = owner.raw.get("parameters")
            for index, raw in enumerate(listed if isinstance(listed, list) else []):
                parameter = self._parameter(self.follow(At(f"{owner.pointer}/parameters/{index}", raw)))
                name = parameter.name.lower() if parameter.place == "header" else parameter.name
                parameters[parameter.place, name] = parameter
        return parameters

    def _servers(self, at: At, item: At) -> tuple[str, list[ServedAt]]:
        for owner in (at, item, At(ROOT, self.raw)):
            if isinstance(owner.raw.get("servers"), list) and owner.raw["servers"]:
                servers = [server_of(server) for server in owner.raw["servers"]]
                return f"{owner.pointer}/servers", list({server.url: server for server in servers}.values())
        return "#/servers", [ServedAt("", {})]

    def _parameter(self, at: At) -> Parameter:
        raw = at.raw
        place = str(raw.get("in") or "")
        style = str(raw.get("style") or ("form" if place in ("query", "cookie") else "simple"))
        content = {word: media.schema for word, media in self._content(at).items()}
        schema = raw.get("schema")
        return Parameter(
            at=at,
            name=str(raw.get("name") or raw.get("x-broken-reference") or ""),
            place=place,
            required=raw.get("required") is True or place == "path",
            style=style,
            explode=raw["explode"] if isinstance(raw.get("explode"), bool) else style == "form",
            flags={word: raw.get(word) is True for word in ("allowEmptyValue", "allowReserved")},
            schema=None if content else self.canonical((At(f"{at.pointer}/schema", schema or {}),)),
            content=content,
            wording=wording_of(raw, "deprecated"),
        )

    def _content(self, at: At) -> dict[str, Media]:
        out: dict[str, Media] = {}
        content = at.raw.get("content")
        for name, raw in (content if isinstance(content, dict) else {}).items():
            raw = raw if isinstance(raw, dict) else {}
            pointer = f"{at.pointer}/content/{token(name)}"
            schema = self.canonical((At(f"{pointer}/schema", raw.get("schema") or {}),))
            out[media_name(name)] = Media(pointer, schema, raw.get("encoding") or {}, wording_of(raw))
        return out

    def _body(self, at: At) -> Body:
        return Body(at, at.raw.get("required") is True, self._content(at), wording_of(at.raw))

    def _answers(self, at: At, raw: dict[str, Json]) -> dict[str, DescribedAnswer]:
        known = {str(status).upper(): (str(status), value) for status, value in raw.items() if status[:2] != "x-"}
        succeed = {status for status in known if status[:1] in ("1", "2", "3")} or {"DEFAULT"}
        return {
            status: self._answer(
                status, status in succeed, self.follow(At(f"{at.pointer}/responses/{token(name)}", value))
            )
            for status, (name, value) in known.items()
        }

    def _answer(self, status: str, success: bool, at: At) -> DescribedAnswer:
        headers: dict[str, Header] = {}
        listed = at.raw.get("headers")
        for name, raw in (listed if isinstance(listed, dict) else {}).items():
            found = self.follow(At(f"{at.pointer}/headers/{token(name)}", raw))
            content = list(self._content(found).values())
            schema = content[0].schema if content else (At(f"{found.pointer}/schema", found.raw.get("schema") or {}),)
            headers[name.lower()] = Header(
                found,
                name,
                found.raw.get("required") is True,
                self.canonical(schema),
                wording_of(found.raw, "deprecated"),
            )
        return DescribedAnswer(at, status, success, headers, self._content(at), wording_of(at.raw, "links"))

    def _security(self, raw: Json) -> list[dict[Scheme, frozenset[str]]]:
        out: list[dict[Scheme, frozenset[str]]] = []
        for alternative in raw if isinstance(raw, list) else []:
            if not isinstance(alternative, dict):
                continue
            named: dict[Scheme, frozenset[str]] = {}
            for name, scopes in alternative.items():
                scheme = self.schemes.get(name) or Scheme(f"#/components/securitySchemes/{token(name)}", name, "", name)
                named[scheme] = frozenset(str(scope) for scope in scopes) if isinstance(scopes, list) else frozenset()
            if named not in out:
                out.append(named)
        return out or [{}]
