"""Signing in and out, one-time passwords, and the password reset by link."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import attrs
import httpx
import pytest
from hand_clock import GoesOn
from nexus_storefront.auth.rules import OtpChallenge, ResetToken, SessionState, check_email, reset_token
from nexus_storefront.errors import (
    BadRequest,
    ConnectionFailed,
    DecodeError,
    InvalidCredentials,
    InvalidInput,
    NotFound,
    NotSignedIn,
    OtpExpired,
    OtpRejected,
    RateLimited,
    ResetLinkRejected,
    ServerError,
    SessionLost,
    StorefrontError,
    TooManyTries,
)
from nexus_storefront.redact import Secret
from nexus_storefront.stores import DamagedEntry, Entry, LeaseTimeout, MemoryStore, StoreError, VersionConflict
from nexus_storefront.transport.judge import BY_STATUS

PASSWORD = "kata-sandi-contoh"
SESSION_KEY = "session/store_sandbox/default"

pytestmark = pytest.mark.anyio


# --- login


async def test_login_at_once(half: Any, customer: Any) -> None:
    shop = half.shop()
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert (type(answer).__name__, answer.cart) == ("SignedIn", None)
    assert (await half.me(shop)).customer.email == customer.email


async def test_login_as_customer_is_said_and_as_owner_refused(half: Any, customer: Any) -> None:
    shop = half.shop()
    await half(shop.auth.login(customer.email, PASSWORD, login_as="customer"))
    with pytest.raises(InvalidCredentials):
        await half(shop.auth.login(customer.email, PASSWORD, login_as="owner"))
    with pytest.raises(InvalidInput):
        await half(shop.auth.login(customer.email, PASSWORD, login_as="admin"))
    await half.me(shop)  # a login that fails does not end the session before


async def test_wrong_password(half: Any, customer: Any) -> None:
    shop = half.shop()
    with pytest.raises(InvalidCredentials) as caught:
        await half(shop.auth.login(customer.email, "something-else"))
    assert caught.value.status == 401
    assert caught.value.operation_id == "loginCustomer"
    with pytest.raises(NotSignedIn):
        await half.me(shop)


@pytest.mark.parametrize("email", ["", "nobody", "a b@example.com", "a@b\r\nX: y", "a@" + "x" * 300, None, "@", 5])
async def test_odd_addresses_are_refused_before_sending(half: Any, email: Any) -> None:
    shop = half.shop(base_url="http://127.0.0.1:1")
    with pytest.raises(InvalidInput):
        await half(shop.auth.login(email, PASSWORD))
    with pytest.raises(InvalidInput):
        await half(shop.auth.login("a@example.com", ""))
    assert check_email("pembeli+1@contoh.co.id") == "pembeli+1@contoh.co.id"


async def test_login_by_one_time_password(half: Any, customer: Any) -> None:
    half.sandbox.control.configure(otp_required=True)
    shop = half.shop()
    challenge = await half(shop.auth.login(customer.email, PASSWORD))
    assert challenge.message
    assert customer.email not in repr(challenge)
    with pytest.raises(NotSignedIn):
        await half.me(shop)
    with pytest.raises(OtpRejected) as caught:
        await half(challenge.verify("000000"))
    assert caught.value.operation_id == "verifyCustomerOtp"
    await half(challenge.verify(f" {half.sandbox.control.otp(customer.email)} "))
    await half.me(shop)


async def test_a_one_time_password_after_a_restart(half: Any, customer: Any) -> None:
    half.sandbox.control.configure(otp_required=True)
    await half(half.shop().auth.login(customer.email, PASSWORD))
    shop = half.shop()
    await half(shop.auth.verify_otp(customer.email, half.sandbox.control.otp(customer.email)))
    await half.me(shop)


async def test_too_many_and_expired_one_time_passwords(half: Any, customer: Any) -> None:
    half.sandbox.control.configure(otp_required=True)
    shop = half.shop()
    challenge = await half(shop.auth.login(customer.email, PASSWORD))
    for _ in range(5):
        with pytest.raises(OtpRejected):
            await half(challenge.verify("wrong"))
    with pytest.raises(TooManyTries):
        await half(challenge.verify(half.sandbox.control.otp(customer.email)))
    await half(shop.auth.login(customer.email, PASSWORD))
    half.sandbox.control.advance_clock(301)
    with pytest.raises(OtpExpired):
        await half(challenge.verify(half.sandbox.control.otp(customer.email)))


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (401, {"error": "Wrong OTP"}, OtpRejected),
        (400, {"error": "otp is invalid", "error_code": "invalid_otp"}, OtpRejected),
        (401, {"error": "The OTP has expired"}, OtpExpired),
        (400, {"error": "no", "error_code": "otp_expired"}, OtpExpired),
        (400, {"error": "wrong or expired"}, OtpRejected),
        (401, {"error": "Too many attempts"}, TooManyTries),
        (400, {"error": {"otp": "x"}, "error_code": "too_many_tries"}, TooManyTries),
        (403, {"error": "no", "error_code": "max_attempts_exceeded"}, TooManyTries),
        (401, {"error": "Wrong OTP: 0 attempts left"}, TooManyTries),
        (401, {"error": "Wrong OTP: 3 attempts left", "error_code": "invalid_otp"}, OtpRejected),
        (400, {"error": "Please attempt again"}, OtpRejected),
        (429, {"error": "slow down"}, TooManyTries),
        (404, {"error": "Store not found"}, StorefrontError),
        (503, {"error": "x"}, ServerError),
    ],
)
async def test_refusals_in_the_services_words_are_typed(half: Any, status: int, body: Any, error: Any) -> None:
    """The contract names no codes, so several ways to say the same are understood."""
    shop = half.shop(transport=_answering(status, body))
    with pytest.raises(error) as caught:
        await half(shop.auth.verify_otp("a@example.com", "123456"))
    assert type(caught.value) is error or error is StorefrontError
    if error is TooManyTries:
        assert isinstance(caught.value, RateLimited)


async def test_a_login_attempt_that_was_refused_is_not_one_too_many(half: Any) -> None:
    shop = half.shop(transport=_answering(401, {"error": "Invalid login attempt"}))
    with pytest.raises(InvalidCredentials):
        await half(shop.auth.login("a@example.com", PASSWORD))


@pytest.mark.parametrize("status", [400, 401, 403, 404])
@pytest.mark.parametrize("call", ["login", "verify_otp", "save_password"])
async def test_a_page_of_something_on_the_way_refuses_nobody(half: Any, call: str, status: int) -> None:
    page = b"<html>Too many attempts: sign in to the hotel's network</html>"
    shop = half.shop(transport=httpx.MockTransport(lambda request: httpx.Response(status, content=page)))
    calls = {
        "login": lambda: shop.auth.login("sari@example.com", PASSWORD),
        "verify_otp": lambda: shop.auth.verify_otp("sari@example.com", "123456"),
        "save_password": lambda: shop.auth.save_password(ResetToken("a-token"), PASSWORD, PASSWORD),
    }
    with pytest.raises(BY_STATUS[status]) as caught:
        await half(calls[call]())
    assert type(caught.value) is BY_STATUS[status]


async def test_a_store_that_is_not_found_is_no_rejected_link(half: Any) -> None:
    shop = half.shop(transport=_answering(404, {"error": "Store not found"}))
    with pytest.raises(NotFound) as caught:
        await half(shop.auth.save_password(ResetToken("a-token"), PASSWORD, PASSWORD))
    assert type(caught.value) is NotFound


async def test_a_link_of_a_customer_that_is_not_found_is_rejected(half: Any) -> None:
    shop = half.shop(transport=_answering(404, {"error": "Store customer not found"}))
    with pytest.raises(ResetLinkRejected):
        await half(shop.auth.save_password(ResetToken("a-token"), PASSWORD, PASSWORD))


async def test_a_login_answer_with_more_in_it_is_understood(half: Any) -> None:
    tokens = {"access": "a1", "refresh": "r1", "token_type": "Bearer", "expires_in": 900, "refresh_expires_in": 9000}
    shop = half.shop(transport=_answering(200, {**tokens, "message": "Welcome", "new": {"x": 1}}))
    answer = await half(shop.auth.login("a@example.com", PASSWORD))
    assert type(answer).__name__ == "SignedIn"
    shop = half.shop(transport=_answering(200, {"message": "An OTP was sent", "channel": "email"}))
    answer = await half(shop.auth.login("a@example.com", PASSWORD))
    assert isinstance(answer, OtpChallenge)
    assert answer.message == "An OTP was sent"
    for odd in (
        {"message": 5},
        {"message": ""},
        {"message": True},
        {"message": ["an OTP"]},
        {},
    ):  # the contract: a text
        shop = half.shop(transport=_answering(200, odd))
        with pytest.raises(DecodeError, match="neither") as caught:
            await half(shop.auth.login("a@example.com", PASSWORD))
        assert caught.value.may_have_taken_effect
    shop = half.shop(transport=_answering(200, {"message": "?"}))
    with pytest.raises(StorefrontError, match="holds no tokens"):
        await half(shop.auth.verify_otp("a@example.com", "1"))


async def test_a_login_is_not_sent_twice(half: Any, customer: Any) -> None:
    half.sandbox.control.fault("loginCustomer", "reset", when="after")
    with pytest.raises(ConnectionFailed):
        await half(half.shop().auth.login(customer.email, PASSWORD))
    assert len(customer.families) == 1


# --- state, logout


async def test_state(half: Any, customer: Any) -> None:
    shop = half.shop()
    assert await half(shop.auth.state()) == SessionState(signed_in=False)
    await half(shop.auth.login(customer.email, PASSWORD))
    state = await half(shop.auth.state())
    assert state.signed_in
    assert 890 < state.access_expires_in <= 900
    assert 2_591_000 < state.refresh_expires_in <= 2_592_000
    half.sandbox.control.revoke_family(customer.families[-1]["id"])
    half.expire()
    with pytest.raises(StorefrontError):
        await half.me(half.shop())
    assert await half(shop.auth.state()) == SessionState(signed_in=False, lost="refused")


async def test_logout_blacklists_both_tokens(half: Any, customer: Any) -> None:
    shop = await half.signed_in(customer)
    told: list[str] = []
    shop.auth.on_signed_out(told.append)
    done = await half(shop.auth.logout())
    assert (done.revoked, done.error, done.customer) == (True, None, "default")
    assert half.store.get(SESSION_KEY) is None
    tokens = customer.families[-1]["tokens"]
    assert tokens == {"access_blacklisted": 1, "refresh_blacklisted": 1}
    with pytest.raises(NotSignedIn):
        await half.me(shop)
    assert told == ["signed_out"]
    again = await half(shop.auth.logout())
    assert (again.revoked, again.error) == (False, None)


@pytest.mark.parametrize(
    "fault", [{"kind": "status", "status": 500}, {"kind": "reset"}, {"kind": "html_502"}, {"kind": "empty_200"}]
)
async def test_logout_signs_out_here_even_if_the_service_is_away(half: Any, customer: Any, fault: Any) -> None:
    shop = await half.signed_in(customer)
    half.sandbox.control.fault("blacklistCustomerJwt", count=None, **fault)
    done = await half(shop.auth.logout())
    assert done.revoked is False
    assert isinstance(done.error, StorefrontError)
    assert half.store.get(SESSION_KEY) is None
    with pytest.raises(NotSignedIn):
        await half.me(shop)


@pytest.mark.parametrize("everywhere", [False, True])
async def test_logout_blacklists_the_token_before_an_early_refresh_too(
    half: Any, customer: Any, everywhere: bool
) -> None:
    other = await half.signed_in(customer, customer="other")
    other._core.session._in_use.current.fresh_until = 0.0
    await half.me(other)
    assert customer.families[-1]["tokens"] == {"access_live": 2, "refresh_live": 1, "refresh_spent": 1}
    done = await half((await half.signed_in(customer)).auth.logout_everywhere() if everywhere else other.auth.logout())
    assert all(each.revoked for each in (done if everywhere else [done]))
    assert all(not state.endswith("_live") for family in customer.families for state in family["tokens"])


@pytest.mark.parametrize("page", [b"<html>Welcome to our hotel</html>", b"OK", b""])
async def test_a_page_of_something_on_the_way_has_done_nothing(half: Any, page: bytes) -> None:
    """Where the contract promises no body."""

    def service(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/login"):
            return httpx.Response(200, json={"access": "a-token", "refresh": "r-token"})
        return httpx.Response(200, content=page)

    shop = half.shop(transport=httpx.MockTransport(service))
    await half(shop.auth.login("ani@example.com", PASSWORD))
    done = await half(shop.auth.logout())
    assert not done.revoked
    assert isinstance(done.error, DecodeError)
    token = shop.auth.token_from_reset_link("https://toko.example/reset-password?token=r-5")
    with pytest.raises(DecodeError) as caught:
        await half(shop.auth.save_password(token, PASSWORD, PASSWORD))
    assert caught.value.may_have_taken_effect


async def test_logout_does_not_wait_for_a_refresh_that_hangs(
    half: Any, customer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nexus_storefront.auth._async import auth as a
    from nexus_storefront.auth._sync import auth as s

    for module in (a, s):
        monkeypatch.setattr(module, "LOGOUT_WAIT", 0.05)
    shop = await half.signed_in(customer)
    with half.store.lease(SESSION_KEY, ttl=30, wait=0):
        done = await half(shop.auth.logout())
    assert isinstance(done.error, LeaseTimeout)  # whoever refreshes may still get a pair: nothing is called revoked
    assert not done.revoked
    assert half.store.get(SESSION_KEY) is None
    assert half.sandbox.control.requests("blacklistCustomerJwt")


@pytest.mark.parametrize("damaged", ["phone", "desk"])
async def test_logout_everywhere_tells_of_every_session_also_of_a_damaged_one(
    half: Any, customer: Any, damaged: str
) -> None:
    shops = [await half.signed_in(customer, customer=label) for label in ("desk", "phone", "tablet")]
    half.store.put(SESSION_KEY.replace("default", damaged), b"garbage")
    done = await half(shops[0].auth.logout_everywhere())
    told = {each.customer: each for each in done}
    broken = told.pop(damaged)
    assert isinstance(broken.error, DamagedEntry)
    assert not broken.revoked
    assert len(told) == 2
    assert all(each.revoked for each in told.values())


async def test_logout_revokes_a_pair_that_is_not_stored_yet(half: Any, customer: Any) -> None:
    class Full(MemoryStore):
        full = False

        def put(self, key: str, value: bytes, **options: Any) -> int:
            if self.full and key == SESSION_KEY and b'"generation": 2' in value:
                raise StoreError("the disk is full")
            return super().put(key, value, **options)

    half.store = store = Full()
    shop = await half.signed_in(customer)
    store.full = True
    session = shop._core.session
    with pytest.raises(StoreError):
        await half(session.rejected(await half(session.access_token())))
    assert (await half(shop.auth.logout())).revoked
    tokens = half.sandbox.control.token_families(customer.email)[-1]["tokens"]
    assert not [name for name in tokens if name.endswith("live")], tokens


@pytest.mark.parametrize(
    "body",
    [
        *({}, {"error": "x"}, {"access": "a"}, {"access": "a", "message": "m"}, {"refresh": "r"}, {"message": ""}),
        # No header carries these, and no token is a number.
        *({"access": odd, "refresh": "r"} for odd in ("  ", "a b", "a\n", "\u00e9", 5, True, ["a"])),
        {"access": "a", "refresh": " "},
    ],
)
async def test_an_answer_without_a_whole_pair_is_no_one_time_password(half: Any, body: dict[str, Any]) -> None:
    shop = half.shop(transport=httpx.MockTransport(lambda request: httpx.Response(200, json=body)))
    with pytest.raises(DecodeError):
        await half(shop.auth.login("a@example.com", "kata-sandi"))


async def test_logout_everywhere_reaches_every_session_of_the_account_in_the_store(
    half: Any, sandbox: Any, customer: Any
) -> None:
    other = f"orang-lain-{half.name}@example.com"
    sandbox.control.add_customer(other, PASSWORD)
    shops = [half.shop(customer=label) for label in ("ponsel", "laptop")]
    for shop in shops:
        await half(shop.auth.login(customer.email, PASSWORD))
    stranger = half.shop(customer="tetangga")
    await half(stranger.auth.login(other, PASSWORD))
    done = await half(shops[0].auth.logout_everywhere())
    assert [(out.customer, out.revoked) for out in done] == [("ponsel", True), ("laptop", True)]
    assert half.store.keys("session/") == ["session/store_sandbox/tetangga"]
    for family in customer.families:
        assert family["tokens"] == {"access_blacklisted": 1, "refresh_blacklisted": 1}
    await half.me(stranger)


# --- password reset


async def test_password_reset_by_link(half: Any, customer: Any) -> None:
    shop = half.shop()
    await half(shop.auth.request_password_reset(customer.email))
    link = half.sandbox.control.reset_link(customer.email)
    token = shop.auth.token_from_reset_link(link)
    await half(shop.auth.save_password(token, "sandi-baru-1", "sandi-baru-1"))
    with pytest.raises(InvalidCredentials):
        await half(shop.auth.login(customer.email, PASSWORD))
    await half(shop.auth.login(customer.email, "sandi-baru-1"))
    with pytest.raises(ResetLinkRejected):
        await half(shop.auth.save_password(token, "sandi-baru-2", "sandi-baru-2"))


async def test_the_reset_link_leads_to_the_origin_that_asked(half: Any, customer: Any) -> None:
    shop = half.shop()
    await half(shop.auth.request_password_reset(customer.email, origin="https://demo.example.com"))
    assert half.sandbox.control.reset_link(customer.email).startswith("https://demo.example.com/reset-password?token=")
    await half(shop.auth.request_password_reset(customer.email, origin="https://evil.example"))
    assert "evil" not in half.sandbox.control.reset_link(customer.email)


async def test_an_unknown_address_is_not_told_apart(half: Any) -> None:
    await half(half.shop().auth.request_password_reset("tidak-ada@example.com"))


async def test_a_password_the_service_will_not_take(half: Any, customer: Any) -> None:
    shop = half.shop()
    await half(shop.auth.request_password_reset(customer.email))
    token = shop.auth.token_from_reset_link(half.sandbox.control.reset_link(customer.email))
    with pytest.raises(BadRequest):
        await half(shop.auth.save_password(token, "x", "x"))
    await half(shop.auth.save_password(token, "sandi-baru-1", "sandi-baru-1"))


async def test_confirmation_and_where_the_token_comes_from(half: Any) -> None:
    shop = half.shop(base_url="http://127.0.0.1:1")
    token = shop.auth.token_from_reset_link("https://toko.example/reset-password?token=very-secret-token")
    with pytest.raises(InvalidInput, match="confirmation"):
        await half(shop.auth.save_password(token, "sandi-baru-1", "sandi-baru-2"))
    with pytest.raises(InvalidInput, match="token_from_reset_link"):
        await half(shop.auth.save_password("very-secret-token", "sandi-baru-1", "sandi-baru-1"))


@pytest.mark.parametrize(
    ("link", "token"),
    [
        ("https://toko.example/reset-password?token=abc", "abc"),
        ("https://toko.example/reset-password?utm=x&token=a%2Bb%3D#top", "a+b="),
        ("/reset-password?token=abc", "abc"),
    ],
)
def test_tokens_of_reset_links(link: str, token: str) -> None:
    found = reset_token(link)
    assert (found, type(found)) == (token, ResetToken)
    assert token not in repr(found)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "very-secret",
        None,
        "https://toko.example/reset-password",
        "https://toko.example/reset-password?token=",
        "https://toko.example/?token=very-secret&token=very-secret2",
        "https://toko.example/?token=very-secret%0d%0aX",
        "https://[toko/?token=very-secret",
        "https://toko.example/?token=" + "very-secret" * 1000,
        "https://toko.example/?" + "&".join(f"a{n}=very-secret" for n in range(100)),
    ],
)
def test_what_is_no_reset_link_is_refused_without_showing_it(link: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        reset_token(link)
    assert "very-secret" not in f"{caught.value!r} {caught.value.__cause__!r}"


async def test_cancelling_a_login_leaves_no_half(sandbox: Any, customer: Any, gate: Any) -> None:
    from nexus_storefront import AsyncStorefront

    way = gate("/auth/login")
    async with AsyncStorefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, transport=way) as shop:
        task = asyncio.create_task(shop.auth.login(customer.email, PASSWORD))
        await way.reached.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not (await shop.auth.state()).signed_in
        way.opened.set()
        await shop.auth.login(customer.email, PASSWORD)


def _answering(status: int, body: Any) -> httpx.MockTransport:
    return httpx.MockTransport(lambda request: httpx.Response(status, content=json.dumps(body)))


class Broken(MemoryStore):
    """Raises in the methods that are named."""

    broken: frozenset[str] = frozenset()

    def _works(self, method: str) -> None:
        if method in self.broken:
            raise StoreError("gone")

    def get(self, key: str) -> Entry | None:
        self._works("get")
        return super().get(key)

    def put(self, key: str, value: bytes, **options: Any) -> int:
        self._works("put")
        return super().put(key, value, **options)

    def keys(self, prefix: str) -> list[str]:
        self._works("keys")
        return super().keys(prefix)


@pytest.mark.parametrize("call", ["login", "verify_otp"])
@pytest.mark.parametrize("failing", [2, None])
@pytest.mark.parametrize("written", [False, True])
@pytest.mark.parametrize("error", [OSError("the disk is full"), VersionConflict(SESSION_KEY, 1, 2)])
async def test_a_login_that_cannot_be_stored_is_told_as_sent_and_leaves_no_token(
    half: Any, customer: Any, call: str, failing: int | None, written: bool, error: Exception
) -> None:
    class Full(MemoryStore):
        def put(self, key: str, value: bytes, **options: Any) -> int:
            if key == SESSION_KEY and (failing is None or len(failed) < failing):
                failed.append(key)
                if written:
                    super().put(key, value, **options)
                raise error
            return super().put(key, value, **options)

    failed: list[str] = []
    half.store = Full()
    half.sandbox.control.configure(otp_required=call == "verify_otp")
    shop = half.shop(clock=GoesOn())
    secret = PASSWORD
    if call == "verify_otp":
        await half(shop.auth.login(customer.email, PASSWORD))
        secret = half.sandbox.control.otp(customer.email)
    signing_in = getattr(shop.auth, call)
    if failing is not None:  # it is away for a moment only
        await half(signing_in(customer.email, secret))
        assert (await half(shop.auth.state())).signed_in
        return
    with pytest.raises(StoreError) as caught:
        await half(signing_in(customer.email, secret))
    assert caught.value.effect == "took_effect"
    (family,) = customer.families
    assert family["tokens"] == {"access_blacklisted": 1, "refresh_blacklisted": 1}
    assert not (await half(shop.auth.state())).signed_in


async def test_logout_everywhere_finds_the_others_after_a_store_could_not_list_them(half: Any, customer: Any) -> None:
    half.store = store = Broken()
    here, other = await half.signed_in(customer), await half.signed_in(customer, customer="other")
    store.broken = frozenset({"keys"})
    with pytest.raises(StoreError):
        await half(here.auth.logout_everywhere())
    store.broken = frozenset()
    done = await half(here.auth.logout_everywhere())
    assert [each.customer for each in done if each.revoked] == ["default", "other"]
    other._core.session._in_use.current.fresh_until = other._core.session._in_use.current.valid_until = 0.0
    with pytest.raises(SessionLost):
        await half.me(other)


@pytest.mark.parametrize("broken", ["delete", "lease"])
@pytest.mark.parametrize("everywhere", [False, True])
async def test_what_is_signed_out_is_blacklisted_whatever_the_store_can_do(
    half: Any, customer: Any, broken: str, everywhere: bool
) -> None:
    class Stuck(MemoryStore):
        broken = ""

        def delete(self, key: str, *, expected: int | None = None) -> bool:
            if self.broken == "delete":
                raise StoreError("the disk is full")
            return super().delete(key, expected=expected)

        def lease(self, key: str, *, ttl: float, wait: float) -> Any:
            if self.broken == "lease" and key.startswith("session/"):
                raise DamagedEntry(f"lease/{key}")
            return super().lease(key, ttl=ttl, wait=wait)

    half.store = store = Stuck()
    await half.signed_in(customer)
    if everywhere:
        await half.signed_in(customer, customer="other")
    shop = half.shop()  # of the next request: it has seen no token yet
    store.broken = broken
    done = await half(shop.auth.logout_everywhere() if everywhere else shop.auth.logout())
    for each in done if everywhere else [done]:
        assert isinstance(each.error, StoreError)
        assert not each.revoked
    for family in customer.families:
        assert family["tokens"] == {"access_blacklisted": 1, "refresh_blacklisted": 1}
    assert bool(store.get(SESSION_KEY)) is (broken == "delete")


async def test_logout_everywhere_is_for_the_customer_who_was_there(half: Any, customer: Any) -> None:
    """Whoever has signed in under the label since stays signed in, here and elsewhere."""
    here, elsewhere = await half.signed_in(customer), await half.signed_in(customer, customer="other")
    await half.me(here)
    for label in ("default", "third"):
        await half(half.shop(customer=label).auth.login("rina@example.com", PASSWORD))
    done = await half(here.auth.logout_everywhere())
    assert [(each.customer, each.revoked) for each in done] == [("default", True), ("other", True)]
    assert not (await half(elsewhere.auth.state())).signed_in
    assert [family["tokens"] for family in customer.families] == [
        {"access_blacklisted": 1, "refresh_blacklisted": 1}
    ] * 2
    for label in ("default", "third"):
        assert (await half.me(half.shop(customer=label))).customer.email == "rina@example.com"


async def test_logout_revokes_an_earlier_session_too_that_this_shop_still_has(half: Any, customer: Any) -> None:
    """The same customer has signed in elsewhere under the label, and the answer to a refresh there was lost."""
    here = await half.signed_in(customer)
    await half.signed_in(customer)
    half.change(presented=1)
    done = await half(here.auth.logout())
    assert isinstance(done.error, SessionLost)
    assert not done.revoked
    assert [family["tokens"] for family in customer.families] == [
        {"access_blacklisted": 1, "refresh_blacklisted": 1}
    ] * 2


async def test_logout_everywhere_finds_the_others_when_this_session_is_lost(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    await half.signed_in(customer, customer="other")
    half.store.put(SESSION_KEY, half.record().ended("refused").to_bytes())
    done = await half(half.shop().auth.logout_everywhere())
    assert [(each.customer, each.revoked) for each in done] == [("default", False), ("other", True)]


async def test_logout_everywhere_leaves_whoever_signs_in_while_it_waits(half: Any, customer: Any) -> None:
    class Meanwhile(MemoryStore):
        act: Any = None

        def lease(self, key: str, *, ttl: float, wait: float) -> Any:
            if key == f"{SESSION_KEY.rpartition('/')[0]}/other" and self.act is not None:
                act, self.act = self.act, None
                act()
            return super().lease(key, ttl=ttl, wait=wait)

    half.store = store = Meanwhile()
    here = await half.signed_in(customer)
    await half.signed_in(customer, customer="other")
    third = half.shop(customer="third")
    await half(third.auth.login("rina@example.com", PASSWORD))
    found = store.get(f"{SESSION_KEY.rpartition('/')[0]}/third")
    store.act = lambda: store.put(f"{SESSION_KEY.rpartition('/')[0]}/other", found.value)
    await half(here.auth.logout_everywhere())
    assert (await half.me(half.shop(customer="other"))).customer.email == "rina@example.com"


async def test_logout_everywhere_forgets_nobody_who_signs_in_here_while_it_waits(half: Any, customer: Any) -> None:
    class Meanwhile(MemoryStore):
        waiting, going_on = threading.Event(), threading.Event()
        blocking = True

        def lease(self, key: str, *, ttl: float, wait: float) -> Any:
            if key == SESSION_KEY:
                self.waiting.set()
                assert self.going_on.wait(20)
            return super().lease(key, ttl=ttl, wait=wait)

    half.store, told = Meanwhile(), list[str]()
    shop = await half.signed_in(customer)
    half.sandbox.control.clear_requests()

    async def next_customer() -> None:
        await asyncio.to_thread(half.store.waiting.wait, 20)
        await half(shop.auth.login("rina@example.com", PASSWORD))
        shop.auth.on_signed_out(told.append)
        half.store.going_on.set()

    await half.both(lambda: shop.auth.logout_everywhere(), next_customer)
    assert await half(shop._core.session.signed_in())
    assert (await half.me(shop)).customer.email == "rina@example.com"
    assert told == []


async def test_logout_revokes_the_pair_that_comes_while_it_waits_and_cannot_be_stored(half: Any, customer: Any) -> None:
    class Full(MemoryStore):
        waiting = threading.Event()
        blocking = True

        def put(self, key: str, value: bytes, **options: Any) -> int:
            if key == SESSION_KEY and b'"generation": 2' in value:
                raise StoreError("the disk is full")
            version = super().put(key, value, **options)
            if key == SESSION_KEY and b'"presented": 1' in value:
                self.waiting.set()
            return version

    async def refresh() -> None:
        with pytest.raises(StoreError):
            await half.me(shop)

    async def logout() -> None:
        await asyncio.to_thread(half.store.waiting.wait, 20)
        done.append(await half(shop.auth.logout()))

    half.store, done = Full(), list[Any]()
    shop = await half.signed_in(customer)
    half.sandbox.control.advance_clock(901)
    half.sandbox.control.fault("refreshCustomerJwt", "latency", seconds=0.5)
    await half.both(refresh, logout)
    assert [each.revoked for each in done] == [True]
    assert customer.families[-1]["tokens"] == {
        "access_blacklisted": 2,
        "refresh_blacklisted": 1,
        "refresh_spent": 1,
    }


async def test_logout_revokes_the_pair_in_hand_also_when_the_store_is_gone(half: Any, customer: Any) -> None:
    half.store = store = Broken()
    shop = await half.signed_in(customer)
    session = shop._core.session
    record, version = await half(session._read())
    session._unsaved = attrs.evolve(record, access=Secret("new-access"), refresh=Secret("new-refresh")), version
    store.broken = frozenset({"get", "put"})
    half.sandbox.control.clear_requests()
    done = await half(shop.auth.logout())
    assert isinstance(done.error, StoreError)
    assert not done.revoked
    assert len(half.sandbox.control.requests("blacklistCustomerJwt")) == 2
