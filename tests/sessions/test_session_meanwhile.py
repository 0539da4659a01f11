"""What another thread or task does in the same shop between two steps of a call: a login, a logout, a 401."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, Storefront
from nexus_storefront.auth import session_record
from nexus_storefront.auth.session_record import SessionRecord
from nexus_storefront.clock import SystemClock
from nexus_storefront.errors import NotSignedIn, SessionLost, StorefrontError, Timeout
from nexus_storefront.stores import Entry, MemoryStore, StoreError

PASSWORD, NEXT = "kata-sandi-contoh", "rina@example.com"
SESSION_KEY = "session/store_sandbox/default"
BLACKLIST_PATH, REFRESH_PATH = "/jwt/blacklist", "/jwt/refresh"

pytestmark = pytest.mark.anyio


class Interrupted(BaseException):
    """As `KeyboardInterrupt` and a cancellation are."""


def _on_the_way(half: Any, path: str, act: Callable[[], Any]) -> Any:
    """A client that does something, once, when a request to this path is about to be sent."""
    todo = [act]

    def hook(request: httpx.Request) -> None:
        if request.url.path.endswith(path) and todo:
            todo.pop()()

    async def async_hook(request: httpx.Request) -> None:
        if request.url.path.endswith(path) and todo:
            await half(todo.pop()())

    hooks: Any = {"request": [hook if half.name == "sync" else async_hook]}
    half._opened.append((httpx.Client if half.name == "sync" else httpx.AsyncClient)(event_hooks=hooks))
    return half._opened[-1]


def _once(holder: Any, name: str, act: Callable[[], object], when: Callable[..., bool] = lambda *_: True) -> None:
    """Do something, once, before the next call of a method that is not awaited."""
    real, todo = getattr(holder, name), [act]

    def replaced(*args: Any, **more: Any) -> Any:
        if todo and when(*args):
            todo.pop()()
        return real(*args, **more)

    setattr(holder, name, replaced)


async def test_who_interrupts_a_logout_is_signed_out_here_as_in_the_store(half: Any, customer: Any) -> None:
    def interrupt() -> None:
        raise Interrupted

    shop = await half.signed_in(customer, http_client=_on_the_way(half, BLACKLIST_PATH, interrupt))
    with pytest.raises(Interrupted):
        await half(shop.auth.logout())
    assert half.store.get(SESSION_KEY) is None
    with pytest.raises(NotSignedIn):
        await half.me(shop)


async def test_who_interrupts_a_logout_that_has_not_begun_stays_signed_in(half: Any, customer: Any) -> None:
    def interrupt() -> None:
        raise Interrupted

    shop, told = await half.signed_in(customer), list[str]()
    shop.auth.on_signed_out(told.append)
    _once(half.store, "lease", interrupt)
    with pytest.raises(Interrupted):
        await half(shop.auth.logout())
    assert not told
    assert (await half.me(shop)).customer.email == customer.email


async def test_who_signs_in_while_the_tokens_of_a_logout_are_revoked_stays(half: Any, customer: Any) -> None:
    told = list[str]()
    client = _on_the_way(half, BLACKLIST_PATH, lambda: shop.auth.login(NEXT, PASSWORD))
    shop = await half.signed_in(customer, http_client=client)
    shop.auth.on_signed_out(told.append)
    assert (await half(shop.auth.logout())).revoked
    assert shop._core.session.known is not None
    assert (await half.me(shop)).customer.email == NEXT
    assert told == ["signed_out"]
    assert customer.families[-1]["tokens"] == {"access_blacklisted": 1, "refresh_blacklisted": 1}


async def test_logout_revokes_also_a_token_that_something_on_the_way_refused(half: Any, customer: Any) -> None:
    shop = await half.signed_in(customer)
    half.sandbox.control.fault("getCustomerMe", "status", status=401)
    await half.me(shop)
    assert customer.families[-1]["tokens"]["access_live"] == 2
    assert (await half(shop.auth.logout())).revoked
    assert not [state for state in customer.families[-1]["tokens"] if state.endswith("_live")]


async def test_a_refresh_that_cannot_be_sent_in_time_is_tried_three_times(
    half: Any, customer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_record, "FIRST_PAUSE", 0.001)
    shop, tries = await half.signed_in(customer, timeout=2), list[int]()
    half.sandbox.control.advance_clock(901)

    def fail(*_: object, **__: object) -> None:
        tries.append(1)
        raise Timeout("no connection in time", effect="nothing_left")

    shop._core.session._quiet.call = fail
    with pytest.raises(Timeout):
        await half.me(shop)
    assert len(tries) == session_record.TRIES


@pytest.mark.parametrize("who", ["nobody", "the next"])
async def test_the_first_look_at_the_store_brings_back_nobody(half: Any, customer: Any, who: str) -> None:
    class Slow(MemoryStore):
        blocking = True
        waiting, going_on = threading.Event(), threading.Event()
        slow = False

        def get(self, key: str) -> Entry | None:
            if key.startswith("login/") and self.slow:
                self.slow = False
                self.waiting.set()
                assert self.going_on.wait(20)
            return super().get(key)

    half.store = Slow()
    await half.signed_in(customer)
    half.sandbox.control.fault("blacklistCustomerJwt", "status", status=500, count=None)
    shop, finished = half.shop(), list[int]()
    session = shop._core.session
    real = session.finish_login
    session.finish_login = lambda **more: finished.append(1) or real(**more)

    async def look() -> None:
        half.store.slow = True
        with suppress(StorefrontError):
            await half.me(shop)

    async def meanwhile() -> None:
        await asyncio.to_thread(half.store.waiting.wait, 20)
        await half(shop.auth.logout() if who == "nobody" else shop.auth.login(NEXT, PASSWORD))
        if who != "nobody":
            session.leave_login_to_a_call()
        half.store.going_on.set()

    await half.both(look, meanwhile)
    if who == "nobody":
        with pytest.raises(NotSignedIn):
            await half.me(shop)
    else:
        assert (await half.me(shop)).customer.email == NEXT
        assert finished == [1]


async def test_a_call_is_not_sent_for_whoever_signs_in_while_its_token_is_renewed(half: Any, customer: Any) -> None:
    client = _on_the_way(half, REFRESH_PATH, lambda: shop.auth.login(NEXT, PASSWORD))
    shop = await half.signed_in(customer, http_client=client)
    half.sandbox.control.advance_clock(901)
    with pytest.raises(SessionLost) as caught:
        await half.me(shop)
    assert caught.value.reason == "replaced"
    assert (await half.me(shop)).customer.email == NEXT
    assert half.record().generation == 1


@pytest.mark.parametrize("look", [1, 2], ids=["before the lease", "in the lease"])
async def test_who_signs_in_again_while_a_refresh_looks_at_the_store_is_signed_in(
    half: Any, customer: Any, look: int
) -> None:
    looks, going_on, done = list[str](), threading.Event(), threading.Event()

    class Slow(MemoryStore):
        blocking = True

        def get(self, key: str) -> Entry | None:
            found = super().get(key)
            looks.extend([key] if key == SESSION_KEY and armed else [])
            if len(looks) == look and not going_on.is_set():
                going_on.set()
                assert done.wait(20)
                return None  # as where the session was signed out elsewhere before
            return found

    armed = list[int]()
    half.store = Slow()
    shop = await half.signed_in(customer)
    half.sandbox.control.advance_clock(901)
    shop._core.session._in_use.current.valid_until = 0.0
    armed.append(1)

    async def call() -> None:
        assert (await half.me(shop)).customer.email == customer.email

    async def again() -> None:
        await asyncio.to_thread(going_on.wait, 20)
        await half(shop.auth.login(customer.email, PASSWORD))
        done.set()

    await half.both(call, again)


async def test_a_call_is_not_sent_for_whoever_signs_in_while_it_waits_to_be_sent(half: Any, customer: Any) -> None:
    """The rate budget may have it wait for seconds."""
    shop = await half.signed_in(customer)
    admission, todo = shop._core.shared.admission, [lambda: shop.auth.login(NEXT, PASSWORD)]
    real = admission.admit

    async def after_a_login(call: Any) -> None:
        await todo.pop()()
        await real(call)

    def admit(call: Any) -> Any:
        if todo and half.name == "async":
            return after_a_login(call)
        if todo:
            todo.pop()()
        return real(call)

    admission.admit = admit
    with pytest.raises(SessionLost) as caught:
        await half.me(shop)
    assert (caught.value.reason, caught.value.effect) == ("replaced", "nothing_left")
    assert (await half.me(shop)).customer.email == NEXT


async def test_a_store_that_fails_after_it_has_written_the_mark_costs_no_try(half: Any, customer: Any) -> None:
    """As a Redis does whose replica is away."""

    class Unsure(MemoryStore):
        failing = False

        def put(self, key: str, value: bytes, **options: Any) -> int:
            version = super().put(key, value, **options)
            if self.failing and key == SESSION_KEY:
                raise StoreError("no replica has it")
            return version

    half.store = Unsure()
    shop = await half.signed_in(customer)
    half.sandbox.control.advance_clock(901)
    half.store.failing = True
    for _ in range(3):
        with pytest.raises(StoreError):
            await half.me(shop)
        assert half.record().presented == 0
    half.store.failing = False
    await half.me(shop)
    assert (customer.refreshes, customer.spent_presented) == (1, 0)


async def test_who_was_replaced_is_told_so_though_the_next_session_is_lost(half: Any, customer: Any) -> None:
    shop = await half.signed_in(customer)
    await half(half.shop().auth.login(NEXT, PASSWORD))
    half.store.put(SESSION_KEY, half.record().ended("refused").to_bytes())
    half.sandbox.control.advance_clock(901)
    with pytest.raises(SessionLost) as caught:
        await half.me(shop)
    assert caught.value.reason == "replaced"


async def test_who_signs_in_while_a_lost_session_is_written_down_stays(half: Any, customer: Any) -> None:
    shop, told = await half.signed_in(customer), list[str]()
    shop.auth.on_signed_out(told.append)
    half.sandbox.control.revoke_family(customer.families[-1]["id"])
    real = shop._core.session._put

    def put(record: SessionRecord, expected: int | None) -> Any:
        return after(record, expected) if record.lost else real(record, expected)

    def after(record: SessionRecord, expected: int | None) -> Any:
        if half.name == "async":
            return later(record, expected)
        version = real(record, expected)
        shop.auth.login(NEXT, PASSWORD)
        return version

    async def later(record: SessionRecord, expected: int | None) -> Any:
        version = await real(record, expected)
        await shop.auth.login(NEXT, PASSWORD)
        return version

    shop._core.session._put = put
    with pytest.raises(SessionLost):
        await half.me(shop)
    assert shop._core.session.known is not None
    assert told == []
    assert (await half.me(shop)).customer.email == NEXT


async def test_a_pair_that_is_stored_between_two_looks_at_it_harms_nothing(
    half: Any, customer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = await half.signed_in(customer)
    session, record = shop._core.session, half.record()
    looks = [None, (record, 1)]
    monkeypatch.setattr(type(session), "_unsaved", property(lambda _: looks.pop()), raising=False)
    assert await half(session.look()) == record.account


async def test_a_refresh_that_hangs_fails_no_call_whose_token_is_good(sandbox: Any, customer: Any, gate: Any) -> None:
    way = gate(REFRESH_PATH)
    async with AsyncStorefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, transport=way, timeout=0.4) as shop:
        await shop.auth.login(customer.email, PASSWORD)
        shop._core.session._in_use.current.fresh_until = 0.0  # type: ignore[attr-defined]
        assert (await shop.account.profile()).customer
        assert way.reached.is_set()
        way.opened.set()
    assert customer.refreshes == 1


# --- where another thread comes in between two steps of which no task leaves the loop


@pytest.fixture
def shop(sandbox: Sandbox, customer: Any) -> Any:
    with Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url) as opened:
        yield opened


def test_what_the_store_had_before_a_login_ends_it_not(shop: Any, customer: Any) -> None:
    told = list[str]()
    shop.auth.on_signed_out(told.append)
    _once(shop._core.session._in_use, "take_over", lambda: shop.auth.login(customer.email, PASSWORD))
    assert shop.account.profile().customer.email == customer.email
    assert shop._core.session.known is not None
    assert told == []


def test_a_new_pair_takes_no_place_of_a_login(shop: Any, sandbox: Sandbox, customer: Any) -> None:
    shop.auth.login(customer.email, PASSWORD)
    sandbox.control.advance_clock(901)
    renewed = lambda record, *more: record.generation == 2  # noqa: E731
    _once(shop._core.session._in_use, "adopt", lambda: shop.auth.login(NEXT, PASSWORD), renewed)
    with suppress(SessionLost):
        shop.account.profile()
    assert shop.account.profile().customer.email == NEXT


def test_a_token_that_is_refused_while_an_early_refresh_fails_is_not_sent_again(
    sandbox: Sandbox, customer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    todo, armed = list[Callable[[], None]](), list[bool]()

    class Watched(SystemClock):
        def monotonic(self) -> float:
            if armed and todo:
                todo.pop()()
            return super().monotonic()

    with Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, clock=Watched()) as shop:
        shop.auth.login(customer.email, PASSWORD)
        session: Any = shop._core.session
        token = session.known.access
        session._in_use.current.fresh_until = 0.0
        sandbox.control.fault("refreshCustomerJwt", "status", status=500)

        def refused() -> None:
            with suppress(Timeout):
                session.rejected(token, 0.0)

        def in_a_thread() -> None:
            thread = threading.Thread(target=refused)
            thread.start()
            thread.join()

        def uniform(low: float, high: float) -> float:
            armed.append(True)
            return high

        todo.append(in_a_thread)
        monkeypatch.setattr("random.uniform", uniform)
        with suppress(StorefrontError):
            session.access_token()
        assert todo == []
        assert session.access_token() != token
