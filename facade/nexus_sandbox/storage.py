"""The storage host: another origin, which takes transfer proofs and must never see our credentials."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from .state import State

MOST_BYTES = 10 * 1024 * 1024
_OURS = ("authorization", "cookie")


class Storage:
    """`PUT` to a signed upload URL stores a file; `GET` of the file URL gives it back.

    A request that carries one of the service's credential headers is refused with 400 and recorded.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        leaked = sorted(n for n in request.headers if n in _OURS or n.startswith("x-scalev-"))
        if leaked:
            response: Response = PlainTextResponse("InvalidRequest: credentials of another service", 400)
        elif request.method == "PUT":
            response = await self._put(request)
        elif request.method in ("GET", "HEAD"):
            response = self._get(request)
        else:
            response = PlainTextResponse("MethodNotAllowed", 405)
        store = self._state.store
        with store.transaction():
            store.run(
                "INSERT INTO storage_requests (at, method, path, status, leaked) VALUES (?, ?, ?, ?, ?)",
                self._state.clock.time(), request.method, request.url.path, response.status_code, ",".join(leaked),
            )  # fmt: skip
        await response(scope, receive, send)

    async def _put(self, request: Request) -> Response:
        store = self._state.store
        key = request.url.path.lstrip("/")
        with store.transaction():
            row = store.one("SELECT * FROM uploads WHERE key = ?", key)
        if row is None or request.query_params.get("signature") != row["signature"]:
            return PlainTextResponse("SignatureDoesNotMatch", 403)
        if row["expires"] <= self._state.clock.time():
            return PlainTextResponse("ExpiredToken", 403)
        if request.headers.get("content-type") != row["content_type"]:
            return PlainTextResponse("SignatureDoesNotMatch: Content-Type differs from the signed one", 403)
        content = bytearray()
        async for chunk in request.stream():
            content += chunk
            if len(content) > MOST_BYTES:
                return PlainTextResponse("EntityTooLarge", 400)
        if len(content) != row["content_length"]:
            return PlainTextResponse("SignatureDoesNotMatch: Content-Length differs from the signed one", 403)
        with store.transaction():
            store.run("UPDATE uploads SET content = ? WHERE key = ?", bytes(content), key)
        return Response(status_code=200)

    def _get(self, request: Request) -> Response:
        store = self._state.store
        with store.transaction():
            row = store.one("SELECT * FROM uploads WHERE key = ?", request.url.path.lstrip("/"))
        if row is None or row["content"] is None:
            return PlainTextResponse("NoSuchKey", 404)
        return Response(row["content"], media_type=row["content_type"])
