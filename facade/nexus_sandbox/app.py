"""The ASGI application: from a request to an answer that keeps the contract."""

from __future__ import annotations

import asyncio
import json
import logging
import math
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import operations as _operations  # noqa: F401 - registers the handlers
from .calls import HANDLERS, Answer, Call, Json, Refused, breaks_contract, unauthorized
from .faults import Fault
from .in_process import PAUSE
from .journal import Seen
from .pin import Operation, Problem
from .routing import Router
from .server import Connections
from .settings import PAGE_ID, PAGE_KEY, STORE_ID, STOREFRONT_KEY
from .state import State
from .tokens import customer_of

_log = logging.getLogger("nexus_sandbox")
_MOST_BODY = 1 << 20
_CORS_HEADERS = (
    "Authorization",
    "Content-Type",
    "X-Scalev-Checkout-Intent-Token",
    "X-Scalev-Guest-Token",
    "X-Scalev-Storefront-Api-Key",
)
_CORS_EXPOSED = (
    "X-Scalev-Guest-Token",
    "X-Ratelimit-Limit",
    "X-Ratelimit-Remaining",
    "X-Ratelimit-Reset",
    "Retry-After",
)


class ConnectionReset(ConnectionResetError, httpx.ReadError):
    """What a reset looks like in process, where there is no socket: the client's `httpx.ReadError`."""

    def __init__(self) -> None:
        httpx.ReadError.__init__(self, "connection reset by the sandbox")


class ContractBroken(Exception):
    """The sandbox was about to send an answer outside the contract."""


