"""Nothing secret shows: in repr, str, logs, tracebacks (local variables included), pickles, exception chains, files.

Every object and error that signing in, refreshing, failing and signing out can give is walked.
"""

from __future__ import annotations

import copy
import html
import json
import logging
import pickle
import traceback
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import attrs
import httpx
import pytest
from cryptography.fernet import Fernet
from hand_clock import GoesOn
from nexus_storefront.auth import session_record
from nexus_storefront.auth.session_record import SessionRecord, Tokens
from nexus_storefront.errors import DecodeError, ResetLinkRejected, StorefrontError, Unprocessable
from nexus_storefront.redact import Secret, SecretBytes
from nexus_storefront.stores import EncryptedStore, FileStore, MemoryStore, StoreError
from nexus_storefront.transport import hooks
from scripted import Scripted

PASSWORD = "sandi-rahasia-sekali"
OTP = "824193"
EMAIL = "rahasia.sekali@example.com"
ACCESS, REFRESH = "akses-rahasia-1", "segar-rahasia-1"
ACCESS2, REFRESH2 = "akses-rahasia-2", "segar-rahasia-2"
GUEST = "6f1c1f5e-0000-4000-8000-7ab1e5ec4e70"
RESET = "reset-rahasia-token"
SECRETS = (PASSWORD, OTP, EMAIL, ACCESS, REFRESH, ACCESS2, REFRESH2, GUEST, RESET)
SESSION_KEY = "session/store_sandbox/default"

pytestmark = pytest.mark.anyio


class Service:
    """Answers as told, and sends back whatever it was sent, as a careless service would."""

    def __init__(self) -> None:
        self.failing: dict[str, Any] = {}

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path.rsplit("/public/")[-1]
        name = path.split("/")[-1]
        if name in self.failing:
            kind = self.failing[name]
            if isinstance(kind, Exception):
                raise kind
            echo = f"{request.content.decode()} {request.headers.get('authorization')}"
            if kind == "truncated":
                return httpx.Response(200, content=f'{{"access": "{ACCESS2}", "refresh": "{REFRESH2}", "tok')
            if kind == "html":
                return httpx.Response(502, html=f"<html>{echo}</html>")
            body = {"error": echo, "message": f"bad: {echo}", "errors": {"email": [echo], "token": [echo]}}
            return httpx.Response(kind, json=body, headers={"X-Request-Id": "req-1"})
        if name == "login":
            pair = {"access": ACCESS, "refresh": REFRESH, "expires_in": 900, "refresh_expires_in": 9000}
            return httpx.Response(200, json={**pair, "token_type": "Bearer"})
        if name == "refresh":
            pair = {"access": ACCESS2, "refresh": REFRESH2, "expires_in": 900, "refresh_expires_in": 9000}
            return httpx.Response(200, json={**pair, "token_type": "Bearer"})
        if name == "cart":
            items = [{"id": 1, "type": "variant", "variant_id": 1, "bundle_price_option_id": None, "quantity": 1}]
            return httpx.Response(200, json={"id": 1, "items": items}, headers={"X-Scalev-Guest-Token": GUEST})
        if name == "blacklist":
            return httpx.Response(204)
        return httpx.Response(200, json={"id": 1, "items": [], "customer": {"email": "x"}})


def shown(thing: object) -> Iterator[str]:
    """Every way a thing is shown by tools that log, report or debug."""
    yield repr(thing)
    yield str(thing)
    yield f"{thing!r:>10} {[thing]} { ({'k': thing}) }"
    try:
        yield repr(pickle.dumps(thing))
    except Exception as error:
        yield from shown_error(error)
    if isinstance(thing, BaseException):
        yield from shown_error(thing)


