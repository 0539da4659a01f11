"""The ASGI application: from a request to an answer that keeps the contract."""

from __future__ import annotations

import logging
from urllib.parse import unquote

from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import operations as _operations  # noqa: F401 - registers the handlers
from .calls import HANDLERS
from .contract.pin import Operation
from .contract.routing import Router
from .control.api import ControlApi
from .cors import Cors, storage_cors
from .faults import Fault
from .misbehaviour import Misbehaviour, pause
from .ratelimit import Budget
from .reading import Request, read_all, read_call
from .refusals import Answer, Json, Refused, unauthorized
from .request_log import SeenRequest
from .server import Connections
from .state import State
from .storage import Storage

_log = logging.getLogger("nexus_sandbox")


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
        seen = state.requests.note(
            state.clock.time(), scope["method"], scope["path"], scope["query_string"].decode("latin-1"), client, headers
        )
        budget = state.limiter.spend(client, state.clock.time())
        if not budget.allowed:
            seen.status = 429
            await self._over_budget(budget)(scope, receive, send)
            return
        segments = [unquote(part) for part in _raw_path(scope).strip("/").split("/")]
        operation, path, methods = self._router.find(scope["method"], segments)
        seen.operation = operation.id if operation else None
        fault: Fault | None = None
        try:
            body = await read_all(receive)
            if body is None:
                return
            operation = _known(operation, scope["method"], methods)
            # A fault is taken only now: a request that names no operation of the sandbox uses none up.
            fault = state.faults.take(operation.id)
            if fault is not None:
                seen.fault = fault.kind
                if fault.kind == "latency":
                    await pause(scope, fault.seconds)
            if fault is None or fault.runs_operation:
                response = self._answer(operation, Request(scope, path, headers, body, client), seen)
            else:
                response = _refusal(Refused(503, "sandbox_fault", "The operation did not run"))
        except Refused as refusal:
            response = _refusal(refusal)
            if methods and operation is None:
                response.headers["Allow"] = ", ".join(sorted(methods))
        if fault is not None and fault.kind != "latency":
            struck = Misbehaviour(fault, self._connections, seen, budget.headers(), scope)
            await struck.answer(response, receive, send)
            return
        response.headers.update(budget.headers())
        seen.status = response.status_code
        await response(scope, receive, send)

    def _over_budget(self, budget: Budget) -> Response:
        limits = budget.headers()
        if self._state.settings.rate_limit_retry_after:
            limits["Retry-After"] = str(budget.wait)
        return PlainTextResponse("Rate limit exceeded", 429, limits)

    def _answer(self, operation: Operation, request: Request, seen: SeenRequest) -> Response:
        """Run the operation in one transaction. An answer outside the contract undoes it and becomes a 500."""
        state = self._state
        refusal: Refused | None = None
        answer: Answer | None = None
        try:
            with state.store.transaction():
                try:
                    answer = HANDLERS[operation.id](read_call(state, operation, request))
                except Refused as no:
                    if not no.keep:
                        raise
                    refusal = no
                else:
                    _keep_contract(operation, answer.status, answer.body)
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


def _known(operation: Operation | None, method: str, methods: frozenset[str]) -> Operation:
    """Return the operation. Refuses a path or method that there is not, and what is not in the sandbox."""
    if operation is None:
        if methods:
            raise Refused(405, "method_not_allowed", f"{method} is not allowed on this path")
        raise Refused(404, "not_found", "There is no such route")
    if operation.id not in HANDLERS:
        raise Refused(501, "not_in_sandbox", f"{operation.id} is in the contract, but not in this sandbox")
    return operation


def _keep_contract(operation: Operation, status: int, body: Json | None) -> None:
    checker = operation.answer(status)
    if str(status) not in operation.statuses:
        raise ContractBroken(f"{operation.id} answered {status}, which the contract does not document")
    if (checker is None) != (body is None):
        raise ContractBroken(f"{operation.id} answered {status} with{'out' if body is None else ''} a body")
    problems = checker.problems(body) if checker else []
    if problems:
        shown = "; ".join(map(str, problems[:5]))
        raise ContractBroken(f"{operation.id} answered {status} outside the contract: {shown}")


def _refusal(refusal: Refused) -> Response:
    return JSONResponse(refusal.body(), refusal.status)


def _lawful(operation: Operation, refusal: Refused) -> Refused:
    """Say no with a status that the operation documents, where it documents one that fits."""
    if refusal.status == 400 and "400" not in operation.statuses:
        refusal.status = next((status for status in (422, 404) if str(status) in operation.statuses), 400)
    return refusal


def _raw_path(scope: Scope) -> str:
    raw = scope.get("raw_path")
    return raw.decode("latin-1") if raw else str(scope["path"])


def build(state: State, connections: Connections, *, control: bool) -> ASGIApp:
    """Return the whole application: the service, its storage host (by Host header), and the control side."""
    api = Cors(Api(state, connections), state)
    storage = storage_cors(Storage(state), state)
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
    return state.storage_origin.endswith(f"//{host}")


async def _lifespan(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "lifespan":
        await send({"type": "websocket.close", "code": 1000})
        return
    while True:
        message: Message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
