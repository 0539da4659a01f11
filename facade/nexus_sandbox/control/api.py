"""The control side over HTTP: `/_sandbox/...`, for callers on this machine only."""

from __future__ import annotations

import functools
import ipaddress
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from ..in_process import PAUSE
from ..refusals import Json
from ..state import State
from .hand import Control
from .routes import ROUTES, to_json

_BY_NAME = {(route.method, route.path): route for route in ROUTES}
_LISTED = {"routes": [route.describe() for route in sorted(ROUTES, key=lambda route: (route.path, route.method))]}
_PAGE = {
    "": ("page.html", "text/html"),
    "page.css": ("page.css", "text/css"),
    "page.js": ("page.js", "text/javascript"),
}


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
        if request.method == "GET" and name in _PAGE:
            file, kind = _PAGE[name]
            return Response(Path(__file__).with_name(file).read_text(encoding="utf-8"), media_type=kind)
        if (request.method, name) == ("GET", "routes"):
            return JSONResponse(_LISTED)
        route = _BY_NAME.get((request.method, name))
        if route is None:
            return JSONResponse({"error": "no such control route"} | _LISTED, 404)
        try:
            arguments = route.read(_json(await request.body()), request.query_params)
            result = await _apart(request, functools.partial(getattr(self._control, route.call), **arguments))
        except (ValueError, LookupError, OverflowError) as error:
            problem = {
                "error": str(error.args[0] if len(error.args) == 1 else error),
                "parameters": list(route.parameters),
            }
            return JSONResponse(problem | {"unknown": isinstance(error, LookupError)}, 400)
        return JSONResponse({"ok": True} if route.returns is type(None) else to_json(result))


async def _apart(request: Request, call: Callable[[], Any]) -> Any:
    """Run a control method in a thread, since it may wait for a receiver; in process there is nothing to keep free."""
    if PAUSE in request.scope.get("extensions", {}):
        return call()
    return await to_thread.run_sync(call)


def _json(body: bytes) -> Json:
    if not body:
        return {}
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise ValueError("the body is not JSON") from None
    if not isinstance(given, dict):
        raise ValueError("the body is a JSON object with the parameters by name")
    return given


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