class Api:
    """Everything under `/v3`."""

    def __init__(self, state: State, connections: Connections) -> None:
        self._state = state
        self._connections = connections
        self._router = Router(state.pin.operations.values())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        client = (scope.get("client") or ("127.0.0.1", 0))[0]
        state = self._state
        seen = state.journal.note(
            state.clock.time(), scope["method"], scope["path"], scope["query_string"].decode("latin-1"), client, headers
        )
        budget = state.limiter.spend(client, state.clock.time())
        if not budget.allowed:
            limits = budget.headers()
            if state.settings.rate_limit_retry_after:
                limits["Retry-After"] = str(budget.reset)
            seen.status = 429
            await PlainTextResponse("Rate limit exceeded", 429, limits)(scope, receive, send)
            return
        segments = [unquote(part) for part in _raw_path(scope).strip("/").split("/")]
        operation, path, methods = self._router.find(scope["method"], segments)
        seen.operation = operation.id if operation else None
        fault: Fault | None = None
        response: Response
        try:
            body = await _read(receive)
            if body is None:
                return
            if operation is None:
                raise (
                    Refused(405, "method_not_allowed", f"{scope['method']} is not allowed on this path")
                    if methods
                    else Refused(404, "not_found", "There is no such route")
                )
            if operation.id not in HANDLERS:
                raise Refused(501, "not_in_sandbox", f"{operation.id} is in the contract, but not in this sandbox")
            fault = state.faults.take(operation.id)
            if fault is not None:
                seen.fault = fault.kind
                if fault.kind == "latency":
                    await _pause(scope)(fault.seconds)
            if fault is None or fault.runs_operation:
                response = self._answer(operation, scope, path, headers, body, client, seen)
            else:
                response = Response()
        except Refused as refusal:
            response = _refusal(refusal)
            if methods and operation is None:
                response.headers["Allow"] = ", ".join(sorted(methods))
        if fault is not None and fault.kind != "latency":
            await self._misbehave(fault, response, seen, scope, receive, send, budget.headers())
            return
        response.headers.update(budget.headers())
        seen.status = response.status_code
        await response(scope, receive, send)

    def _answer(
        self,
        operation: Operation,
        scope: Scope,
        path: dict[str, str],
        headers: dict[str, str],
        body: bytes,
        client: str,
        seen: Seen,
    ) -> Response:
        state = self._state
        refusal: Refused | None = None
        answer: Answer | None = None
        try:
            with state.store.transaction():
                try:
                    call = self._read_call(operation, scope, path, headers, body, client)
                    answer = HANDLERS[operation.id](call)
                except Refused as no:
                    if not no.keep:
                        raise
                    refusal = no
                else:
                    self._keep_contract(operation, answer.status, answer.body)
            seen.committed = True
        except Refused as no:
            refusal = no
        except ContractBroken as broken:
            _log.error("%s", broken)
            refusal = Refused(500, "sandbox_broke_the_contract", str(broken))
        except Exception as error:
            _log.exception("%s failed", operation.id)
            refusal = Refused(500, "sandbox_failed", f"{operation.id}: {type(error).__name__}: {error}")
        if refusal is not None or answer is None:
            return _refusal(_lawful(operation, refusal or unauthorized()))
        if answer.body is None:
            return Response(status_code=answer.status, headers=answer.headers)
        drifted = state.drift.apply(operation, answer.status, answer.body)
        return JSONResponse(drifted, answer.status, answer.headers)

    def _keep_contract(self, operation: Operation, status: int, body: Json | None) -> None:
        checker = operation.answer(status)
        if str(status) not in operation.statuses:
            raise ContractBroken(f"{operation.id} answered {status}, which the contract does not document")
        if (checker is None) != (body is None):
            raise ContractBroken(f"{operation.id} answered {status} with{'out' if body is None else ''} a body")
        problems = checker.problems(body) if checker else []
        if problems:
            raise ContractBroken(f"{operation.id} answered {status} outside the contract: {_spell(problems)}")

    def _read_call(
        self,
        operation: Operation,
        scope: Scope,
        path: dict[str, str],
        headers: dict[str, str],
        body: bytes,
        client: str,
    ) -> Call:
        state = self._state
        _check_identity(state, operation, path, headers)
        call = Call(operation, state, state.clock.time(), {}, {}, headers, None, client)
        if "bearerAuth" in operation.security:
            call.customer, call.family = customer_of(state.store, headers.get("authorization"), call.now)
        query = _query(scope)
        problems: list[Problem] = []
        for parameter in operation.parameters:
            source = {"path": path, "query": query, "header": headers}[parameter.location]
            raw = source.get(parameter.name.lower() if parameter.location == "header" else parameter.name)
            if raw is None:
                if parameter.name in _TOKENS:
                    raise unauthorized("The checkout intent token is missing")
                if parameter.required:
                    problems.append(Problem(parameter.name, "is required"))
                continue
            value, wrong = parameter.read(raw)
            if wrong and parameter.location == "path":
                raise Refused(404, "not_found", f"{parameter.name} names nothing here")
            if wrong and parameter.name in _TOKENS:
                raise unauthorized("The checkout intent token is not valid")
            problems += wrong
            if parameter.location == "path":
                call.path[parameter.name] = value
            elif parameter.location == "query":
                call.query[parameter.name] = value
            elif parameter.name == "X-Scalev-Guest-Token":
                call.guest_token = value
        for name, text in query.items():
            call.query.setdefault(name, text)
        if operation.has_body:
            if body.strip():
                call.body = _json(body)
                if operation.body is not None:
                    problems += operation.body.problems(call.body)
            elif operation.body_required:
                problems.append(Problem("body", "is required"))
        if problems:
            raise breaks_contract(problems)
        return call

    async def _misbehave(
        self,
        fault: Fault,
        response: Response,
        seen: Seen,
        scope: Scope,
        receive: Receive,
        send: Send,
        limits: dict[str, str],
    ) -> None:
        content = bytes(response.body)
        if fault.kind == "reset":
            await self._cut(scope, receive, reset=True)
            return
        response.headers.update(limits)
        if fault.kind in ("cut_body", "slow_body"):
            seen.status = response.status_code
            await send({"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers})
            if fault.kind == "cut_body":
                await send({"type": "http.response.body", "body": content[: len(content) // 2], "more_body": True})
                await _pause(scope)(0.01)
                await self._cut(scope, receive, reset=False)
                return
            size = max(1, len(content) // 10)
            chunks = [content[start : start + size] for start in range(0, len(content), size)]
            for chunk in chunks:
                await _pause(scope)(fault.seconds / len(chunks))
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            return
        spoilt = self._spoil(fault, response, content)
        for name, value in limits.items():
            spoilt.headers.setdefault(name, value)
        seen.status = spoilt.status_code
        await spoilt(scope, receive, send)

    def _spoil(self, fault: Fault, response: Response, content: bytes) -> Response:
        about_body = ("content-length", "content-type")
        kept = {name: value for name, value in response.headers.items() if name not in about_body}
        extra = {} if fault.retry_after is None else {"Retry-After": fault.retry_after}
        if fault.kind == "truncated_json":
            return Response(content[: len(content) * 2 // 3], response.status_code, kept, "application/json")
        if fault.kind == "wrong_content_type":
            return Response(content, response.status_code, kept, "text/html; charset=utf-8")
        if fault.kind == "text_429":
            return PlainTextResponse("Rate limit exceeded", 429, extra)
        if fault.kind == "html_502":
            return Response(_HTML.format(502, "Bad Gateway"), 502, extra, "text/html; charset=utf-8")
        if fault.kind == "status_520":
            return Response(_HTML.format(520, "Web server is returning an unknown error"), 520, extra, "text/html")
        if fault.kind == "empty_200":
            return Response(b"", 200, media_type="application/json")
        if fault.status in (204, 205, 304):
            return Response(status_code=fault.status)
        if fault.status in (301, 302, 303, 307, 308):
            extra["Location"] = "https://elsewhere.example/"
        body = fault.body or Refused(fault.status, "sandbox_fault", "The sandbox was told to answer so").body()
        return JSONResponse(body, fault.status, extra)

    async def _cut(self, scope: Scope, receive: Receive, *, reset: bool) -> None:
        """End the connection: with a TCP reset, or by closing it in the middle of the body."""
        if not self._connections.end(scope.get("client"), reset=reset):
            raise ConnectionReset
        while (await receive())["type"] != "http.disconnect":
            pass


_TOKENS = frozenset({"X-Scalev-Checkout-Intent-Token", "checkout_intent_prefill_token"})
_HTML = "<html><head><title>{0} {1}</title></head><body><center><h1>{0} {1}</h1></center></body></html>"


def _pause(scope: Scope) -> Callable[[float], Awaitable[None]]:
    """How a fault waits: in real time, or as a caller in process has it."""
    waits: Callable[[float], Awaitable[None]] = scope.get("extensions", {}).get(PAUSE, asyncio.sleep)
    return waits


def _refusal(refusal: Refused) -> Response:
    return JSONResponse(refusal.body(), refusal.status)


def _lawful(operation: Operation, refusal: Refused) -> Refused:
    """Say no with a status that the operation documents, where it documents one that fits."""
    if refusal.status == 400 and "400" not in operation.statuses:
        refusal.status = next((status for status in (422, 404) if str(status) in operation.statuses), 400)
    return refusal


def _spell(problems: list[Problem]) -> str:
    return "; ".join(map(str, problems[:5]))


def _raw_path(scope: Scope) -> str:
    raw = scope.get("raw_path")
    return raw.decode("latin-1") if raw else str(scope["path"])


def _query(scope: Scope) -> dict[str, str]:
    return dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))


def _check_identity(state: State, operation: Operation, path: dict[str, str], headers: dict[str, str]) -> None:
    """A wrong key, an unknown store and a store without a paid plan are one and the same 404."""
    missing = Refused(404, "not_found", "Store not found")
    wants_key = "x-scalev-storefront-api-key" in operation.header_names
    if wants_key and headers.get("x-scalev-storefront-api-key") != STOREFRONT_KEY:
        raise missing
    if "x-scalev-page-api-key" in operation.header_names:
        if headers.get("x-scalev-page-api-key") != PAGE_KEY or path.get("page_unique_id") != PAGE_ID:
            raise Refused(404, "not_found", "Page not found")
    elif "store_id" in path and (path["store_id"] != STORE_ID or not state.settings.paid_plan):
        raise missing


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


async def _read(receive: Receive) -> bytes | None:
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


def build(state: State, connections: Connections, *, control: bool) -> ASGIApp:
    """Return the whole application: the service, its storage host (by Host header), and the control side."""
    from .control_api import ControlApi
    from .storage import Storage

    api: ASGIApp = CORSMiddleware(
        Api(state, connections),
        allow_origins=state.origins,
        allow_methods=("GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"),
        allow_headers=_CORS_HEADERS,
        expose_headers=_CORS_EXPOSED,
        max_age=600,
    )
    # A page uploads proofs itself. Every header passes the preflight, so that a leak arrives, is refused and recorded.
    storage: ASGIApp = CORSMiddleware(
        Storage(state), allow_origins=state.origins, allow_methods=("GET", "HEAD", "PUT"), allow_headers=("*",)
    )
    controls = ControlApi(state) if control else None

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await _lifespan(scope, receive, send)
            return
        if _is_storage(state, scope):
            await storage(scope, receive, send)
        elif controls is not None and (scope["path"] == "/_sandbox" or scope["path"].startswith("/_sandbox/")):
            await controls(scope, receive, send)
        else:
            await api(scope, receive, send)

    return app


def _is_storage(state: State, scope: Scope) -> bool:
    """Whether a request came to the storage host: by the port it reached, or in process by the name it used."""
    if state.storage_port is not None:
        return bool(scope.get("server")) and scope["server"][1] == state.storage_port
    host = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1")
    return state.storage_origin == f"http://{host}"


async def _lifespan(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "lifespan":
        await send({"type": "websocket.close", "code": 1000})
        return
    while True:
        message: Message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
