# Rendered from tests/facade/_async/test_effects.py by scripts/unasync.py; edit that file.
"""What a failed call may have done: one value, made where the request was made, and `nothing_left` only on proof."""

from __future__ import annotations

import copy
import pickle
import socket
from collections.abc import Iterator, Callable
from contextlib import suppress
from threading import Thread
from typing import Any, get_args

import httpx
import pytest
from nexus_commerce.api.storefront import create_storefront_public_order_payment
from nexus_storefront import (
    Storefront,
    ConnectionFailed,
    DecodeError,
    InvalidInput,
    NotSignedIn,
    StatusError,
    StorefrontError,
    Timeouts,
    never,
)
from nexus_storefront.errors import Effect
from nexus_storefront.transport.unsent import never_left
from scripted import Scripted

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
BEFORE = [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol]
AFTER = [httpx.ReadError, httpx.ReadTimeout, httpx.WriteError, httpx.RemoteProtocolError, httpx.DecodingError]


def failing(failure: type[Exception], base: Any = httpx.MockTransport) -> Any:
    def fail(request: httpx.Request) -> httpx.Response:
        raise failure("broken")

    return base(fail)


class Retrying(httpx.HTTPTransport):
    """A transport of somebody else's: it sends, and says only that a second connection could not be made."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("the second connection failed")


class OwnClient(httpx.Client):
    """A client class of somebody else's."""


def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return f"http://127.0.0.1:{listening.getsockname()[1]}"


def effect_of_an_addition(url: str = "https://api.test", **options: Any) -> StorefrontError:
    with Storefront("store_x", "sfpk_x", url, retry=never, **options) as shop:
        with pytest.raises(ConnectionFailed) as caught:
            shop.cart.add(variant_id=1)
        assert caught.value.may_have_taken_effect is (caught.value.effect != "nothing_left")
        return caught.value


def test_httpx_itself_proves_that_nothing_left() -> None:
    url = closed_port()
    assert (effect_of_an_addition(url)).effect == "nothing_left"
    with httpx.Client() as client:
        assert (effect_of_an_addition(url, http_client=client)).effect == "nothing_left"
    # A proxy that is not there, as httpx mounts it.
    with httpx.Client(proxy=url) as client:
        assert (effect_of_an_addition("http://127.0.0.1:1", http_client=client)).effect == "nothing_left"


@pytest.mark.parametrize("failure", BEFORE)
def test_any_other_transport_proves_it_only_if_it_says_so(failure: type[Exception]) -> None:
    silent, speaking = failing(failure), failing(failure, Scripted)
    assert (effect_of_an_addition(transport=silent)).effect == "may_have_taken_effect"
    assert (effect_of_an_addition(transport=speaking)).effect == "nothing_left"
    with httpx.Client(mounts={"https://": silent}) as client:
        assert (effect_of_an_addition(http_client=client)).effect == "may_have_taken_effect"
    with httpx.Client(transport=silent, mounts={"https://": speaking}) as client:
        assert (effect_of_an_addition(http_client=client)).effect == "nothing_left"


@pytest.mark.parametrize("failure", AFTER)
def test_no_transport_proves_it_by_another_error(failure: type[Exception]) -> None:
    error = effect_of_an_addition_of_any(failing(failure, Scripted))
    assert error.effect == "may_have_taken_effect"


def effect_of_an_addition_of_any(transport: Any) -> StorefrontError:
    with Storefront("store_x", "sfpk_x", "https://api.test", retry=never, transport=transport) as shop:
        with pytest.raises(StorefrontError) as caught:
            shop.cart.add(variant_id=1)
        return caught.value


def test_classes_of_somebody_elses_prove_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (effect_of_an_addition(transport=Retrying())).effect == "may_have_taken_effect"
    url = closed_port()
    with OwnClient() as client:
        assert (effect_of_an_addition(url, http_client=client)).effect == "may_have_taken_effect"
        monkeypatch.setattr(OwnClient, "proves_unsent", True, raising=False)
        assert (effect_of_an_addition(url, http_client=client)).effect == "nothing_left"


