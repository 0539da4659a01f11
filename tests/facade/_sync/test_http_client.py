# Rendered from tests/facade/_async/test_http_client.py by scripts/unasync.py; edit that file.
"""The HTTP client: one that cannot be made sends nothing, and the hooks of a caller's own change no outcome."""

from __future__ import annotations

import gzip
import os
import pickle
import tracemalloc
import zlib
from collections.abc import Iterator, Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain, repeat
from typing import Any, cast
from uuid import uuid4

import attrs
import httpx
import pytest
from lengths import of_this_half
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    CallEvent,
    ConnectionFailed,
    DecodeError,
    Item,
    MemoryStore,
    MissingExtra,
    NotFound,
    NotPlaced,
    Placed,
    RateLimited,
    ServerError,
    SessionLost,
    StatusError,
    Storefront,
    StorefrontError,
    Timeout,
    never,
)
from nexus_storefront.auth.session_record import SessionRecord
from nexus_storefront.redact import Secret
from nexus_storefront.transport.unpacking import MAX_BODY
from scripted import Scripted

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
PASSWORD = "kata-sandi-contoh"

# --- a client that cannot be made


UNUSABLE = {
    "brackets in NO_PROXY": ({"http_proxy": "http://127.0.0.1:9", "no_proxy": "[::1]"}, ConnectionFailed),
    "no such certificates": ({"SSL_CERT_FILE": f"{os.devnull}/cert.pem"}, ConnectionFailed),
    "no certificates": ({"SSL_CERT_FILE": os.devnull}, ConnectionFailed),
    "a key log that cannot be written": ({"SSLKEYLOGFILE": f"{os.devnull}/keys.log"}, ConnectionFailed),
    "a proxy of an unknown kind": ({"ALL_PROXY": "foo://u:pw-secret@127.0.0.1:1"}, ConnectionFailed),
    "a proxy that is no URL": ({"https_proxy": "http://u:pw-secret@[::1"}, ConnectionFailed),
    "SOCKS without its package": ({"ALL_PROXY": "socks5://u:pw-secret@127.0.0.1:1"}, MissingExtra),
}


def test_no_cookie_is_kept() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert "cookie" not in request.headers
        return httpx.Response(200, json={"data": []}, headers={"set-cookie": "track=me; Path=/"})

    with Storefront("store_x", "sfpk_x", transport=httpx.MockTransport(answer)) as shop:
        shop.catalog.categories()
        shop.catalog.categories()
        assert not shop._core.shared.client.get().cookies


@pytest.fixture(params=of_this_half(__name__, UNUSABLE))
def unusable(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[], type[StorefrontError]]:
    environment, kind = UNUSABLE[request.param]

    def spoil() -> type[StorefrontError]:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        found: type[StorefrontError] = kind
        return found

    return spoil


def test_a_client_that_cannot_be_made_sends_nothing(unusable: Callable[[], type[StorefrontError]]) -> None:
    kind = unusable()
    with Storefront("store_x", "sfpk_x", "http://127.0.0.1:1") as shop:
        for call in (
            lambda: shop.catalog.count(),
            lambda: shop.cart.add(variant_id=1),
            lambda: shop.auth.login("a@example.com", PASSWORD),
            lambda: shop._core.send_elsewhere("PUT", "http://127.0.0.1:1/u", headers={}, content=b"x"),
        ):
            with pytest.raises(kind) as caught:
                call()
            assert caught.value.effect == "nothing_left"
            assert "pw-secret" not in str(caught.value)


def test_it_costs_no_session(
    sandbox: Sandbox, naps: list[float], unusable: Callable[[], type[StorefrontError]]
) -> None:
    store, email = MemoryStore(), f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari")
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    with Storefront(*where, store=store) as good:
        good.auth.login(email, PASSWORD, keep_cart=False)
        (key,) = store.keys("session/")
        expired = attrs.evolve(SessionRecord.from_bytes(store.get(key).value), access_until=0.0)  # type: ignore[union-attr]
        store.put(key, expired.to_bytes())
        with pytest.MonkeyPatch.context():
            kind = unusable()
            for _ in range(3):  # one more than would cost the session, were they counted
                with Storefront(*where, store=store, retry=never) as bad:
                    with pytest.raises(kind):
                        bad.account.profile()
        assert SessionRecord.from_bytes(store.get(key).value).presented == 0  # type: ignore[union-attr]
        assert (good.account.profile()).customer


