"""From arguments to a request, and from an answer to typed objects."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from urllib.parse import quote, unquote

from ._check import check
from ._model import converter, dump
from .errors import ErrorStatus, InvalidRequest, UndecodableBody
from .types import UNSET, File, Operation, RequestArgs, Response

if TYPE_CHECKING:
    import httpx

    from .client import Client

__all__ = ["Answers", "Rules", "arguments"]

#: name on the wire -> what the value must satisfy; "needed": it must be given
Rules = dict[str, dict[str, Any]]
Given = tuple[Rules, Sequence[Any]]

Body = TypeVar("Body")
Parsed = TypeVar("Parsed")

_NOTHING: Given = ({}, ())


# --- requests --------------------------------------------------------------------------------------------------------


def arguments(
    client: Client,
    operation: Operation,
    *,
    path: Given = _NOTHING,
    query: Given = _NOTHING,
    headers: Given = _NOTHING,
    cookies: Given = _NOTHING,
    body: tuple[str, Any, Mapping[str, Any]] | None = None,
) -> RequestArgs:
    """The request of an operation. Raises InvalidRequest, naming the argument or the field, before anything is sent.

    Path, query, headers and cookies come as (rules by name on the wire, values in the same order), the body as (content
    type, value, rules).
    """
    try:
        return _arguments(operation, path, query, headers, cookies, body)
    except InvalidRequest as error:
        refused = error
    except RecursionError:  # a body that holds itself
        refused = InvalidRequest("body", "is nested too deeply")
    refused.operation_id = operation.id
    raise client.failure(refused)


def _arguments(
    operation: Operation,
    path: Given,
    query: Given,
    headers: Given,
    cookies: Given,
    body: tuple[str, Any, Mapping[str, Any]] | None,
) -> RequestArgs:
    url = operation.path
    for (name, rules), value in zip(path[0].items(), path[1], strict=True):
        url = url.replace("{" + name + "}", _segment(name, value, rules))
    request: RequestArgs = {"method": operation.method, "url": url}
    params: dict[str, str | list[str]] = {}
    for (name, rules), value in zip(query[0].items(), query[1], strict=True):
        if _given(name, value, rules):
            _add_query(params, name, value, rules)
    if params:
        request["params"] = params
    if texts := _texts(headers):
        request["headers"] = texts
    if cookies is not _NOTHING and (texts := _texts(cookies)):
        for name, text in texts.items():
            if ";" in text:
                raise InvalidRequest(name, "must not hold a semicolon")
        line = "; ".join(f"{name}={text}" for name, text in texts.items())
        request["headers"] = {**request.get("headers", {}), "Cookie": line}
    if body is not None and _given("body", body[1], body[2]):
        _add_body(request, *body)
    return request


# Nothing in it to quote, to decode or to take for a dot segment.
_SEGMENT = re.compile(r"[A-Za-z0-9_-]+")


def _given(name: str, value: Any, rules: Mapping[str, Any]) -> bool:
    if value is not UNSET:
        return True
    if rules.get("needed"):
        raise InvalidRequest(name, "is required")
    return False


def _segment(name: str, value: Any, rules: Mapping[str, Any]) -> str:
    """One path parameter, quoted so that it stays one segment."""
    if not rules and type(value) is str and _SEGMENT.fullmatch(value):
        return value
    value = dump(value)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise InvalidRequest(name, f"must be text or an integer, not {type(value).__name__}")
    check(value, {}, name)
    text = str(value)
    check(text, rules, name)
    if _SEGMENT.fullmatch(text):
        return text
    if not text.strip():
        raise InvalidRequest(name, "must not be empty")
    decoded = text
    while (once := unquote(decoded)) != decoded:
        decoded = once
    if {".", ".."} & set(decoded.replace("\\", "/").split("/")):
        raise InvalidRequest(name, "must not be a dot segment")
    return quote(text, safe="", errors="strict")


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value  # as it is: a class of the caller's own may keep it out of what is shown
    if isinstance(value, (int, float)):
        return str(value)
    raise InvalidRequest(name, f"cannot be sent as text: {type(value).__name__}")


def _add_query(params: dict[str, str | list[str]], name: str, value: Any, rules: Mapping[str, Any]) -> None:
    value = dump(value)
    check(value, rules, name)
    if isinstance(value, list):
        texts = [_text(name, item) for item in value]
        params[name] = rules["join"].join(texts) if "join" in rules else texts
    elif isinstance(value, dict) and "join" in rules:
        params[name] = rules["join"].join(_pairs(name, value))
    elif isinstance(value, dict):
        for key, item in value.items():
            params[f"{name}[{key}]" if "deep" in rules else key] = _text(f"{name}.{key}", item)
    else:
        params[name] = _text(name, value)


def _pairs(name: str, value: dict[str, Any]) -> list[str]:
    """An object as its names and values, one after the other."""
    return [text for key, item in value.items() for text in (key, _text(f"{name}.{key}", item))]


def _line(name: str, value: Any, rules: Mapping[str, Any]) -> str:
    """A header's or cookie's value as one text."""
    if isinstance(value, list):
        return ",".join(_text(name, item) for item in value)
    if isinstance(value, dict):
        if "pairs" in rules:
            return ",".join(f"{key}={_text(f'{name}.{key}', item)}" for key, item in value.items())
        return ",".join(_pairs(name, value))
    return _text(name, value)


def _texts(given: Given) -> dict[str, str]:
    result = {}
    for (name, rules), value in zip(given[0].items(), given[1], strict=True):
        if not _given(name, value, rules):
            continue
        value = dump(value)
        check(value, rules, name)
        text = _line(name, value, rules)
        if not text.isascii() or not text.isprintable() or text != text.strip():
            raise InvalidRequest(name, "must be printable ASCII without spaces around it")
        result[name] = text
    return result


def _add_body(request: RequestArgs, content_type: str, body: Any, rules: Mapping[str, Any]) -> None:
    if not (content_type in _STRUCTURED or content_type.endswith("+json")):
        content = body.payload if isinstance(body, File) else body
        if not (isinstance(content, bytes) or hasattr(content, "read")):
            raise InvalidRequest("body", f"must be bytes or File, not {type(body).__name__}")
        request["content"] = content
        request["headers"] = {**request.get("headers", {}), "Content-Type": content_type}
        return
    value = dump(body)
    check(value, rules, "")
    if content_type == "multipart/form-data":
        request["files"] = [part for name, item in value.items() for part in _parts(name, item)]
    elif content_type == "application/x-www-form-urlencoded":
        request["data"] = {
            name: [_text(name, part) for part in item] if isinstance(item, list) else _text(name, item)
            for name, item in value.items()
        }
    else:
        request["json"] = value
        if content_type != "application/json":
            request["headers"] = {**request.get("headers", {}), "Content-Type": content_type}


_STRUCTURED = {"application/json", "application/x-www-form-urlencoded", "multipart/form-data"}


def _parts(name: str, value: Any) -> list[tuple[str, Any]]:
    """The parts of a multipart body that hold one field: a list has one for each item, an object is JSON."""
    if isinstance(value, list):
        return [part for item in value for part in _parts(name, item)]
    if isinstance(value, File):
        kind = value.mime_type or "application/octet-stream"
        return [(name, (value.file_name or name, value.payload, kind))]
    if isinstance(value, dict):
        return [(name, (None, json.dumps(value), "application/json"))]
    return [(name, (None, _text(name, value)))]


# --- answers ---------------------------------------------------------------------------------------------------------


class Answers(Generic[Body, Parsed]):
    """The documented answers of an operation, by status code, by (first, last) of a range, or "default".

    A shape as in `_model.converter`, or: None (no body), "$json" (any JSON value), "$object", "$array" (left as they
    are), "$text", "$bytes", ("null", shape).
    """

    __slots__ = ("_operation", "_readers", "_shapes")

    def __init__(self, operation: Operation, shapes: Mapping[Any, Any]) -> None:
        self._operation = operation
        self._shapes = shapes
        self._readers: dict[int, Callable[[bytes], Any]] = {}

    def body(self, client: Client, response: httpx.Response) -> Body:
        """The body of a 2xx answer; every other answer is raised."""
        status = response.status_code
        if 200 <= status <= 299:
            return cast(Body, self._good(client, response))
        raise client.failure(
            ErrorStatus(self._operation.id, status, response.headers, response.content, self._error(response))
        )

    def detailed(self, client: Client, response: httpx.Response) -> Response[Parsed]:
        """The whole answer. Only a 2xx body that is not what was promised is raised."""
        status = response.status_code
        parsed = self._good(client, response) if 200 <= status <= 299 else self._error(response)
        return Response(status, response.headers, response.content, parsed)

    def _good(self, client: Client, response: httpx.Response) -> Any:
        try:
            body = self._reader(response.status_code)(response.content)
        except _Unreadable as error:
            reason = str(error)
        else:
            client.received(self._operation, body)
            return body
        # Outside of the handler: the context of a JSON error holds the whole body.
        raise client.failure(
            UndecodableBody(self._operation.id, response.status_code, response.headers, response.content, reason)
        )

    def _error(self, response: httpx.Response) -> Any:
        try:
            return self._reader(response.status_code)(response.content)
        except _Unreadable:
            return None

    def _reader(self, status: int) -> Callable[[bytes], Any]:
        reader = self._readers.get(status)
        if reader is None:
            reader = self._readers[status] = _reader(self._shape(status))
        return reader

    def _shape(self, status: int) -> Any:
        if status in self._shapes:
            return self._shapes[status]
        for key, shape in self._shapes.items():
            if isinstance(key, tuple) and key[0] <= status <= key[1]:
                return shape
        if "default" in self._shapes:
            return self._shapes["default"]
        if 200 <= status <= 299:  # a success that the contract does not list: read it like those that it lists
            for key, shape in self._shapes.items():
                if isinstance(key, int) and 200 <= key <= 299:
                    return shape
            return None
        return "$maybe"


class _Unreadable(Exception):
    """The body is not what the contract promises."""


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise _Unreadable("the body is empty" if not content.strip() else "the body is not JSON") from None


def _reader(shape: Any) -> Callable[[bytes], Any]:
    match shape:
        case None:
            return lambda content: None
        case "$json":
            return _json
        case "$maybe":
            return lambda content: _json(content) if content.strip() else None
        case "$text":
            return lambda content: content.decode(errors="replace")
        case "$bytes":
            return lambda content: content
        case "$object":
            return lambda content: _expect(dict, _json(content))
        case "$array":
            return lambda content: _expect(list, _json(content))
        case ("null", inner):
            read = _reader(inner)
            return lambda content: None if content.strip() == b"null" else read(content)
    convert = converter(shape)
    kind: type = list if isinstance(shape, list) else dict
    if isinstance(shape, tuple) and shape[0] == "kind":
        kind = object

    def read_models(content: bytes) -> Any:
        try:
            return convert(_expect(kind, _json(content)))
        except RecursionError:
            raise _Unreadable("the body is nested too deeply") from None

    return read_models


def _expect(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise _Unreadable(f"the body is not a JSON {'object' if kind is dict else 'array'}")
    return value