def shown_error(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        found = waiting.pop()
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        yield f"{found!r} {found} {found.args}"
        yield repr(pickle.dumps(found)) if isinstance(found, StorefrontError) else ""
        own = traceback.TracebackException.from_exception(found, capture_locals=True)
        # The test's own frames hold what the test made up.
        own.stack = traceback.StackSummary.from_list([f for f in own.stack if "/tests/" not in f.filename])
        yield "".join(own.format(chain=False))
        waiting += [found.__cause__, found.__context__]


def check(*things: object) -> None:
    for thing in things:
        for text in shown(thing):
            for secret in SECRETS:
                assert secret not in text, f"{secret} shows in {type(thing).__name__}: {text[:2000]}"


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture(autouse=True)
def _nothing_in_the_logs(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(session_record, "FIRST_PAUSE", 0.001)
    caplog.set_level(logging.DEBUG)
    yield
    for record in caplog.records:
        text = f"{record.getMessage()} {record.args} {record.__dict__}"
        for secret in SECRETS:
            assert secret not in text, f"{secret} is logged by {record.name}: {text[:500]}"


def shop_of(half: Any, service: Service) -> Any:
    return half.shop(transport=Scripted(service), hooks=[hooks.log_event], retry=lambda attempt: None, clock=GoesOn())


async def test_what_signing_in_leaves_behind(half: Any, service: Service) -> None:
    shop = shop_of(half, service)
    shop._core.shared.guest.value, shop._core.shared.guest._loaded = GUEST, True
    answer = await half(shop.auth.login(EMAIL, PASSWORD))
    session = shop._core.session
    check(
        answer,
        shop,
        shop.auth,
        session,
        session._in_use.current,
        session._in_use.record,
        shop._core,
        half.store,
        shop.api,
    )
    check(half.record(), await half(shop.auth.state()))
    entry = half.store.get(SESSION_KEY)  # carries its bytes wherever it is put, but shows none of them
    assert not any(secret in f"{entry!r} {entry}" for secret in SECRETS)
    check({name: value for name, value in vars(session).items() if name != "_core"})
    token = await half(session.access_token())
    check([token], {"token": token})
    assert f"Bearer {token}" == f"Bearer {ACCESS}"
    half.change(access_until=0.0)
    service.failing["me"] = 401
    with pytest.raises(StorefrontError) as caught:
        await half.me(shop)
    check(caught.value)
    check(await half(shop.auth.logout()))


@pytest.mark.parametrize("kind", [400, 401, 404, 422, 429, 500, "html", "truncated"])
@pytest.mark.parametrize("call", ["login", "verify", "refresh", "logout", "reset", "save", "set"])
async def test_what_a_failure_shows(half: Any, service: Service, call: str, kind: Any) -> None:
    shop = shop_of(half, service)
    names = {"login": "login", "verify": "verify", "refresh": "refresh", "logout": "blacklist"}
    name = {**names, "reset": "forget-password", "save": "save-password", "set": "set-new-password"}[call]
    if call in ("refresh", "logout", "set"):
        await half(shop.auth.login(EMAIL, PASSWORD))
    if call == "refresh":
        half.change(access_until=0.0)
        shop = shop_of(half, service)
    service.failing[name] = kind
    result: object = None
    try:
        if call == "login":
            result = await half(shop.auth.login(EMAIL, PASSWORD))
        elif call == "verify":
            result = await half(shop.auth.verify_otp(EMAIL, OTP))
        elif call == "refresh":
            result = await half.me(shop)
        elif call == "logout":
            result = await half(shop.auth.logout())
            assert result.error is not None or kind == "truncated"
            check(result.error)
        elif call == "reset":
            await half(shop.auth.request_password_reset(EMAIL))
        elif call == "set":
            await half(shop.account.set_password(PASSWORD))
        else:
            link = f"https://toko.example/reset-password?token={RESET}"
            await half(shop.auth.save_password(shop.auth.token_from_reset_link(link), PASSWORD, PASSWORD))
    except StorefrontError as error:
        check(error, copy.copy(error))
    else:
        # Of the last three, nothing of an answer is read but its status.
        unread = kind == "truncated" and call in ("reset", "save", "set")
        assert call == "logout" or unread, "a failure that nobody was told"
        check(result)


@pytest.mark.parametrize("failure", [httpx.ReadError, httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError])
@pytest.mark.parametrize("call", ["login", "refresh"])
async def test_what_a_broken_connection_shows(half: Any, service: Service, call: str, failure: Any) -> None:
    await half(shop_of(half, service).auth.login(EMAIL, PASSWORD))
    half.change(access_until=0.0)
    service.failing[call] = failure("broken")
    shop = shop_of(half, service)
    again = half.me(shop) if call == "refresh" else _again(half, shop)
    with pytest.raises(StorefrontError) as caught:
        await again
    check(caught.value)


ODD = ['pa"ss & <wörd>', "rahasia-081234567890-toko", "a@toko.example rahasia"]


@pytest.mark.parametrize("password", ODD)
@pytest.mark.parametrize("call", ["login", "save_password", "set_password"])
async def test_what_an_answer_repeats_in_another_writing(half: Any, call: str, password: str) -> None:
    """As JSON, HTML and URLs have it, in a header, as a field's name, beside what is hidden for other reasons."""
    writings = [password, json.dumps(password)[1:-1], html.escape(password), quote(password), quote_plus(password)]

    def service(request: httpx.Request) -> httpx.Response:
        if call == "set_password" and request.url.path.endswith("/login"):
            return httpx.Response(200, json={"access": ACCESS, "refresh": REFRESH})
        headers = {"Location": f"https://toko.example/?p={quote(password)}", "X-Request-Id": quote_plus(password)}
        body = {"error_code": password, "message": " ".join(writings), "errors": {password: writings}}
        return httpx.Response(422, headers=headers, json=body)

    shop = half.shop(transport=Scripted(service) if half.name == "async" else httpx.MockTransport(service))
    if call == "set_password":
        await half(shop.auth.login(EMAIL, PASSWORD))
    token = shop.auth.token_from_reset_link(f"https://toko.example/reset-password?token={RESET}")
    calls = {
        "login": lambda: shop.auth.login(EMAIL, password),
        "save_password": lambda: shop.auth.save_password(token, password, password),
        "set_password": lambda: shop.account.set_password(password),
    }
    with pytest.raises(StorefrontError) as caught:
        await half(calls[call]())
    error: Any = caught.value
    told = [*shown_error(error), repr(dict(error.headers)), error.content.decode(), repr(error.field_errors)]
    for text in told:
        assert not any(part in text for writing in writings for part in (writing, writing[:7], writing[-7:])), text


@pytest.mark.parametrize("password", ["password", "Password", "pass", "token", "error", "errors", "message", "field"])
async def test_a_password_that_is_a_name_in_every_answer_hides_no_name(half: Any, password: str) -> None:
    """Whoever branches on names of fields still can, and no `[redacted]` tells that the password is such a name."""
    answers = [
        {"error_code": "invalid_password", "message": "weak", "errors": {"password": ["too common"]}},
        {"error_code": "invalid_token", "errors": [{"field": "token", "message": "is gone"}]},
    ]
    sent = [dict(answer) for answer in answers]

    def service(request: httpx.Request) -> httpx.Response:
        return httpx.Response(422, json=answers.pop(0))

    shop = half.shop(transport=Scripted(service) if half.name == "async" else httpx.MockTransport(service))
    token = shop.auth.token_from_reset_link(f"https://toko.example/reset-password?token={RESET}")
    with pytest.raises(Unprocessable) as weak:
        await half(shop.auth.save_password(token, password, password))
    assert weak.value.field_errors == {"password": ("too common",)}
    assert (weak.value.code, weak.value.message) == ("invalid_password", "weak")
    with pytest.raises(ResetLinkRejected) as gone:
        await half(shop.auth.save_password(token, password, password))
    assert gone.value.code == "invalid_token"
    assert [weak.value.json(), gone.value.json()] == sent


@pytest.mark.parametrize("password", ["taken", "effect", "login", "Customer"])
async def test_what_an_error_says_in_our_own_words_hides_no_password(half: Any, password: str) -> None:
    def service(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500, json={"message": f"it is {password}"})

    shop = half.shop(transport=Scripted(service) if half.name == "async" else httpx.MockTransport(service))
    with pytest.raises(StorefrontError) as caught:
        await half(shop.auth.login(EMAIL, password))
    assert (caught.value.operation_id, caught.value.effect) == ("loginCustomer", "may_have_taken_effect")
    assert caught.value.may_have_taken_effect


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "written",
    [
        "rahasia/w\u00f6rd",
        r"rahasia\/w\u00f6rd",
        r"rahasia\/w\u00F6rd",
        r"rahasia/w\u00F6rd",
        "".join(f"\\u{ord(character):04x}" for character in "rahasia/w\u00f6rd"),
    ],
)
async def test_what_an_answer_repeats_as_other_writers_of_json_have_it(half: Any, written: str, encoding: str) -> None:
    def service(request: httpx.Request) -> httpx.Response:
        return httpx.Response(422, content=f'{{"message": "not {written}!", "echo": "{written}"}}'.encode(encoding))

    shop = half.shop(transport=Scripted(service) if half.name == "async" else httpx.MockTransport(service))
    with pytest.raises(Unprocessable) as caught:
        await half(shop.auth.login(EMAIL, "rahasia/w\u00f6rd"))
    assert caught.value.json() == {"message": "not [redacted]!", "echo": "[redacted]"}
    assert caught.value.message == "not [redacted]!"
    assert "rahasia" not in (caught.value.body_excerpt or "")


@pytest.mark.parametrize("secret", [Secret(ACCESS * 20), SecretBytes(ACCESS.encode() * 20)])
def test_a_part_of_a_secret_is_one(secret: Any) -> None:
    """As tools that show the variables of frames cut off what is long."""
    assert ACCESS not in f"{secret[:80]!r} {secret[::2]!r} {secret[0:]!r}"
    assert (secret[:5], secret[3:][:2], secret[-1]) == tuple(
        bytes(secret)[part] if isinstance(secret, bytes) else str(secret)[part] for part in (slice(5), slice(3, 5), -1)
    )
    rich = pytest.importorskip("rich.pretty")
    assert "akses" not in rich.pretty_repr({"access": secret}, max_string=80)


WRITERS: dict[str, Callable[[str], str]] = {
    "Go's JSON": lambda text: json.dumps(text).replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003E"),
    "PHP's JSON": lambda text: json.dumps(text).replace("'", r"\u0027").replace("/", r"\/"),
    "HTML with numbers": lambda text: html.escape(text).replace("&#x27;", "&#039;").replace("&quot;", "&#34;"),
    "HTML with names": lambda text: html.escape(text).replace("&#x27;", "&apos;").replace("ö", "&ouml;"),
    "HTML of JSON": lambda text: html.escape(json.dumps(text)),
    "JSON of HTML": lambda text: json.dumps(html.escape(text)).replace("&", r"\u0026"),
    "encodeURIComponent": lambda text: quote(text, safe="!'()*~-._"),
    "a URL in lower case": lambda text: quote(text, safe="").lower(),
    "a URL in a URL": lambda text: quote(quote(text, safe="")),
    "JSON in a URL": lambda text: quote(json.dumps(text)),
    "Base64": lambda text: b64encode(f"the password is {text}".encode()).decode(),
    "Base64 in a URL": lambda text: urlsafe_b64encode(f"no {text}".encode()).decode(),
}


@pytest.mark.parametrize("writer", WRITERS)
async def test_what_an_answer_repeats_as_other_platforms_write_it(half: Any, writer: str) -> None:
    password = "rah'asia!<s&b>/wörd\"x\\y(z)+q"
    written = WRITERS[writer](password)

    def service(request: httpx.Request) -> httpx.Response:
        return httpx.Response(422, text=f"not: {written}!")

    shop = half.shop(transport=Scripted(service) if half.name == "async" else httpx.MockTransport(service))
    with pytest.raises(Unprocessable) as caught:
        await half(shop.auth.login(EMAIL, password))
    told = (str(caught.value), str(caught.value.body_excerpt), caught.value.content.decode())
    for text in told:
        assert "[redacted]" in text
        assert not any(part in text for part in ("asia", "rd%22", "y(z)", "(z)", written[-12:-6])), text


@pytest.mark.parametrize("status", [200, 403])
async def test_an_answer_is_pickled_without_what_was_sent(half: Any, status: int) -> None:
    def service(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers={"X-Twice": "1"}, json={"data": []})

    shop = half.shop(transport=Scripted(service) if half.name == "async" else httpx.MockTransport(service))
    half.store.put("guest/store_sandbox", GUEST.encode())
    with hooks.raw() as answers, suppress(StorefrontError):
        await half(shop.cart.get())
    kept = pickle.dumps(answers[-1].headers)
    assert GUEST.encode() not in kept
    assert pickle.loads(kept) == answers[-1].headers


@pytest.mark.parametrize("call", ["login", "save_password", "set_password", "profile"])
async def test_what_a_page_in_place_of_an_answer_repeats(half: Any, call: str) -> None:
    """Also where what is shown of it ends in the middle of a secret."""
    page = b""

    def service(request: httpx.Request) -> httpx.Response:
        if call != "login" and request.url.path.endswith("/login"):
            return httpx.Response(200, json={"access": ACCESS, "refresh": REFRESH})
        return httpx.Response(200, headers={"X-Request-Id": PASSWORD}, content=page)

    shop = half.shop(transport=Scripted(service) if half.name == "async" else httpx.MockTransport(service))
    if call != "login":
        await half(shop.auth.login(EMAIL, PASSWORD))
    token = shop.auth.token_from_reset_link(f"https://toko.example/reset-password?token={RESET}")
    calls = {
        "login": lambda: shop.auth.login(EMAIL, PASSWORD),
        "save_password": lambda: shop.auth.save_password(token, PASSWORD, PASSWORD),
        "set_password": lambda: shop.account.set_password(PASSWORD),
        "profile": lambda: shop.account.profile(),
    }
    secret = ACCESS if call == "profile" else PASSWORD
    for before in (0, 290, 295):
        page = b"<p>" + b"." * before + secret.encode() + b" and more" * 50
        with pytest.raises(DecodeError) as caught:
            await half(calls[call]())
        assert not any(secret[:5] in text for text in shown_error(caught.value))


async def test_what_any_call_is_answered_with_shows_no_token_of_it(half: Any) -> None:
    def service(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/login"):
            return httpx.Response(200, json={"access": ACCESS, "refresh": REFRESH})
        token = (request.headers.get("authorization") or request.headers.get("x-scalev-guest-token", "")).split()[-1]
        return httpx.Response(403, headers={"X-Echo": token}, json={"error": f"{token} may not", "message": token})

    half.store.put("guest/store_sandbox", GUEST.encode())
    shop = half.shop(transport=Scripted(service) if half.name == "async" else httpx.MockTransport(service))
    await half(shop.auth.login(EMAIL, PASSWORD, keep_cart=False))
    for call in (shop.account.profile, shop.cart.guest.get, shop.cart.customer.get):
        with pytest.raises(StorefrontError) as caught:
            await half(call())
        error: Any = caught.value
        told = "".join([*shown_error(error), repr(dict(error.headers)), error.content.decode()])
        assert ACCESS not in told
        assert GUEST not in told


async def _again(half: Any, shop: Any) -> None:
    await half(shop.auth.login(EMAIL, PASSWORD))


async def test_what_a_failing_store_shows(half: Any, service: Service) -> None:
    class Failing(MemoryStore):
        def put(self, key: str, value: bytes, **options: Any) -> int:
            if key == SESSION_KEY:
                raise StoreError("the disk is full")
            return super().put(key, value, **options)

    half.store = Failing()
    shop = shop_of(half, service)
    with pytest.raises(StoreError) as caught:
        await half(shop.auth.login(EMAIL, PASSWORD))
    check(caught.value)


def test_the_values_themselves() -> None:
    tokens = Tokens(Secret(ACCESS), Secret(REFRESH), 900, 9000)
    record = attrs.evolve(SessionRecord.begin(tokens, "digest", 0.0), guest=Secret(GUEST))
    for thing in (tokens, record, record.access, record.guest):
        for text in (repr(thing), f"{[thing]}", f"{thing!r}"):
            assert not any(secret in text for secret in SECRETS)


async def test_files_hold_tokens_for_their_owner_only_and_none_when_encrypted(
    half: Any, service: Service, tmp_path: Path
) -> None:
    half.store = EncryptedStore(FileStore(tmp_path / "locked"), Fernet.generate_key())
    shop = shop_of(half, service)
    shop._core.shared.guest.value, shop._core.shared.guest._loaded = GUEST, True
    await half(shop.auth.login(EMAIL, PASSWORD))
    for file in (tmp_path / "locked").iterdir():
        content = file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
        assert not any(secret.encode() in content for secret in SECRETS)


async def test_the_store_holds_no_address_and_no_password(half: Any, service: Service) -> None:
    shop = shop_of(half, service)
    await half(shop.auth.login(EMAIL, PASSWORD))
    for key in half.store.keys(""):
        entry = half.store.get(key)
        assert entry is not None
        assert EMAIL.encode() not in entry.value
        assert PASSWORD.encode() not in entry.value
        assert EMAIL not in key
    assert json.loads(half.store.get(SESSION_KEY).value)["refresh"] == REFRESH