def test_a_session_that_is_refused_tells_by_which_answer(sandbox: Sandbox) -> None:
    store, email = MemoryStore(), f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari")
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    with Storefront(*where, store=store) as shop:
        shop.auth.login(email, PASSWORD, keep_cart=False)
    (key,) = store.keys("session/")
    record = SessionRecord.from_bytes(store.get(key).value)  # type: ignore[union-attr]
    store.put(key, attrs.evolve(record, refresh=Secret("revoked"), access_until=0.0).to_bytes())
    with Storefront(*where, store=store) as shop:
        with pytest.raises(SessionLost) as caught:
            shop.account.profile()
    assert (caught.value.reason, caught.value.status, caught.value.effect) == ("refused", 401, "nothing_left")
    assert caught.value.code == "unauthorized"
    assert caught.value.body_excerpt
    assert pickle.loads(pickle.dumps(caught.value)).reason == "refused"


# --- the hooks of a client of the caller's own


def raises_for_status(response: httpx.Response) -> None:
    response.raise_for_status()


def raises_always(response: httpx.Response) -> None:
    raise RuntimeError("a hook's own trouble")


def reads_the_body(response: httpx.Response) -> None:
    response.read()
    assert response.content
    response.raise_for_status()


@pytest.fixture(params=[raises_for_status, raises_always, reads_the_body])
def hooks(request: pytest.FixtureRequest) -> dict[str, list[Any]]:
    return {"response": [request.param]}


def test_an_answer_in_hand_is_an_answer(wire: Any, reply: Reply, naps: list[float], hooks: Any) -> None:
    body = {"error": "no", "error_code": "x"}
    with httpx.Client(transport=Scripted(wire), event_hooks=hooks) as client:
        shop = Storefront("store_x", "sfpk_x", "https://api.test", http_client=client)
        for status, kind in ((404, NotFound), (429, RateLimited), (500, ServerError)):
            wire.answers = [reply(status, body, {"retry-after": "99"})]
            with pytest.raises(kind) as caught:
                shop.catalog.product("kopi")
            assert (caught.value.status, caught.value.code) == (status, "x")  # type: ignore[attr-defined]
        wire.answers = [reply(503, body), reply(200, {"total": 7})]
        assert shop.catalog.count() == 7
        wire.answers = [reply(404, body)]
        upload = shop._core.send_elsewhere("PUT", "https://storage.test/u", headers={}, content=b"x")
        assert (upload.status_code, upload.json()) == (404, body)
        assert client.event_hooks["response"] == hooks["response"]


def test_what_a_response_hook_raises_is_a_warning(
    wire: Any, reply: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(response: httpx.Response) -> None:
        raise LookupError("the whole answer")

    wire.answers = [reply(200, {"total": 1})]
    with httpx.Client(transport=Scripted(wire), event_hooks={"response": [fails]}) as client:
        shop = Storefront("store_x", "sfpk_x", "https://api.test", http_client=client)
        assert shop.catalog.count() == 1
    found = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert found == [("WARNING", "a response hook of the HTTP client failed: LookupError")]


def test_hooks_change_no_outcome(sandbox: Sandbox, naps: list[float], hooks: Any) -> None:
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari")
    with httpx.Client(event_hooks=hooks) as client:
        shop = Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client)
        outcomes = []
        for stock in (0, 5):
            checkout = shop.checkout.start([Item(bundle_price_option_id=31925)], digital=True)
            checkout.set_buyer(name="A", email="a@example.com", phone="6281234567890")
            checkout.pay_with("bank_transfer")
            checkout.quote()
            if not stock:
                sandbox.control.fault("createPublicCheckout", "status", status=422)
            outcomes.append(checkout.place())
        refused, placed = outcomes
        assert isinstance(refused, NotPlaced)
        assert refused.reason == "refused"
        assert isinstance(placed, Placed)

        shop.auth.login(email, PASSWORD, keep_cart=False)
        sandbox.control.fault("getCustomerMe", "status", status=401)
        assert (shop.account.profile()).customer
        for status in (429, 500):  # of a refresh
            sandbox.control.fault("getCustomerMe", "status", status=401)
            sandbox.control.fault("refreshCustomerJwt", "status", status=status)
            with suppress(ServerError):
                shop.account.profile()
            assert (shop.account.profile()).customer
        (family,) = sandbox.control.token_families(email)
        assert (family["revoked"], family["spent_presented"]) == (None, 0)