@pytest.mark.parametrize("kind", [httpx.Client, OwnClient])
def test_a_client_that_was_closed_at_the_last_moment_has_sent_nothing(kind: type[httpx.Client]) -> None:
    def closes(request: httpx.Request) -> None:
        client.close()

    client = kind(transport=failing(AssertionError, Scripted), event_hooks={"request": [closes]})
    effect = "may_have_taken_effect" if kind is OwnClient else "nothing_left"
    assert (effect_of_an_addition(http_client=client)).effect == effect
    with httpx.Client(transport=failing(RuntimeError, Scripted)) as client:
        assert (effect_of_an_addition(http_client=client)).effect == "may_have_taken_effect"


@pytest.mark.parametrize("times", [0.5, Timeouts(connect=5, total=0.5)])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_call_whose_time_is_over_while_it_connects_has_sent_nothing(times: Any, scheme: str) -> None:
    """Nobody accepts the connection, or nobody answers the greeting of TLS."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening:
        address = listening.getsockname()
        waiting = [socket.socket() for _ in range(3 if scheme == "http" else 0)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(address)
        with httpx.Client() as client:  # which takes its time to be made where there is TLS
            error = effect_of_an_addition(f"{scheme}://127.0.0.1:{address[1]}", timeout=times, http_client=client)
        for each in waiting:
            each.close()
    assert (type(error).__name__, error.effect) == ("Timeout", "nothing_left")


@pytest.mark.parametrize("by", ["client", "hook"])
def test_a_header_that_cannot_be_sent_sends_nothing(by: str) -> None:
    """One of the caller's own client, such as a key that was read with the end of its line."""
    name, key = "X-Gateway-Key", "kunci-rahasia\n"

    def put_in(request: httpx.Request) -> None:
        request.headers[name] = key

    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        headers, hooks = {name: key} if by == "client" else {}, [put_in] if by == "hook" else []
        with httpx.Client(headers=headers, event_hooks={"request": hooks}) as client:
            error = effect_of_an_addition(url, http_client=client)
    assert error.effect == "nothing_left"
    assert "header" in str(error)
    assert "rahasia" not in str(error)


@pytest.mark.parametrize("said", [b"", b"no HTTP\r\n\r\n"])
def test_a_proxy_that_hangs_up_instead_of_making_a_tunnel(said: bytes) -> None:
    """It has heard nothing of the request. One that the request itself is given to may have handed it on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hang_up() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    connection.recv(65536)
                    connection.sendall(said)
                    connection.close()

        Thread(target=hang_up, daemon=True).start()
        proxy = f"http://127.0.0.1:{listening.getsockname()[1]}"
        for service, effect in (("https://api.test", "nothing_left"), ("http://127.0.0.1:9", "may_have_taken_effect")):
            with httpx.Client(proxy=proxy) as client:
                assert (effect_of_an_addition(service, http_client=client)).effect == effect


@pytest.mark.parametrize(
    "place", ["httpcore._backends.sync.connect_tcp", "httpcore._sync.socks._init_socks5_connection"]
)
def test_whatever_fails_while_a_connection_is_made_proves_it(place: str) -> None:
    """Such as what a SOCKS proxy says, which is read by another package."""
    module, _, name = place.rpartition(".")
    code: dict[str, Any] = {"__name__": module}
    exec(f"def {name}(): raise ValueError", code)
    with httpx.Client() as client:
        with pytest.raises(ValueError) as caught:
            code[name]()
        assert never_left(client, httpx.URL("https://api.test"), caught.value)


class Pool:
    """A pool of connections of somebody else's."""


