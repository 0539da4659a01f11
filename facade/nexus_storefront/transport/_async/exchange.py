"""The innermost layer of a call: one request on its way, and one whole answer or a typed reason why there is none."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode

import httpx

from ...errors import InvalidInput, Timeout
from ...frames import frameless
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
from .concurrency import starts_by, within
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

_NO_HOOKS: Mapping[str, list[Callable[..., Any]]] = {"request": [], "response": []}
_NO_AUTH = httpx.Auth()
"""No credentials. If none are given, httpx looks for some in the URL of every request."""
_ELSEWHERE = "upload"
"""What logs and errors call a request to another host."""
_BODY = ("json", "content", "data", "files")


class _Lost(NamedTuple):
    """No whole answer came."""

    cause: Exception
    seen: httpx.Response | None = None
    """The answer's status and headers, if these came and only the body could not be read."""


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
        """Send a call once, with the headers it has now, and return the answer, whatever its status.

        Raises `AttemptLost` if no whole answer came, `DecodeError` for a body that is too long, and an error whose
        `effect` is `nothing_left` if the request could not be made.
        """
        # First make the request, if there is time for it and for its answer.
        call.unsent = False
        if call.left <= call.least:
            raise Timeout("too little of the call's time is left: nothing was sent", operation_id=call.operation.id)
        client = self._shared.client.get()
        built = self._request(client, call)
        # Then send it. An answer of any status is the result.
        changes = call.route.changes_something
        response = await self._whole_answer(client, built, call.deadline, call.operation.path)
        if isinstance(response, httpx.Response):
            call.has_done(effect_of(response.status_code, changes))
            self._see_headers(call, response)
            await self._shared.admission.learn(call, response.status_code)
            return response
        # Without one, find out what the request may have done. Only a new error leaves here: the one that came holds
        # the request, and with it the headers.
        lost, seen = response
        call.unsent = seen is None and never_left(client, built.url, lost)
        if not call.unsent:
            decided = seen is not None and (isinstance(lost, BodyTooLong) or seen.status_code >= 400)
            known = seen.status_code if seen is not None and decided else None
            call.has_done(effect_of(known, changes, readable=False))
        failure = lost_answer(lost, call.effect, operation_id=call.operation.id, url=built.url)
        if seen is not None:
            failure.status, failure.request_id = seen.status_code, request_id(seen.headers)
            self._see_headers(call, seen)
            await self._shared.admission.learn(call, seen.status_code)
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
        # Only a new error leaves here: the URL is itself a credential, and the transport's error holds it.
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
            extensions = {"timeout": timeout, **({} if call.least == 0 else starts_by(call.deadline, self._clock))}
            built = httpx.Request(method, url, headers=list(known.items()), extensions=extensions, **body)
            if "stream" in body:
                built.read()
            return built
        except Exception as error:
            refused = type(error).__name__
        # Raised outside of the except block: the encoder's error holds the whole body.
        raise InvalidInput(f"the request cannot be written: {refused}", operation_id=call.operation.id)

    def _default_headers(self, client: httpx.AsyncClient) -> dict[bytes, bytes]:
        """The headers of every request. They are not made by `client.build_request`, because a caller's client may
        have credentials, cookies and parameters of its own.
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
        """The URL of a path, from a small cache: parsing one takes longer than making the rest of a request."""
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
        """The answer with its body, or `_Lost`.

        The event hooks of a caller's client are run here, not by the client: an error of theirs must not take away an
        answer, nor make a request that was never sent look as if it had been.
        """
        unhooked = self._shared.client.unhooked
        hooks, sender = (_NO_HOOKS, client) if unhooked is None else (client.event_hooks, unhooked)
        # First the request hooks: if one fails, nothing was sent.
        for hook in hooks["request"]:
            try:
                await within(deadline - self._clock.monotonic(), hook, request)
            except Exception as error:
                return _Lost(RequestHookFailed(error))
        # Then send the request and read the whole answer, within the call's time.
        logged_as = route_in_flight.set(what)
        whole: list[httpx.Response] = []
        try:
            receive, left = self._receive, deadline - self._clock.monotonic()
            response = await within(left, receive, client, sender, request, deadline, whole)
        except TimeoutError:
            if not whole:
                return _Lost(httpx.ReadTimeout("the call's time is over", request=request))
            response = whole[0]  # only giving its connection back took too long
        except Exception as error:
            return _Lost(error)
        finally:
            route_in_flight.reset(logged_as)
        if isinstance(response, _Lost):
            return response
        # Last, hand the answer to response hooks, whose errors do not take it away, and then to `raw` blocks, where the
        # last answer is this one: a hook may make calls of its own.
        for hook in hooks["response"]:
            with harmless("a response hook of the HTTP client failed"):
                await within(deadline - self._clock.monotonic(), hook, response)
        answers = captured.get()
        if answers is not None:
            answers.append(response)
        return response

    async def _receive(
        self,
        client: httpx.AsyncClient,
        sender: httpx.AsyncClient,
        request: httpx.Request,
        deadline: float,
        whole: list[httpx.Response],
    ) -> httpx.Response | _Lost:
        """The answer with its body. It is in `whole` as soon as it is complete: giving its connection back, which comes
        after that, may take too long."""
        answers = captured.get()
        left_before = answers is None or answers.may_have_left
        if answers is not None:
            answers.may_have_left = True
        try:
            response = await sender.send(request, auth=_NO_AUTH, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:  # some client classes and transports raise it; it holds the answer
            response = error.response
        except BaseException as error:
            if answers is not None:  # all that a cancelled or interrupted caller learns of the request
                answers.may_have_left = left_before or not never_left(client, request.url, error)
            if isinstance(error, Exception):
                return _Lost(error)
            raise
        show_location(response)
        stream: Any = response.stream
        try:
            await self._read(response, request, deadline)
            whole.append(response)
        except Exception as error:
            return _Lost(error, response)
        finally:
            with suppress(Exception):  # an answer that is read counts, whether or not its connection closes well
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
        # Put the body where httpx would have put it: reading it once more by httpx takes longer than all of this.
        response._content, response._num_bytes_downloaded, response.is_stream_consumed = body, len(body), True
        response.stream = httpx.ByteStream(body)  # the old one would read the next answer on its connection

    def _see_headers(self, call: Call, response: httpx.Response) -> None:
        # All in one pass: each look-up of a header in httpx goes through all of them.
        call.seen_headers = {
            known: value.decode("latin-1")
            for name, value in response.headers.raw
            if (known := _READ.get(name.lower())) is not None
        }
        call.retry_after = None if response.is_success else retry_after(call.seen_headers, self._clock.time())


async def read_body(stream: Any, encoding: str, deadline: float, request: httpx.Request, clock: Clock) -> bytes:
    """Read and unpack a body, within the call's time and up to `MAX_BODY` bytes.

    Read timeouts alone never end a body that drips, and a few packed bytes can become gigabytes: so it is unpacked
    here, piece by piece, and not by httpx. Raises `BodyTooLong`, `httpx.ReadTimeout`, and `httpx.DecodingError` for an
    encoding that was not asked for.
    """
    # One buffer: a list of small pieces takes many times their bytes.
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
        body.clear()  # else an error's traceback would keep it in memory


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
"""Writes JSON as httpx does. Made once: `json.dumps` would make one for each body."""


def _json_stream(method: str, body: object, headers: dict[bytes, bytes]) -> httpx.ByteStream:
    """A JSON body, or an empty one, whose describing headers are added to `headers`. httpx takes three times as long
    for the same."""
    content = b""
    if body is not None:
        content = _JSON.encode(body).encode()
        headers.setdefault(b"content-type", b"application/json")
    if body is not None or method in ("POST", "PUT", "PATCH"):
        headers[b"content-length"] = b"%d" % len(content)
    return httpx.ByteStream(content)