@pytest.mark.parametrize("by", ["a hook", "a response hook"])
def test_the_answer_to_a_call_is_not_that_to_a_call_of_a_hook(wire: Any, reply: Reply, by: str) -> None:
    """A page in place of the first is no success because the second is one."""
    wire.default = lambda request: (
        httpx.Response(200, html="<html>") if "/auth/" in request.url.path else reply(200, {})
    )

    def asks(event: CallEvent) -> None:
        with Storefront("store_x", "sfpk_x", transport=httpx.MockTransport(wire)) as other:
            other.catalog.availability(1)

    def asks_too(response: httpx.Response) -> None:
        if "/auth/" in response.url.path:
            shop.catalog.availability(1)

    hooks, own = ([asks], []) if by == "a hook" else ([], [asks_too])
    with httpx.Client(transport=Scripted(wire), event_hooks={"response": own}) as client:
        shop = Storefront("store_x", "sfpk_x", "https://api.test", http_client=client, hooks=hooks)
        with pytest.raises(DecodeError):
            shop.auth.request_password_reset("a@example.com")
    assert len(wire.requests) > 1


def test_a_request_hook_that_fails_sends_nothing(wire: Any, reply: Reply, naps: list[float]) -> None:
    def fails(request: httpx.Request) -> None:
        raise LookupError("no signature for this")

    def marks(request: httpx.Request) -> None:
        request.headers["x-signed"] = "yes"

    with httpx.Client(transport=Scripted(wire), event_hooks={"request": [marks]}) as client:
        shop = Storefront("store_x", "sfpk_x", "https://api.test", http_client=client)
        shop.catalog.count()
        assert wire.requests.pop().headers["x-signed"] == "yes"
        client.event_hooks = {"request": [marks, fails]}
        for call in (lambda: shop.catalog.count(), lambda: shop.cart.add(variant_id=1)):
            with pytest.raises(ConnectionFailed, match="LookupError") as caught:
                call()
            assert caught.value.effect == "nothing_left"
    assert not wire.requests


class Remembering(httpx.Client):
    """A class of the caller's own, as they come: it counts, ends with its object, and is not to be copied."""

    __slots__ = ("last",)
    calls = 0

    def __copy__(self) -> Any:
        raise TypeError("its connections are its own")

    def __del__(self) -> None:
        self.ended.append(1)

    def send(self, request: httpx.Request, **more: Any) -> httpx.Response:
        self.calls += 1
        response = super().send(request, **more)
        self.last = response.status_code
        return response

    def __init__(self, ended: list[int], **more: Any) -> None:
        self.ended = ended
        super().__init__(**more)


def test_a_client_of_a_class_of_its_own_is_the_one_that_sends(wire: Any, reply: Reply, hooks: Any) -> None:
    for its_hooks in (None, hooks):
        ended: list[int] = []
        with Remembering(ended, transport=Scripted(wire), event_hooks=its_hooks) as client:
            shop = Storefront("store_x", "sfpk_x", "https://api.test", http_client=client)
            wire.answers = [reply(200, {"total": 7}), reply(302, {}, {"location": "http://[no-url/"})]
            assert shop.catalog.count() == 7
            with pytest.raises(StatusError):
                shop.catalog.count()
            assert (client.calls, client.last, ended) == (2, 302, [])


