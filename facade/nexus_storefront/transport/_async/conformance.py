"""What a transport for `httpx` must do for a shop to keep its promises on it. See `transport.conformance`."""

from __future__ import annotations

import gzip
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, TypeAlias

import httpx

from ..conformance_server import Connection, Script, ScriptedServer, answer
from ..unsent import BEFORE_THE_FIRST_BYTE

if TYPE_CHECKING:
    import pytest

Receives: TypeAlias = Callable[[Connection], object]
_BODY = b'{"order": 1}'
_QUICK = {"connect": 0.5, "read": 0.5, "write": 0.5, "pool": 0.5}


def _serve(connection: Connection) -> None:
    """Answer each request of a connection."""
    while connection.next_request() is not None:
        connection.send(answer(_BODY))


def _once(*parts: bytes, read: Receives = Connection.next_request, end: Receives | None = None) -> Script:
    """Read the first request, send these parts of an answer, and then do this, or hang up."""

    def script(connection: Connection) -> None:
        read(connection)
        for part in parts:
            connection.send(part)
        if end is not None:
            end(connection)

    return script


class Conformance:
    """The tests; each opens a transport of its own by `open_transport`."""

    proves_unsent = True
    """Whether the transport claims that its connection errors mean that nothing was sent. One that does not may raise
    them when it likes; everything else holds for it, too."""

    def open_transport(self, limits: httpx.Limits) -> httpx.AsyncBaseTransport:
        raise NotImplementedError("open_transport says how to open the transport that is tested")

    @asynccontextmanager
    async def _served(
        self, script: Script, *, most: int = 10
    ) -> AsyncIterator[tuple[ScriptedServer, httpx.AsyncClient]]:
        transport = self.open_transport(httpx.Limits(max_connections=most, max_keepalive_connections=most))
        with ScriptedServer(script) as server:
            async with httpx.AsyncClient(transport=transport, trust_env=False) as client:
                yield server, client

    async def _failure(
        self, client: httpx.AsyncClient, url: str, *, method: str = "POST", content: bytes = _BODY
    ) -> Exception:
        """The error of a request that gets no answer. One that is not of httpx is taken for a lost answer."""
        request = httpx.Request(method, url, content=content, extensions={"timeout": _QUICK})
        try:
            response = await client.send(request)
        except Exception as error:
            return error
        raise AssertionError(f"{response!r} where no answer was given")

    def _says_unsent(self, error: Exception, *kinds: type[Exception]) -> None:
        if self.proves_unsent:
            assert isinstance(error, kinds), f"{error!r}, not one of {kinds}"

    def _says_sent(self, error: Exception) -> None:
        if self.proves_unsent:
            assert not isinstance(error, BEFORE_THE_FIRST_BYTE), f"{error!r} after the first byte was sent"

    # --- before the first byte

    async def test_nobody_listens(self) -> None:
        async with self._served(_serve) as (server, client):
            server.stop()
            self._says_unsent(await self._failure(client, server.url()), httpx.ConnectError, httpx.ConnectTimeout)
            assert not server.arrived

    async def test_an_unknown_scheme(self) -> None:
        async with self._served(_serve) as (server, client):
            self._says_unsent(await self._failure(client, server.url(scheme="gopher")), httpx.UnsupportedProtocol)
            assert not server.arrived

    async def test_no_handshake(self) -> None:
        """What answers is no TLS, or nothing answers: the request stays here."""
        no_tls = _once(b"HTTP/1.1 400 Bad Request\r\n\r\n", read=Connection.receive)
        for script in (no_tls, _once(read=Connection.receive, end=Connection.keep_silent)):
            async with self._served(script) as (server, client):
                error = await self._failure(client, server.url(scheme="https"))
                self._says_unsent(error, httpx.ConnectError, httpx.ConnectTimeout)
                assert not server.requests

    async def test_no_connection_is_free(self) -> None:
        goes_on = threading.Event()

        def holds(connection: Connection) -> None:
            connection.next_request()
            connection.send(answer(b"", length=len(_BODY)))
            goes_on.wait(10)
            connection.send(_BODY)
            _serve(connection)

        async with self._served(holds, most=1) as (server, client):
            async with client.stream("GET", server.url()) as held:
                self._says_unsent(await self._failure(client, server.url()), httpx.PoolTimeout, httpx.ConnectTimeout)
                assert len(server.requests) == 1
                goes_on.set()
                await held.aread()
            # A connection that is given back is used again.
            assert (await client.post(server.url(), content=_BODY)).content == _BODY
            assert [request.line.split()[0] for request in server.requests] == ["GET", "POST"]

    # --- after the first byte: an error that says so, and never a second time

    async def test_the_answer_is_lost(self) -> None:
        ways = {
            "closed": _once(),
            "reset": _once(end=Connection.reset),
            "no HTTP": _once(b"220 mail.example ESMTP\r\n"),
            "silence": _once(end=Connection.keep_silent),
            "a body that breaks off": _once(answer(b'{"a', length=100)),
            "and one in chunks": _once(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"),
        }
        for way, script in ways.items():
            for method in ("POST", "DELETE"):
                async with self._served(script) as (server, client):
                    self._says_sent(await self._failure(client, server.url(), method=method))
                    times = len(server.requests)
                    assert times == 1, f"{way}: a {method} was sent {times} times"

    async def test_the_answer_is_lost_on_a_connection_that_was_used_before(self) -> None:
        def once(connection: Connection) -> None:
            connection.next_request()
            if connection.number == 0:
                connection.send(answer(_BODY))
                connection.next_request()
            connection.reset()

        for method in ("POST", "PATCH", "PUT", "DELETE"):
            async with self._served(once) as (server, client):
                assert (await client.post(server.url(), content=_BODY)).status_code == 200
                self._says_sent(await self._failure(client, server.url(), method=method))
                assert len(server.requests) == 2, f"{method}: sent again without being asked"

    async def test_the_connection_breaks_while_the_request_is_sent(self) -> None:
        async with self._served(_once(read=Connection.head, end=Connection.reset)) as (server, client):
            self._says_sent(await self._failure(client, server.url(), content=b"x" * (8 << 20)))
            assert server.arrived

    # --- time

    async def test_a_timeout_of_the_request_counts(self) -> None:
        async with self._served(_once(end=Connection.keep_silent)) as (server, client):
            client.timeout = httpx.Timeout(30)
            error = await self._failure(client, server.url())
            assert isinstance(error, httpx.TimeoutException), f"{error!r}"

    async def test_a_body_arrives_as_it_is_sent(self) -> None:
        """Piece by piece, else nobody could end one that drips, or one without end."""
        async with self._served(_once(answer(b"first", length=99), end=Connection.keep_silent)) as (server, client):
            request = httpx.Request("GET", server.url(), extensions={"timeout": _QUICK})
            response = await client.send(request, stream=True)
            pieces: list[bytes] = []
            with suppress(Exception):
                async for piece in response.aiter_raw():
                    pieces.append(piece)
            await response.aclose()
            assert b"".join(pieces) == b"first"

    # --- what is sent, and what comes back, is left as it is

    async def test_a_request_arrives_as_it_was_written(self) -> None:
        path = "/v3/a%2Fb/%7Bx%7D%21%3b?q=a%20b&q=%2B&c=%2F&e="
        mine = [("X-First", "1"), ("Authorization", "Bearer t"), ("x-second", "a,b"), ("Accept-Encoding", "gzip")]
        async with self._served(_serve) as (server, client):
            request = httpx.Request("POST", server.url(path), headers=mine, content=_BODY)
            assert (await client.send(request)).status_code == 200
            (received,) = server.requests
            assert received.line == f"POST {path} HTTP/1.1"
            assert received.body == _BODY
            names = [name.lower() for name, _ in mine]
            assert [(name.lower(), value) for name, value in received.headers if name.lower() in names] == [
                (name.lower(), value) for name, value in mine
            ]
            assert {name.lower() for name, _ in received.headers} <= {
                *names, "host", "content-length", "connection", "content-type", "accept", "user-agent"
            }  # fmt: skip

    async def test_an_answer_comes_as_it_was_sent(self) -> None:
        early = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
        headers = ("X-Scalev-Guest-Token: t", "Set-Cookie: a=1", "set-cookie: b=2", "X-Odd: \xe9")
        many = answer(_BODY, *headers, f"X-Long: {9999:9999}", status="422 N\xe9ant")
        async with self._served(_once(early, many)) as (server, client):
            response = await client.post(server.url(), content=_BODY)
            assert (response.status_code, response.content) == (422, _BODY)
            assert response.headers["x-scalev-guest-token"] == "t"
            assert response.headers.get_list("set-cookie") == ["a=1", "b=2"]
            assert (b"x-odd", b"\xe9") in [(name.lower(), value) for name, value in response.headers.raw]

    async def test_redirects_and_cookies_are_left_alone(self) -> None:
        def leads_away(connection: Connection) -> None:
            while connection.next_request() is not None:
                connection.send(answer(b"", "Location: /other", "Set-Cookie: a=1; Path=/", status="302 Found"))

        async with self._served(leads_away) as (server, client):
            for _ in range(2):
                # By a name: of an address, some keep no cookies.
                request = httpx.Request("POST", server.url(host="localhost"), content=_BODY)
                response = await client.send(request, follow_redirects=False)
                assert (response.status_code, response.headers["location"]) == (302, "/other")
            assert len(server.requests) == 2
            assert not any(request.all("cookie") for request in server.requests)

    async def test_a_packed_body_is_not_unpacked_at_once(self) -> None:
        """As it came, with its header; or unpacked in small pieces, without."""
        text = b" " * (16 << 20)
        packed = answer(gzip.compress(text, 1), "Content-Encoding: gzip")
        async with self._served(_once(packed)) as (server, client):
            request = httpx.Request("GET", server.url(), headers={"Accept-Encoding": "gzip"})
            response = await client.send(request, stream=True)
            pieces = [piece async for piece in response.aiter_raw()]
            await response.aclose()
            whole = b"".join(pieces)
            assert max(map(len, pieces)) <= 1 << 20
            assert text == (gzip.decompress(whole) if "content-encoding" in response.headers else whole)

    async def test_an_early_answer_is_an_answer(self) -> None:
        """The service may refuse a body before it has all of it."""

        def refuses(connection: Connection) -> None:
            connection.head()
            connection.send(answer(_BODY, "Connection: close", status="413 Too Large"))
            while connection.receive():
                pass

        async with self._served(refuses) as (server, client):
            response = await client.post(server.url(), content=b"x" * (4 << 20))
            assert (response.status_code, response.content) == (413, _BODY)

    async def test_no_proxy_of_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A transport goes through the proxy that it was given, and through no other."""
        with ScriptedServer(_serve) as proxy:
            monkeypatch.setenv("http_proxy", proxy.url())
            async with self._served(_serve) as (server, client):
                assert (await client.post(server.url(), content=_BODY)).status_code == 200
            assert not proxy.requests

    async def test_connections_are_used_again(self) -> None:
        async with self._served(_serve) as (server, client):
            for _ in range(5):
                assert (await client.get(server.url())).content == _BODY
            assert len(server.requests) == 5
            assert next(server.numbers) == 1
