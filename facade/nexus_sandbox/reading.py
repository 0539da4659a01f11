"""From an HTTP request to a call: who asks, and whether what was sent keeps the contract."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.types import Receive, Scope

from .calls import Call
from .contract.pin import Operation, Parameter
from .contract.problems import Problem
from .refusals import Refused, breaks_contract, unauthorized
from .rules.tokens import customer_of
from .settings import PAGE_ID, PAGE_KEY, STORE_ID, STOREFRONT_KEY
from .state import State

_MOST_BODY = 1 << 20
_INTENT_TOKEN, _PREFILL_TOKEN = "X-Scalev-Checkout-Intent-Token", "checkout_intent_prefill_token"
_INTENT_WRITES = frozenset(
    f"{verb}{place}CheckoutIntent" for verb in ("create", "update") for place in ("Storefront", "Page")
)


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it arrived. `headers` by lower-case name; `path` by the parameter names of the route."""

    scope: Scope
    path: dict[str, str]
    headers: dict[str, str]
    body: bytes
    client: str


def read_call(state: State, operation: Operation, request: Request) -> Call:
    """Resolve the identities and hold the request to the contract. Refuses what does not keep it."""
    _check_identity(state, operation, request)
    call = Call(operation, state, state.clock.time(), {}, {}, request.headers, None, request.client)
    if "bearerAuth" in operation.security:
        call.customer, call.family = customer_of(state.store, request.headers.get("authorization"), call.now)
    problems = [*_read_parameters(call, request.path, _query(request.scope)), *_read_body(call, request.body)]
    if problems:
        raise _bad_intent_fields(problems) if _about_intent_fields(operation, problems) else breaks_contract(problems)
    return call


def _check_identity(state: State, operation: Operation, request: Request) -> None:
    """A wrong key, an unknown store and a store without a paid plan are one and the same 404."""
    missing = Refused(404, "not_found", "Store not found")
    path, headers = request.path, request.headers
    wants_key = "x-scalev-storefront-api-key" in operation.header_names
    if wants_key and headers.get("x-scalev-storefront-api-key") != STOREFRONT_KEY:
        raise missing
    if "x-scalev-page-api-key" in operation.header_names:
        if headers.get("x-scalev-page-api-key") != PAGE_KEY or path.get("page_unique_id") != PAGE_ID:
            raise Refused(404, "not_found", "Page not found")
    elif "store_id" in path and (path["store_id"] != STORE_ID or not state.settings.paid_plan):
        raise missing


def _read_parameters(call: Call, path: dict[str, str], query: dict[str, str]) -> list[Problem]:
    """Put the typed parameters on the call; return what is wrong with them."""
    problems: list[Problem] = []
    for parameter in call.operation.parameters:
        source = {"path": path, "query": query, "header": call.headers}[parameter.location]
        raw = source.get(parameter.name.lower() if parameter.location == "header" else parameter.name)
        if raw is None:
            if parameter.name in _MISSING:
                raise _MISSING[parameter.name]()
            if parameter.required:
                problems.append(Problem(parameter.name, "is required"))
            continue
        value, wrong = parameter.read(raw)
        if wrong:
            problems += _wrong_parameter(parameter, wrong)
        if parameter.location == "path":
            call.path[parameter.name] = value
        elif parameter.location == "query":
            call.query[parameter.name] = value
        elif parameter.name == "X-Scalev-Guest-Token":
            call.guest_token = value
    for name, text in query.items():
        call.query.setdefault(name, text)
    return problems


def _wrong_parameter(parameter: Parameter, wrong: list[Problem]) -> list[Problem]:
    """A malformed path names nothing, a malformed token lets nobody in; anything else is told field by field."""
    if parameter.location == "path":
        raise Refused(404, "not_found", f"{parameter.name} names nothing here")
    if parameter.name in _MISSING:
        raise _MISSING[parameter.name]()
    return wrong


def bad_prefill_token() -> Refused:
    return Refused(401, "invalid_checkout_intent_prefill_token", "The prefill token is not valid or has expired")


_MISSING: dict[str, Callable[[], Refused]] = {
    _INTENT_TOKEN: lambda: unauthorized("The checkout intent token is missing or not valid"),
    _PREFILL_TOKEN: bad_prefill_token,
}


def _read_body(call: Call, body: bytes) -> list[Problem]:
    operation = call.operation
    if not operation.has_body:
        return []
    if not body.strip():
        return [Problem("body", "is required")] if operation.body_required else []
    call.body = _json(body)
    return operation.body.problems(call.body) if operation.body is not None else []


def _about_intent_fields(operation: Operation, problems: list[Problem]) -> bool:
    return operation.id in _INTENT_WRITES and any(p.field.split(".")[0] == "fields" for p in problems)


def _bad_intent_fields(problems: list[Problem]) -> Refused:
    refusal = breaks_contract(problems)
    return Refused(422, "invalid_checkout_intent_fields", refusal.message, refusal.errors)


def _query(scope: Scope) -> dict[str, str]:
    return dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))


def _json(body: bytes) -> Any:
    try:
        value = json.loads(body, parse_constant=_no_constant, parse_float=_finite)
        if b"\\ud" in body.lower():
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Refused(400, "invalid_json", "The body is not valid JSON", {"body": "is not valid JSON"}) from None
    return value


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is out of range")
    return value


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


async def read_all(receive: Receive) -> bytes | None:
    """Return the whole body; None when the caller hung up before its end."""
    chunks = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        chunks += message.get("body", b"")
        if len(chunks) > _MOST_BODY:
            raise Refused(413, "too_large", f"The body is larger than {_MOST_BODY} bytes")
        if not message.get("more_body"):
            return bytes(chunks)