class Raising(httpx.HTTPTransport):
    """A transport that fails in a way of its own, after everything was sent."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise self.error


@pytest.mark.parametrize("error", [OSError("boom"), KeyError("x"), RuntimeError("closed"), TimeoutError()])
def test_a_transport_with_errors_of_its_own(error: Exception) -> None:
    transport = Raising(error)
    with Storefront("s", "k", "https://api.test", transport=transport, retry=never) as shop:
        with pytest.raises(ConnectionFailed) as caught:
            shop.cart.add(variant_id=1)
        assert caught.value.effect == "may_have_taken_effect"
        assert (str(caught.value), caught.type is Timeout) == (
            f"{type(error).__name__} (addGuestCartItem)",
            type(error) is TimeoutError,
        )
        with pytest.raises(ConnectionFailed):
            shop._core.send_elsewhere("PUT", "https://storage.test/u", headers={}, content=b"x")


class RaisesForStatus(httpx.Client):
    """A client class that turns every 4xx and 5xx into an exception, as some people's do."""

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        response = super().send(request, **options)
        if response.is_error:
            response.read()
            response.raise_for_status()
        return response


def test_the_answer_of_a_client_that_raises_it(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(404, {"error": "gone"})]
    with RaisesForStatus(transport=Scripted(wire)) as client:
        shop = Storefront("store_x", "sfpk_x", "https://api.test", http_client=client)
        with pytest.raises(NotFound, match="gone"):
            shop.catalog.product("kopi")


# --- bodies


def test_the_stream_of_an_answer_that_was_read_is_its_body(sandbox: Sandbox) -> None:
    def read_again(response: httpx.Response) -> None:
        bodies.append(b"".join([piece for piece in cast("Any", response.stream)]))

    bodies: list[bytes] = []
    with httpx.Client(event_hooks={"response": [read_again]}) as client:
        shop = Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client, timeout=5)
        with shop.raw() as answers:
            assert shop.catalog.count()
    assert bodies == [answers[0].content]


def test_a_transport_may_ask_for_any_timeout(wire: Any, reply: Reply) -> None:
    """Those of a request are a mapping as httpx has one, which says what it does not have."""

    def answer(request: httpx.Request) -> httpx.Response:
        timeouts = request.extensions["timeout"]
        assert (timeouts.get("total"), timeouts.get("total", 3), "total" in timeouts) == (None, 3, False)
        assert 0 < timeouts["read"] <= 30
        assert dict(timeouts).keys() == {*httpx.Timeout(1).as_dict()}
        with pytest.raises(KeyError):
            timeouts["total"]
        return reply(200, {"total": 7})

    wire.default = answer
    with wire.shop(retry=never) as shop:
        assert shop.catalog.count() == 7


