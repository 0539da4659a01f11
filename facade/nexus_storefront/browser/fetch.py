"""Requests through the page's `fetch`."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from typing import Any

import httpx

from .page import this_page

# These describe the body as it came over the network; `fetch` gives it decoded and whole.
_OF_THE_WIRE = {"content-encoding", "content-length", "transfer-encoding"}


class FetchTransport(httpx.AsyncBaseTransport):
    """An `httpx` transport for a page. No cookies are sent or kept, and no redirect is followed.

    A browser does not say why a request failed, and may have sent it more than once: every failure is an
    `httpx.ReadError`, which never counts as a request that did not leave. The request is aborted when its task is
    cancelled, as when the call's total time is over. The timeouts of single phases are not kept.
    """

    may_repeat = True

    def __init__(self) -> None:
        self._page = this_page()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        abort = self._page.js.AbortController.new()
        options = {
            "method": request.method,
            # `fetch` ignores the other headers that only a browser may set; this one it would send.
            "headers": {name: value for name, value in request.headers.items() if name != "user-agent"},
            "credentials": "omit",
            "redirect": "error",
            "signal": abort.signal,
        }
        if body:
            options["body"] = body
        answer = await self._arrived(self._page.js.fetch(str(request.url), self._page.to_js(options)), request, abort)
        headers = [(name, value) for name, value in answer.headers if name not in _OF_THE_WIRE]
        response = httpx.Response(answer.status, content=self._body(answer, request, abort), request=request)
        response.headers = httpx.Headers(headers)
        return response

    async def _body(self, answer: Any, request: httpx.Request, abort: Any) -> AsyncIterator[bytes]:
        # It comes whole, after the status and the headers: these count also if it breaks off.
        yield (await self._arrived(answer.arrayBuffer(), request, abort)).to_bytes()

    async def _arrived(self, asked: Awaitable[Any], request: httpx.Request, abort: Any) -> Any:
        try:
            return await asked
        except self._page.ffi.JsException:
            # Not its words: they are the browser's, and say no more.
            raise httpx.ReadError("the request failed, and the browser does not say how", request=request) from None
        except asyncio.CancelledError:
            abort.abort()
            raise
