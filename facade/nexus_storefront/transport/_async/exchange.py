"""The innermost layer of a call: one request on its way, and one whole answer or a typed reason why there is none."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode

import httpx

from ...errors import InvalidInput, Timeout
from ...log import harmless
from ...redact import request_id
from ...version import __version__
from .. import routes
from ..call import AttemptLost
from ..hooks import captured, route_in_flight
from ..judge import effect_of, lost_answer
from ..retry import retry_after
from ..settings import Phases, Settings, Timeouts
from ..unpacking import ACCEPTED, MAX_BODY, BodyTooLong, Unpacking
from ..unsent import RequestHookFailed, never_left
from .concurrency import frameless, starts_by, within
from .http_client import show_location

if TYPE_CHECKING:
    from ...clock import Clock
    from ..call import Call
    from .shared import Shared


_USER_AGENT = f"nexus-storefront/{__version__} python-httpx/{httpx.__version__}"

# Of an answer's headers, those that the transport itself reads.
_READ = {
    name.encode(): name
    for name in (
        routes.GUEST_TOKEN.lower(), "retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset",
    )
}  # fmt: skip

_NO_AUTH = httpx.Auth()
"""Nobody's credentials. Where none are named, httpx looks for some in the URL, each time."""
_ELSEWHERE = "upload"
"""What is sent to another host."""
_BODY = ("json", "content", "data", "files")


class _Lost(NamedTuple):
    """No whole answer came."""

    cause: Exception
    seen: httpx.Response | None = None
    """An answer whose head came, and whose body could not be read."""


