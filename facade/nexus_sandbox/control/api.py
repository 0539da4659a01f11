"""The control side over HTTP: `/_sandbox/...`, for callers on this machine only."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from ..calls import HANDLERS
from ..drift import ALL_KINDS
from ..faults import Fault, FaultKind
from ..refusals import Json
from ..state import State
from .hand import Control

Action = Callable[[Control, Json], Any]


def _show(value: Any) -> Any:
    if isinstance(value, Fault):
        return value.as_dict()
    if isinstance(value, dict):
        return {name: _show(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_show(part) for part in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value


def _set_clock(control: Control, given: Json) -> Any:
    if "set" in given:
        control.set_clock(datetime.fromisoformat(given["set"]))
    if "advance" in given:
        control.advance_clock(float(given["advance"]))
    if "stopped" in given:
        control.stop_clock() if given["stopped"] else control.resume_clock()
    return {"now": control.now()}


def _configure(control: Control, given: Json) -> Any:
    control.configure(**given)
    return control.settings()


_ACTIONS: dict[tuple[str, str], Action] = {
    ("GET", "health"): lambda control, given: {"ok": True},
    ("GET", "overview"): lambda control, given: control.overview(),
    ("GET", "vocabulary"): lambda control, given: {
        "operations": sorted(HANDLERS),
        "fault_kinds": get_args(FaultKind),
        "drift_kinds": sorted(ALL_KINDS),
    },
    ("GET", "clock"): lambda control, given: {"now": control.now()},
    ("POST", "clock"): _set_clock,
    ("GET", "settings"): lambda control, given: control.settings(),
    ("POST", "settings"): _configure,
    ("POST", "stock"): lambda control, given: control.set_stock(**given),
    ("POST", "price"): lambda control, given: control.set_price(**given),
    ("GET", "faults"): lambda control, given: control.faults(),
    ("POST", "faults"): lambda control, given: control.fault(**given),
    ("DELETE", "faults"): lambda control, given: control.clear_faults(),
    ("POST", "drift"): lambda control, given: control.drift(**given),
    ("DELETE", "drift"): lambda control, given: control.clear_drift(),
    ("POST", "rate-limit"): lambda control, given: control.rate_limit(**given),
    ("GET", "requests"): lambda control, given: control.requests(
        given.get("operation"), reveal=given.get("reveal") == "true"
    ),
    ("DELETE", "requests"): lambda control, given: control.clear_requests(),
    ("GET", "orders"): lambda control, given: control.orders(),
    ("POST", "orders/pay"): lambda control, given: control.pay_order(**given),
    ("POST", "orders/expire"): lambda control, given: control.expire_order(**given),
    ("POST", "orders/spam"): lambda control, given: control.mark_spam(**given),
    ("GET", "events"): lambda control, given: control.events(),
    ("GET", "event-totals"): lambda control, given: control.event_totals(),
    ("POST", "browser-events"): lambda control, given: control.browser_event(**given),
    ("GET", "intents"): lambda control, given: control.intents(),
    ("GET", "carts"): lambda control, given: control.carts(),
    ("GET", "mails"): lambda control, given: control.mails(given.get("recipient")),
    ("POST", "customers"): lambda control, given: {"id": control.add_customer(**given)},
    ("POST", "revoke-family"): lambda control, given: control.revoke_family(**given),
    ("GET", "token-families"): lambda control, given: control.token_families(given.get("email")),
    ("GET", "storage-requests"): lambda control, given: control.storage_requests(),
    ("GET", "discount-codes"): lambda control, given: control.discount_codes(),
}


_ROUTES = {"routes": sorted(f"{method} /_sandbox/{route}" for method, route in _ACTIONS)}
_ACTIONS["GET", "routes"] = lambda control, given: _ROUTES
_PAGE = Path(__file__).with_name("page.html")


class ControlApi:
    """Answers 403 to anyone who is not on the loopback interface or names another host."""

    def __init__(self, state: State) -> None:
        self._control = Control(state)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        await (await self._answer(request))(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if not _is_local(request):
            return JSONResponse({"error": "the control side answers only on this machine"}, 403)
        name = request.url.path.removeprefix("/_sandbox").strip("/")
        if request.method == "GET" and not name:
            return HTMLResponse(_PAGE.read_text(encoding="utf-8"))
        action = _ACTIONS.get((request.method, name))
        if action is None:
            return JSONResponse({"error": "no such control route"} | _ROUTES, 404)
        try:
            given: Json = dict(request.query_params)
            body = await request.body()
            if body:
                given |= json.loads(body)
            return JSONResponse(_show(action(self._control, given)))
        except (ValueError, TypeError, LookupError) as error:
            return JSONResponse({"error": str(error)}, 400)


def _is_local(request: Request) -> bool:
    """Loopback callers only, and only under a loopback name: a web page elsewhere cannot reach it by DNS tricks."""
    caller = request.client.host if request.client else "127.0.0.1"
    try:
        loopback = ipaddress.ip_address(caller).is_loopback
    except ValueError:
        loopback = False
    origin = request.headers.get("origin")
    host = request.url.hostname or ""
    own = origin is None or origin == f"{request.url.scheme}://{request.headers.get('host', '')}"
    return loopback and own and (host in ("localhost", "127.0.0.1", "::1", "testserver") or host.endswith(".localhost"))