@pytest.mark.parametrize("patched", ["send", "_send_single_request", "handle_request", "_pool"])
def test_what_somebody_has_patched_proves_nothing(patched: str) -> None:
    """As those do who make a client repeat what it sends: the last failure says nothing of the first time."""
    url, no = httpx.URL("https://api.test"), httpx.ConnectError("no second connection")
    with httpx.Client() as client:
        assert never_left(client, url, no)
        of: Any = client if patched.startswith(("send", "_send")) else client._transport
        kept = getattr(of, patched)
        setattr(of, patched, Pool() if patched == "_pool" else kept)
        assert not never_left(client, url, no)
        setattr(of, patched, kept)


def test_in_a_browser_nothing_is_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a failure says there is the same before and after the first byte."""
    url = httpx.URL("https://api.test")
    with httpx.Client() as client:
        assert never_left(client, url, httpx.ConnectError("no"))
        monkeypatch.setattr("sys.platform", "emscripten")
        assert not never_left(client, url, httpx.ConnectError("no"))


def test_what_is_not_proven_unsent_is_not_sent_again(naps: list[float]) -> None:
    sent: list[str] = []

    def service(request: httpx.Request) -> httpx.Response:
        sent.append(request.method)
        raise httpx.ConnectError("after all of it was sent")

    with Storefront("s", "k", "https://api.test", transport=httpx.MockTransport(service)) as shop:
        with pytest.raises(ConnectionFailed):
            shop.cart.add(variant_id=1)
        assert sent == ["POST"]
        with pytest.raises(ConnectionFailed) as caught:
            shop.catalog.count()
    assert sent[1:] == ["GET"] * 4
    assert caught.value.effect == "refused"  # it has left, and only asked


def test_several_attempts_have_done_what_the_strongest_of_them_did(
    wire: Any, reply: Reply, naps: list[float]
) -> None:
    wire.answers = [httpx.ReadError, reply(422)]
    with wire.shop() as shop:
        with pytest.raises(StatusError) as caught:
            create_storefront_public_order_payment.sync("store_x", "slug", client=shop.api)
    assert (caught.value.status, caught.value.effect) == (422, "may_have_taken_effect")

    wire.answers = [httpx.ReadError, httpx.ConnectError]
    with wire.shop(retry=lambda attempt: 0.0 if attempt.number < 2 else None) as shop:
        with pytest.raises(ConnectionFailed) as lost:
            shop.cart.guest.remove("5")
    assert lost.value.effect == "may_have_taken_effect"


@pytest.mark.parametrize("refuses", [False, True])
def test_what_was_refused_has_left(wire: Any, reply: Reply, refuses: bool) -> None:
    """A second attempt that could not be made, or had no token, does not make the first unsent."""
    session: Any = type("Session", (), {"tokens": ["a"], "known": None})()

    def access_token(wait: float | None = None) -> str:
        if not session.tokens:
            raise StorefrontError("no other token", effect="took_effect")
        token: str = session.tokens.pop()
        return token

    def rejected(token: str, wait: float | None = None) -> bool:
        return not refuses or bool(access_token())

    def close() -> None: ...

    session.access_token, session.rejected, session.close = access_token, rejected, close
    session.token_for = lambda account, before, wait=None: access_token(wait)
    wire.answers = [reply(401)]
    with wire.shop() as shop:
        shop._core.shared._session = session
        with pytest.raises(StorefrontError, match="no other token") as caught:
            shop.account.profile()
        assert caught.value.effect == "refused"
        # What another call did, such as the refresh that this one waited for, is not what this call did.
        with pytest.raises(StorefrontError, match="no other token") as second:
            shop.account.profile()
    assert second.value.effect == "nothing_left"
    assert len(wire.requests) == 1


@pytest.mark.parametrize(
    ("status", "body", "effect"),
    [
        (201, b"<html>", "took_effect"),
        (200, b"<html>", "may_have_taken_effect"),
        (400, b"", "refused"),
        (429, b"slow down", "refused"),
        (408, b"", "may_have_taken_effect"),
        (500, b"{}", "may_have_taken_effect"),
        (302, b"", "may_have_taken_effect"),
    ],
)
def test_what_an_answer_says(
    wire: Any, reply: Reply, naps: list[float], status: int, body: bytes, effect: str
) -> None:
    wire.default = lambda request: reply(status, body)
    with wire.shop(retry=never) as shop:
        with pytest.raises(StorefrontError) as caught:
            shop.cart.guest.add(variant_id=1)
        assert caught.value.effect == effect
        if not 200 <= status < 300:
            with pytest.raises(StorefrontError) as read:
                shop.catalog.count()
            assert read.value.effect == "refused"


def test_what_is_refused_here_never_left() -> None:
    with Storefront("store_x", "sfpk_x", "https://api.test") as shop:
        with pytest.raises(InvalidInput) as wrong:
            shop.cart.add(variant_id=-1)
        with pytest.raises(NotSignedIn) as nobody:
            shop.account.profile()
    assert {wrong.value.effect, nobody.value.effect} == {"nothing_left"}


def test_an_error_keeps_its_effect_wherever_it_goes() -> None:
    for effect in get_args(Effect):
        error = DecodeError("x", effect=effect)
        assert pickle.loads(pickle.dumps(error)).effect == copy.copy(error).effect == effect
    with pytest.raises(AttributeError):
        DecodeError("x").may_have_taken_effect = True  # type: ignore[misc]


def test_what_came_after_an_attempt_that_never_left_is_not_sent_again(
    wire: Any, reply: Reply, naps: list[float]
) -> None:
    wire.answers = [httpx.ConnectError, reply(503)]
    with wire.shop(retry=lambda attempt: 0.0 if attempt.number < 5 else None) as shop:
        with pytest.raises(StatusError) as caught:
            shop.cart.guest.add(variant_id=1)
    assert caught.value.effect == "may_have_taken_effect"
    assert len(wire.requests) == 2


class Breaking(httpx.SyncByteStream):
    """A body whose connection breaks, in words that a proven transport has for one that was never made."""

    def __iter__(self) -> Iterator[bytes]:
        raise httpx.ConnectError("the second connection failed")
        yield b""


def test_what_has_an_answer_has_left(wire: Any, naps: list[float]) -> None:
    wire.default = lambda request: httpx.Response(200, stream=Breaking())
    with wire.shop() as shop:
        with pytest.raises(ConnectionFailed) as caught:
            shop.cart.guest.add(variant_id=1)
    assert caught.value.effect == "may_have_taken_effect"
    assert len(wire.requests) == 1


@pytest.mark.parametrize("unreadable", [False, True])
def test_a_token_is_replaced_once_in_a_call(wire: Any, reply: Reply, unreadable: bool) -> None:
    class AlwaysAnother:
        known = None

        def access_token(self, wait: float | None = None) -> str:
            return "another"

        def token_for(self, account: str | None, before: str | None, wait: float | None = None) -> Any:
            return self.access_token(wait)

        def rejected(self, token: str, wait: float | None = None) -> bool:
            return True

        def close(self) -> None: ...

    packed = {"content-encoding": "br"}, httpx.ByteStream(b"x")
    wire.default = lambda request: (
        httpx.Response(401, headers=packed[0], stream=packed[1]) if unreadable else reply(401)
    )
    with wire.shop() as shop:
        shop._core.shared._session = AlwaysAnother()  # type: ignore[assignment]
        with pytest.raises(StorefrontError) as caught:
            shop.account.update(name="Sari")
    assert (caught.value.status, caught.value.effect, len(wire.requests)) == (401, "refused", 2)


def test_no_wait_is_begun_that_leaves_no_time_for_an_answer(wire: Any, reply: Reply, naps: list[float]) -> None:
    wire.default = lambda request: reply(429, b"slow", {"retry-after": "19"})
    with wire.shop(timeout=20) as shop:
        with pytest.raises(StatusError) as caught:
            shop.cart.guest.remove("5")
    assert caught.value.status == 429
    assert not naps