class Exchange:
    """Sends requests by the settings of one shop, or of one derived from it."""

    def __init__(self, shared: Shared, settings: Settings) -> None:
        self._shared = shared
        self._settings = settings
        self._clock = shared.clock
        *phases, total = settings.timeouts
        self._timeout = dict(zip(Timeouts._fields, (min(seconds, total) for seconds in phases), strict=False))
        self._defaults: list[tuple[bytes, bytes]] | None = None
        self._prepared: dict[bytes, bytes] = {}

    async def attempt(self, call: Call) -> httpx.Response:
        """One attempt of a call with its headers of the moment, to an answer of any status.

        Raises `AttemptLost` where none came, and an error whose `effect` says so where nothing was sent.
        """
        call.unsent = False
        if call.left <= call.least:
            raise Timeout("too little of the call's time is left: nothing was sent", operation_id=call.operation.id)
        client = self._shared.client.get()
        built = self._request(client, call)
        changes = call.route.changes_something
        response = await self._whole_answer(client, built, call.deadline, call.operation.path)
        if isinstance(response, httpx.Response):
            call.has_done(effect_of(response.status_code, changes))
            self._see_headers(call, response)
            await self._shared.admission.learn(call, response.status_code)
            return response
        # What came instead holds the request, and with it the headers: it goes no further.
        lost, seen = response
        call.unsent = seen is None and never_left(client, built.url, lost)
        if not call.unsent:
            decided = seen is not None and (isinstance(lost, BodyTooLong) or seen.status_code >= 400)
            known = seen.status_code if seen is not None and decided else None
            call.has_done(effect_of(known, changes, readable=False))
        failure = lost_answer(lost, call.effect, operation_id=call.operation.id, url=built.url)
        if seen is not None:
            failure.status, failure.request_id = seen.status_code, request_id(seen.headers)
        raise failure if isinstance(lost, BodyTooLong) else AttemptLost(failure)

    @frameless
    async def elsewhere(
        self, method: str, url: str, *, headers: Mapping[str, str], content: bytes | AsyncIterator[bytes]
    ) -> httpx.Response:
        """One request to another host, such as the storage host of an upload URL: with `headers` and nothing of ours.

        Returns any answer; raises `ConnectionFailed`, `Timeout`, or `DecodeError`. Never repeated here.
        """
        client = self._shared.client.get()
        deadline = self._clock.monotonic() + self._settings.timeouts.total
        request = httpx.Request(
            method,
            url,
            headers={"Accept-Encoding": ACCEPTED, "User-Agent": _USER_AGENT, **headers},
            content=content,
            extensions={"timeout": Phases(deadline, self._timeout, self._clock)},
        )
        answer = await self._whole_answer(client, request, deadline, _ELSEWHERE)
        if isinstance(answer, httpx.Response):
            return answer
        # Its URL is itself a credential: neither it nor the transport's error goes further.
        unsent = never_left(client, request.url, answer.cause)
        raise lost_answer(answer.cause, "nothing_left" if unsent else "may_have_taken_effect", what=_ELSEWHERE)

    # --- making the request

    def _request(self, client: httpx.AsyncClient, call: Call) -> httpx.Request:
        request = call.request
        path = request.get("url", "")
        if not path.startswith("/") or path.startswith("//"):
            raise InvalidInput("an operation's URL must be a path", operation_id=call.operation.id)
        timeout = Phases(call.deadline, self._timeout, self._clock)
        params = request.get("params")
        if params:
            path = f"{path}?{urlencode(params, doseq=True, quote_via=quote)}"
        method = call.operation.method
        body: dict[str, Any] = {name: value for name, value in request.items() if name in _BODY}
        try:
            url = self.url(path)
            known = {
                b"host": url.netloc,
                **self._default_headers(client),
                **{name.lower().encode(): value.encode() for name, value in call.headers.items()},
            }
            if not body.keys() - {"json"}:
                body = {"stream": _json_stream(method, body.get("json"), known)}
            extensions = {"timeout": timeout, **({} if call.least == 0 else starts_by(call.deadline))}
            built = httpx.Request(method, url, headers=known, extensions=extensions, **body)
            if "stream" in body:
                built.read()
            return built
        except Exception as error:
            refused = type(error).__name__
        # Outside of the except block: an error of the encoder holds the whole text.
        raise InvalidInput(f"the request cannot be written: {refused}", operation_id=call.operation.id)

    def _default_headers(self, client: httpx.AsyncClient) -> dict[bytes, bytes]:
        """The headers of every request. Not by `client.build_request`: a client that was passed in may have
        credentials, cookies, parameters of its own.
        """
        defaults = client.headers.raw
        if defaults != self._defaults:
            kept = {name.lower(): value for name, value in defaults if not routes.is_ours(name.decode("latin-1"))}
            own = {
                "Accept": "application/json",
                "Accept-Encoding": ACCEPTED,
                "User-Agent": _USER_AGENT,
                **self._settings.headers,
            }
            kept.update((name.lower().encode(), value.encode()) for name, value in own.items())
            self._prepared, self._defaults = kept, defaults
        return self._prepared

    def url(self, path: str) -> httpx.URL:
        """The URL of a path; parsing one takes longer than the rest of a request's making."""
        urls = self._shared.urls
        url = urls.get(path)
        if url is None:
            if len(urls) >= 64:
                urls.clear()
            url = urls[path] = httpx.URL(self._settings.base_url + path)
        return url

    # --- sending it

    async def _whole_answer(
        self, client: httpx.AsyncClient, request: httpx.Request, deadline: float, what: str
    ) -> httpx.Response | _Lost:
        """The answer with its body, or what came instead.

        The event hooks of a client of the caller's own are run here, and not by it: what one of them raises must not
        take away an answer, nor make a request that was not sent look as if it had been.
        """
        hooks: Mapping[str, list[Callable[..., Any]]] = {"request": [], "response": []}
        sender = client
        if self._shared.client.unhooked is not None:
            hooks, sender = client.event_hooks, self._shared.client.unhooked
        for hook in hooks["request"]:
            try:
                await within(deadline - self._clock.monotonic(), hook, request)
            except Exception as error:
                return _Lost(RequestHookFailed(error))
        logged_as = route_in_flight.set(what)
        whole: list[httpx.Response] = []
        try:
            receive, left = self._receive, deadline - self._clock.monotonic()
            response = await within(left, receive, client, sender, request, deadline, whole)
        except TimeoutError:
            if not whole:
                return _Lost(httpx.ReadTimeout("the call's time is over", request=request))
            response = whole[0]
        except Exception as error:
            return _Lost(error)
        finally:
            route_in_flight.reset(logged_as)
        if isinstance(response, _Lost):
            return response
        answers = captured.get()
        if answers is not None:
            answers.append(response)
        for hook in hooks["response"]:
            with harmless("a response hook of the HTTP client failed"):
                await within(deadline - self._clock.monotonic(), hook, response)
        return response

    async def _receive(
        self,
        client: httpx.AsyncClient,
        sender: httpx.AsyncClient,
        request: httpx.Request,
        deadline: float,
        whole: list[httpx.Response],
    ) -> httpx.Response | _Lost:
        """The answer, also in `whole` as soon as all of it is here: its connection is closed only then."""
        answers = captured.get()
        left_before = answers is None or answers.may_have_left
        if answers is not None:
            answers.may_have_left = True
        try:
            response = await sender.send(request, auth=_NO_AUTH, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:  # a client class or a transport that raises it: it has the answer
            response = error.response
        except BaseException as error:
            if answers is not None:  # whoever is cancelled, or interrupted, is told no more than this
                answers.may_have_left = left_before or not never_left(client, request.url, error)
            raise
        show_location(response)
        stream: Any = response.stream
        try:
            await self._read(response, request, deadline)
            whole.append(response)
        except Exception as error:
            return _Lost(error, response)
        finally:
            with suppress(Exception):  # which takes no answer away
                response.is_closed = True
                await stream.aclose()
        return response

    async def _read(self, response: httpx.Response, request: httpx.Request, deadline: float) -> None:
        """Read the body, within the time and the size that it may have."""
        if response.is_stream_consumed:
            if len(await response.aread()) > MAX_BODY:
                raise BodyTooLong
            return
        packed = b",".join(value for name, value in response.headers.raw if name.lower() == b"content-encoding")
        body = await read_body(response.stream, packed.decode("latin-1"), deadline, request, self._clock)
        # The answer is whole. What httpx would do to read it once more takes longer than all of this.
        response._content, response._num_bytes_downloaded, response.is_stream_consumed = body, len(body), True
        response.stream = httpx.ByteStream(body)  # whoever reads the other has what comes next on its connection

    def _see_headers(self, call: Call, response: httpx.Response) -> None:
        # Once for all: looking up a header in httpx goes through all of them.
        call.seen_headers = {
            known: value.decode("latin-1")
            for name, value in response.headers.raw
            if (known := _READ.get(name.lower())) is not None
        }
        call.retry_after = None if response.is_success else retry_after(call.seen_headers, self._clock.time())


async def read_body(stream: Any, encoding: str, deadline: float, request: httpx.Request, clock: Clock) -> bytes:
    """A body that neither takes longer than the call nor more memory than a body may.

    Read timeouts alone never end a slow drip, and few packed bytes can be many: so it is unpacked here, piece by piece,
    and not by httpx. What was packed in a way that was not asked for is no answer.
    """
    # One buffer: pieces of their own take many times what is in them.
    encoding, body, arrived = encoding.strip().lower(), bytearray(), 0
    unpacking = None if encoding in ("", "identity") else Unpacking(encoding)
    try:
        async for chunk in stream:
            if clock.monotonic() > deadline:
                raise httpx.ReadTimeout("the body took longer than the call may last", request=request)
            arrived += len(chunk)
            for piece in (chunk,) if unpacking is None else unpacking.pieces(chunk):
                body += piece
                if len(body) > MAX_BODY:
                    break
            if max(arrived, len(body)) > MAX_BODY:
                raise BodyTooLong
        return bytes(body)
    finally:
        body.clear()  # an error keeps this frame


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
"""As httpx writes it. Made once: `json.dumps` would make one for each body."""


def _json_stream(method: str, body: object, headers: dict[bytes, bytes]) -> httpx.ByteStream:
    """A JSON body, or none, with the headers that describe it: what httpx makes of it in three times the time."""
    content = b""
    if body is not None:
        content = _JSON.encode(body).encode()
        headers.setdefault(b"content-type", b"application/json")
    if body is not None or method in ("POST", "PUT", "PATCH"):
        headers[b"content-length"] = b"%d" % len(content)
    return httpx.ByteStream(content)
