"""What a fault makes of an answer on its way out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import httpx
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from .faults import BODILESS, Fault
from .in_process import PAUSE
from .refusals import Refused
from .request_log import SeenRequest
from .server import Connections

_HTML = "<html><head><title>{0} {1}</title></head><body><center><h1>{0} {1}</h1></center></body></html>"


class ConnectionReset(ConnectionResetError, httpx.ReadError):
    """What a reset looks like in process, where there is no socket: the client's `httpx.ReadError`."""

    def __init__(self) -> None:
        httpx.ReadError.__init__(self, "connection reset by the sandbox")


async def pause(scope: Scope, seconds: float) -> None:
    """Let a fault's time go by: in real time, or as a caller in process has it."""
    waits: Callable[[float], Awaitable[None]] = scope.get("extensions", {}).get(PAUSE, asyncio.sleep)
    await waits(seconds)


class Misbehaviour:
    """One fault, and the request it strikes. `limits` are the rate limit's headers."""

    def __init__(
        self, fault: Fault, connections: Connections, seen: SeenRequest, limits: dict[str, str], scope: Scope
    ) -> None:
        self._fault = fault
        self._connections = connections
        self._seen = seen
        self._limits = limits
        self._scope = scope

    async def answer(self, response: Response, receive: Receive, send: Send) -> None:
        """Send `response` as the fault has it."""
        kind = self._fault.kind
        if kind == "reset":
            await self._cut(receive, reset=True)
        elif kind == "cut_body":
            await self._cut_body(response, receive, send)
        elif kind == "slow_body":
            await self._slow_body(response, send)
        else:
            spoilt = _spoil(self._fault, response)
            for name, value in self._limits.items():
                spoilt.headers.setdefault(name, value)
            self._seen.status = spoilt.status_code
            await spoilt(self._scope, receive, send)

    async def _start(self, response: Response, send: Send) -> bytes:
        response.headers.update(self._limits)
        self._seen.status = response.status_code
        await send({"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers})
        return bytes(response.body)

    async def _cut_body(self, response: Response, receive: Receive, send: Send) -> None:
        content = await self._start(response, send)
        await send({"type": "http.response.body", "body": content[: len(content) // 2], "more_body": True})
        await pause(self._scope, 0.01)
        await self._cut(receive, reset=False)

    async def _slow_body(self, response: Response, send: Send) -> None:
        content = await self._start(response, send)
        size = max(1, len(content) // 10)
        chunks = [content[start : start + size] for start in range(0, len(content), size)] or [b""]
        for chunk in chunks:
            await pause(self._scope, self._fault.seconds / len(chunks))
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _cut(self, receive: Receive, *, reset: bool) -> None:
        """End the connection: with a TCP reset, or by closing it in the middle of the body."""
        if not self._connections.end(self._scope.get("client"), reset=reset):
            raise ConnectionReset
        while (await receive())["type"] != "http.disconnect":
            pass


def _spoil(fault: Fault, response: Response) -> Response:
    content = bytes(response.body)
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
    return _plain_status(fault, extra)


def _plain_status(fault: Fault, extra: dict[str, str]) -> Response:
    if fault.status in BODILESS:
        return Response(status_code=fault.status)
    if fault.status in (301, 302, 303, 307, 308):
        extra["Location"] = "https://elsewhere.example/"
    body = fault.body or Refused(fault.status, "sandbox_fault", "The sandbox was told to answer so").body()
    return JSONResponse(body, fault.status, extra)