class Body(httpx.SyncByteStream):
    """A body of pieces, counted as they are taken."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces = iter(pieces)
        self.taken = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.taken += len(piece)
            yield piece


def packed(text: bytes, encoding: str) -> bytes:
    if encoding == "gzip":
        return gzip.compress(text, 1)
    bare = zlib.compressobj(1, wbits=-zlib.MAX_WBITS)
    return zlib.compress(text, 1) if encoding == "deflate" else bare.compress(text) + bare.flush()


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "bare deflate"])
@pytest.mark.parametrize("piece", [1, 7, 65536])
def test_a_packed_answer_is_read(wire: Any, reply: Reply, encoding: str, piece: int) -> None:
    text = b'{"total": 7}'
    data = packed(text, encoding)
    header = {"content-encoding": encoding.split()[-1]}

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers=header, stream=Body(data[i : i + piece] for i in range(0, len(data), piece)))

    wire.default = answer
    with wire.shop() as shop:
        with shop.raw() as answers:
            assert shop.catalog.count() == 7
    assert wire.requests[0].headers["accept-encoding"] == "gzip, deflate"
    assert answers[0].content == text
    assert answers[0].headers["content-encoding"] == header["content-encoding"]


@pytest.mark.parametrize(
    ("encoding", "status"),
    [("gzip", 200), ("gzip", 201), ("gzip", 404), ("deflate", 200), ("bare deflate", 500), ("", 200), ("", 404)],
)
def test_a_body_without_end(wire: Any, naps: list[float], encoding: str, status: int) -> None:
    blank = b" " * (1 << 16)
    bodies: list[Body] = []
    bomb = packed(b" " * (3 * MAX_BODY), encoding)

    def answer(request: httpx.Request) -> httpx.Response:
        bodies.append(Body(repeat(bomb if encoding else blank)))
        return httpx.Response(status, headers={"content-encoding": encoding.split(" ")[-1]}, stream=bodies[-1])

    wire.default = answer
    with wire.shop() as shop:
        tracemalloc.start()
        try:
            for call, effect in (
                (lambda: shop.catalog.count(), "refused"),
                (lambda: shop.cart.guest.add(variant_id=1), _effect(status)),
            ):
                with pytest.raises(DecodeError, match="8 MiB") as caught:
                    call()
                assert (caught.value.status, caught.value.effect) == (status, effect)
            with pytest.raises(DecodeError, match="8 MiB"):
                shop._core.send_elsewhere("PUT", "https://storage.test/u", headers={}, content=b"x")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert len(bodies) == 3  # what is too long is too long the next time, too
    assert max(body.taken for body in bodies) <= MAX_BODY + len(blank)
    assert peak < 3 * MAX_BODY


def test_what_follows_a_packed_body_is_not_taken_without_end(wire: Any, naps: list[float]) -> None:
    after = chain([packed(b'{"total": 7}', "gzip")], repeat(b"x" * (1 << 16)))
    wire.default = lambda request: httpx.Response(200, headers={"content-encoding": "gzip"}, stream=Body(after))
    with wire.shop() as shop:
        with pytest.raises(DecodeError, match="8 MiB"):
            shop.catalog.count()


def _effect(status: int) -> str:
    return {201: "took_effect", 404: "refused"}.get(status, "may_have_taken_effect")


PACKED = gzip.compress(b"{}", mtime=0)


@pytest.mark.parametrize(("header", "data"), [("br", b"x"), ("gzip, gzip", PACKED), ("gzip", b"no gzip at all")])
@pytest.mark.parametrize("apart", [False, True])
def test_what_cannot_be_unpacked(wire: Any, naps: list[float], header: str, data: bytes, apart: bool) -> None:
    headers = [("content-encoding", each) for each in (header.split(",") if apart else [header])]
    wire.default = lambda request: httpx.Response(200, headers=headers, stream=Body([data]))
    with wire.shop() as shop:
        with pytest.raises(DecodeError):
            shop.catalog.count()
        with pytest.raises(DecodeError) as caught:
            shop.cart.guest.add(variant_id=1)
    assert caught.value.effect == "may_have_taken_effect"


@pytest.mark.parametrize("data", [[], [b""]])
def test_an_empty_body_is_packed_in_no_way(wire: Any, naps: list[float], data: list[bytes]) -> None:
    wire.default = lambda request: httpx.Response(204, headers={"content-encoding": "br"}, stream=Body(data))
    with wire.shop() as shop:
        answer = shop._core.send_elsewhere("PUT", "https://files.test/", headers={}, content=b"x")
    assert (answer.status_code, answer.content) == (204, b"")


def test_a_body_that_breaks_off_leaves_the_refusal(wire: Any, naps: list[float]) -> None:
    def breaks() -> Iterator[bytes]:
        yield b'{"error": '
        raise httpx.ReadError("broken off")

    for status, effect in ((422, "refused"), (500, "may_have_taken_effect"), (201, "may_have_taken_effect")):
        wire.default = lambda request, status=status: httpx.Response(status, stream=Body(breaks()))  # type: ignore[misc]
        with wire.shop() as shop:
            with pytest.raises(ConnectionFailed) as caught:
                shop.cart.guest.add(variant_id=1)
        assert (caught.value.status, caught.value.effect) == (status, effect)


def test_a_body_that_breaks_off_leaves_the_limit(wire: Any, naps: list[float], reply: Reply) -> None:
    def breaks() -> Iterator[bytes]:
        yield b"slow "
        raise httpx.ReadError("broken off")

    limited = httpx.Response(429, headers={"retry-after": "7"}, stream=Body(breaks()))
    wire.answers = [limited, reply(200, {"items": [], "total": 0})]
    with wire.shop() as shop:
        shop.cart.guest.remove(1)
        assert [request.method for request in wire.requests[:2]] == ["DELETE"] * 2
        assert naps[0] >= 7
        assert shop._core.shared.admission.budget.blocked_until > 0
