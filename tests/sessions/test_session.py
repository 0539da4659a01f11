"""One session: when it is refreshed, what a failed refresh costs, and who may use what is in the store."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import attrs
import httpx
import pytest
from hand_clock import GoesOn
from nexus_sandbox import Sandbox
from nexus_storefront import Storefront
from nexus_storefront.auth import session_record
from nexus_storefront.auth.session_record import SessionRecord, Tokens
from nexus_storefront.clock import SystemClock
from nexus_storefront.errors import (
    ConnectionFailed,
    NotSignedIn,
    RateLimited,
    ServerError,
    SessionLost,
    StorefrontError,
    Timeout,
    Unauthorized,
)
from nexus_storefront.stores import Entry, FileStore, MemoryStore, SqliteStore, StoreError
from scripted import Scripted

REFRESH, REFRESH_PATH = "refreshCustomerJwt", "/auth/jwt/refresh"
SESSION_KEY = "session/store_sandbox/default"
LOGIN_KEY = "login/store_sandbox/default"

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses between tries are real, but short."""
    monkeypatch.setattr(session_record, "FIRST_PAUSE", 0.02)


# --- the steady state


async def test_nobody_signed_in(half: Any) -> None:
    with pytest.raises(NotSignedIn):
        await half.me(half.shop())
    assert await half(half.shop()._core.session.signed_in()) is False


async def test_a_valid_token_costs_no_look_at_the_store(half: Any, customer: Any) -> None:
    class Counting(MemoryStore):
        calls = 0

        def get(self, key: str) -> Entry | None:
            Counting.calls += 1
            return super().get(key)

    half.store = Counting()
    shop = await half.signed_in(customer)
    await half.me(shop)
    before = Counting.calls
    for _ in range(20):
        assert await half(shop._core.session.access_token())
    assert Counting.calls == before


async def test_a_session_survives_a_restart(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    again = half.shop()
    assert (await half.me(again)).customer.email == customer.email
    assert await half(again._core.session.signed_in()) is True
    assert customer.refreshes == 0


@pytest.mark.parametrize("make", [FileStore, SqliteStore])
async def test_a_session_survives_a_restart_on_disk(
    half: Any, customer: Any, make: Callable[..., Any], tmp_path: Any
) -> None:
    half.store = make(tmp_path / "place")
    await half.signed_in(customer)
    half.store.close()
    half.store = make(tmp_path / "place")
    await half.me(half.shop())
    half.store.close()


async def test_a_session_leaves_the_store_with_its_refresh_token(half: Any, customer: Any) -> None:
    clock = GoesOn()
    half.store = MemoryStore(clock=clock)
    await half.signed_in(customer, clock=clock)
    clock.passed = 2_592_000 - 60
    assert half.store.get(SESSION_KEY) is not None
    clock.passed += 120
    assert half.store.get(SESSION_KEY) is None


# --- when it is refreshed


async def test_refreshed_when_expired_by_the_local_clock(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.expire()
    shop = half.shop()
    await half.me(shop)
    await half.me(shop)
    assert (customer.refreshes, customer.revoked) == (1, 0)
    assert half.record().generation == 2
    assert half.record().presented == 0


async def test_a_shops_own_clock_says_when_a_token_has_expired(half: Any, customer: Any) -> None:
    class Ahead(SystemClock):
        passed = 0.0

        def time(self) -> float:
            return super().time() + self.passed

        def monotonic(self) -> float:
            return super().monotonic() + self.passed

    clock = Ahead()
    shop = await half.signed_in(customer, clock=clock)
    await half.me(shop)
    assert half.record().generation == 1
    clock.passed = 901.0
    assert (await half(shop.auth.state())).access_expires_in == 0
    await half.me(shop)
    assert half.record().generation == 2


async def test_refreshed_on_a_401_that_names_the_token_in_use(half: Any, customer: Any) -> None:
    shop = await half.signed_in(customer)
    half.sandbox.control.advance_clock(901)  # unknown to the client
    await half.me(shop)
    assert (customer.refreshes, customer.revoked) == (1, 0)


async def test_a_401_that_names_an_older_token_takes_the_newer_one(half: Any, customer: Any) -> None:
    shop = await half.signed_in(customer)
    old = await half(shop._core.session.access_token())
    half.sandbox.control.advance_clock(901)
    await half.me(shop)
    new = await half(shop._core.session.access_token())
    assert await half(shop._core.session.rejected(old)) is True
    assert await half(shop._core.session.access_token()) == new
    assert customer.refreshes == 1


async def test_a_token_refreshed_by_another_process_is_taken_after_a_401(half: Any, customer: Any) -> None:
    first = await half.signed_in(customer)
    second = half.shop()
    await half.me(second)
    half.sandbox.control.advance_clock(901)
    await half.me(second)
    await half.me(first)
    assert (customer.refreshes, customer.spent_presented) == (1, 0)


async def test_a_request_is_replayed_once_and_then_refused(half: Any, customer: Any) -> None:
    shop = await half.signed_in(customer)
    half.sandbox.control.clear_requests()
    half.sandbox.control.fault("getCustomerMe", "status", status=401, count=None)
    with pytest.raises(Unauthorized):
        await half.me(shop)
    assert customer.refreshes == 1
    assert len(half.sandbox.control.requests("getCustomerMe")) == 2


async def test_refreshed_before_it_expires(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.change(access_until=time.time() + 5)  # within every margin
    shop = half.shop()
    await half.me(shop)
    assert customer.refreshes == 1


async def test_early_refreshes_are_spread(half: Any, customer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    now, began = time.time(), time.monotonic()

    class Stopped(SystemClock):
        def time(self) -> float:
            return now

        def monotonic(self) -> float:
            return began

    clock = Stopped()
    await half.signed_in(customer, clock=clock)
    left = set()
    for value in (0.0, 0.5, 1.0):
        monkeypatch.setattr(random, "uniform", lambda low, high, value=value: low + (high - low) * value)
        shop = half.shop(clock=clock)
        await half(shop._core.session.access_token())
        left.add(round(shop._core.session._in_use.current.fresh_until - clock.monotonic()))
    assert left == {870, 855, 840}


async def test_an_early_refresh_that_fails_costs_nothing(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.change(access_until=time.time() + 5)
    half.sandbox.control.fault(REFRESH, "status", status=503, count=None)
    half.sandbox.control.clear_requests()
    shop = half.shop()
    for _ in range(3):
        await half.me(shop)
    assert half.record().presented == 0
    assert len(half.sandbox.control.requests(REFRESH)) == 1  # and not again for a while


async def test_an_early_refresh_whose_answer_is_lost_is_not_tried_again_while_the_token_works(
    half: Any, customer: Any
) -> None:
    await half.signed_in(customer)
    half.change(access_until=time.time() + 5)
    half.sandbox.control.fault(REFRESH, "reset", when="after")
    shop = half.shop()
    for _ in range(3):
        await half.me(shop)
    assert half.record().presented == 1
    assert customer.refreshes == 1
    assert customer.spent_presented == 0


async def test_a_clock_that_was_set_back_does_not_make_tokens_live_longer(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.change(access_until=time.time() + 10_000_000)
    shop = half.shop()
    await half(shop._core.session.access_token())
    assert shop._core.session._in_use.current.valid_until - time.monotonic() <= 900


async def test_a_server_clock_hours_off_does_not_matter(half: Any, customer: Any) -> None:
    half.sandbox.control.advance_clock(7 * 3600)
    shop = await half.signed_in(customer)
    await half.me(shop)
    await half.me(half.shop())
    assert customer.refreshes == 0


# --- what a failed refresh costs


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"kind": "status", "status": 500, "count": None}, ServerError),
        ({"kind": "status", "status": 503, "count": None}, ServerError),
        ({"kind": "html_502", "count": None}, ServerError),
        ({"kind": "status_520", "count": None}, ServerError),
        ({"kind": "status", "status": 404, "count": None}, StorefrontError),
        ({"kind": "status", "status": 400, "count": None}, StorefrontError),
    ],
)
async def test_an_answer_that_is_no_refusal_ends_nothing(half: Any, customer: Any, fault: Any, error: Any) -> None:
    await half.signed_in(customer)
    half.expire()
    half.sandbox.control.fault(REFRESH, **fault)
    shop = half.shop()
    for _ in range(3):
        with pytest.raises(error):
            await half.me(shop)
    assert half.record().presented == 0
    half.sandbox.control.clear_faults()
    await half.me(shop)
    assert (customer.refreshes, customer.revoked) == (1, 0)


async def test_being_rate_limited_ends_nothing(half: Any) -> None:
    # A sandbox whose clock agrees with ours: the rate budget believes what it is told about the next window.
    with Sandbox() as half.sandbox:
        half.sandbox.control.add_customer("sering@example.com", "kata-sandi-contoh")
        shop = half.shop()
        await half(shop.auth.login("sering@example.com", "kata-sandi-contoh"))
        half.change(access_until=time.time() - 1)
        half.sandbox.control.fault(REFRESH, "text_429", retry_after="60", count=None)
        shop = half.shop()
        with pytest.raises(RateLimited):
            await half.me(shop)
        assert half.record().presented == 0
        half.sandbox.control.clear_faults()
        shop._core.shared.admission.budget = type(shop._core.shared.admission.budget)()  # a minute later
        half.store.delete("rate/store_sandbox")
        await half.me(shop)
        (family,) = half.sandbox.control.token_families("sering@example.com")
        assert (family["refreshes"], family["revoked"]) == (1, None)


async def test_a_401_of_something_in_front_is_no_refusal(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.expire()
    shop = half.shop(transport=_answering(half, 401, b"<html>sign in to the hotel's network</html>"))
    with pytest.raises(Unauthorized):
        await half.me(shop)
    assert half.record().presented == 0
    await half.me(half.shop())
    assert customer.refreshes == 1


async def test_a_refused_refresh_ends_the_session_and_tells_why(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.expire()
    half.sandbox.control.revoke_family(customer.families[-1]["id"])
    half.sandbox.control.clear_requests()
    told: list[str] = []
    shop = half.shop()
    shop.auth.on_signed_out(told.append)
    for _ in range(2):
        with pytest.raises(SessionLost) as caught:
            await half.me(shop)
        assert caught.value.reason == "refused"
    assert told == ["refused"]
    record = half.record()
    assert (record.access, record.refresh, record.lost) == ("", "", "refused")
    with pytest.raises(SessionLost):
        await half.me(half.shop())  # another process learns it from the store
    assert len(half.sandbox.control.requests(REFRESH)) == 1, "a token known to be dead was presented again"
    await half(shop.auth.login(customer.email, "kata-sandi-contoh"))
    await half.me(shop)


async def test_a_lost_answer_that_never_arrived_is_tried_once_more(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.expire()
    half.sandbox.control.fault(REFRESH, "reset", when="before")
    await half.me(half.shop())
    assert (customer.refreshes, customer.spent_presented, customer.revoked) == (1, 0, 0)


@pytest.mark.parametrize("kind", ["reset", "cut_body", "truncated_json", "empty_200"])
async def test_a_lost_answer_that_was_committed_ends_the_session_after_one_more_try(
    half: Any, customer: Any, kind: str
) -> None:
    await half.signed_in(customer)
    half.expire()
    half.sandbox.control.fault(REFRESH, kind, when="after")
    shop = half.shop()
    with pytest.raises(SessionLost) as caught:
        await half.me(shop)
    assert caught.value.reason == "answer_lost"
    with pytest.raises(SessionLost):
        await half.me(shop)
    assert (customer.refreshes, customer.spent_presented) == (1, 1)


async def test_a_5xx_is_taken_at_its_word(half: Any, customer: Any) -> None:
    """If it was committed all the same, the next try is refused; the spent token was presented once."""
    await half.signed_in(customer)
    half.expire()
    half.sandbox.control.fault(REFRESH, "status", status=502, when="after")
    shop = half.shop()
    with pytest.raises(SessionLost) as caught:
        await half.me(shop)
    assert (caught.value.reason, customer.spent_presented) == ("refused", 1)


class Waited(SystemClock):
    """How often a pause was made; none takes any time."""

    times = 0

    def sleep(self, seconds: float) -> None:
        self.times += 1

    async def asleep(self, seconds: float) -> None:
        self.times += 1


async def test_no_pause_is_begun_that_ends_after_the_patience_of_the_call(half: Any, customer: Any) -> None:
    clock = Waited()
    await half.signed_in(customer)
    half.expire()
    half.sandbox.control.fault(REFRESH, "status", status=503, retry_after="3", count=None)
    with pytest.raises(ServerError):
        await half(half.shop(clock=clock)._core.session.access_token(1.0))
    assert clock.times == 0


async def test_two_lost_answers_are_enough_and_the_second_one_is_told_at_once(half: Any, customer: Any) -> None:
    clock = Waited()
    await half.signed_in(customer)
    half.expire()
    half.sandbox.control.fault(REFRESH, "reset", when="after", count=1)
    half.sandbox.control.fault(REFRESH, "reset", when="after", count=None)
    with pytest.raises(SessionLost) as caught:
        await half.me(half.shop(clock=clock))
    assert (caught.value.reason, clock.times) == ("answers_lost_twice", 1)
    half.sandbox.control.clear_faults()
    with pytest.raises(SessionLost):
        await half.me(half.shop())
    assert customer.spent_presented == 1


async def test_no_connection_costs_nothing_however_often(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.expire()
    shop = half.shop(base_url="http://127.0.0.1:1")
    for _ in range(4):
        with pytest.raises(ConnectionFailed):
            await half.me(shop)
    assert half.record().presented == 0
    await half.me(half.shop())


async def test_a_passing_fault_is_ridden_out_by_one_call(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.expire()
    half.sandbox.control.fault(REFRESH, "status", status=503, count=2)
    await half.me(half.shop())
    assert customer.refreshes == 1


async def test_a_slow_answer_is_a_lost_answer(half: Any, customer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from nexus_storefront.auth._async import session as a
    from nexus_storefront.auth._sync import session as s
    from nexus_storefront.transport.settings import Timeouts

    for module in (a, s):
        monkeypatch.setattr(module, "REFRESH_TIMEOUTS", Timeouts(read=0.2, total=0.5))
    await half.signed_in(customer)
    half.expire()
    half.sandbox.control.fault(REFRESH, "slow_body", seconds=1.5)
    with pytest.raises(SessionLost):
        await half.me(half.shop())
    assert (customer.refreshes, customer.spent_presented) == (1, 1)


# --- the store


async def test_the_new_pair_is_stored_before_it_is_used(half: Any, customer: Any) -> None:
    seen: list[tuple[int, int]] = []

    class Watching(MemoryStore):
        def put(self, key: str, value: bytes, **options: Any) -> int:
            version = super().put(key, value, **options)
            record = SessionRecord.from_bytes(value) if key == SESSION_KEY else None
            if record is not None:
                seen.append((record.generation, record.presented))
            return version

    half.store = Watching()
    shop = await half.signed_in(customer)
    half.sandbox.control.advance_clock(901)
    await half.me(shop)
    assert seen == [(1, 0), (1, 1), (2, 0)]


async def test_a_store_that_is_away_for_a_while_costs_no_session(half: Any, customer: Any) -> None:
    class Failing(MemoryStore):
        broken = False

        def put(self, key: str, value: bytes, **options: Any) -> int:
            record = SessionRecord.from_bytes(value) if key == SESSION_KEY else None
            if self.broken and record is not None and record.generation == 2:
                raise StoreError("the disk is full")
            return super().put(key, value, **options)

    half.store = Failing()
    shop = await half.signed_in(customer)
    half.sandbox.control.advance_clock(901)
    half.store.broken = True
    with pytest.raises(StoreError):
        await half.me(shop)
    assert customer.refreshes == 1  # the pair has come, and is not used before it is stored
    half.store.broken = False
    await half.me(shop)
    assert (customer.refreshes, customer.spent_presented, half.record().generation) == (1, 0, 2)


async def test_a_store_that_cannot_say_who_has_the_lease_costs_no_try(half: Any, customer: Any) -> None:
    """The refresh token is marked as about to be presented, and is not."""

    class Failing(MemoryStore):
        marked = False

        def put(self, key: str, value: bytes, **options: Any) -> int:
            record = SessionRecord.from_bytes(value) if key == SESSION_KEY else None
            self.marked = record is not None and record.presented > 0 and failing > 0
            return super().put(key, value, **options)

        def get(self, key: str) -> Entry | None:
            if self.marked and key.startswith("lease/"):
                raise StoreError("the disk is gone")
            return super().get(key)

    half.store, failing = Failing(), 0
    shop = await half.signed_in(customer)
    half.sandbox.control.advance_clock(901)
    for failing in (1, 1, 0):
        if failing:
            with pytest.raises(StoreError):
                await half.me(shop)
            assert half.record().presented == 0
    await half.me(shop)
    assert (customer.refreshes, customer.revoked) == (1, 0)


@pytest.mark.parametrize("slow", ["get", "put"])
async def test_a_store_that_is_slow_brings_back_nobody(half: Any, sandbox: Any, customer: Any, slow: str) -> None:
    """Somebody else has signed in here before it answers."""

    class Slow(MemoryStore):
        blocking = True
        waiting, going_on = threading.Event(), threading.Event()
        when = ""

        def get(self, key: str) -> Entry | None:
            found = super().get(key)
            if key == SESSION_KEY and self.when == "get":
                self._wait()
            return found

        def put(self, key: str, value: bytes, **options: Any) -> int:
            version = super().put(key, value, **options)
            record = SessionRecord.from_bytes(value) if key == SESSION_KEY else None
            if record is not None and record.generation == 2 and self.when == "put":
                self._wait()
            return version

        def _wait(self) -> None:
            self.when = ""
            self.waiting.set()
            assert self.going_on.wait(20)

    email, told = f"berikutnya-{half.name}-{slow}@example.com", list[str]()
    sandbox.control.add_customer(email, "kata-sandi-contoh")
    half.store = Slow()
    shop = await half.signed_in(customer)
    sandbox.control.advance_clock(901)

    async def next_customer() -> None:
        await asyncio.to_thread(half.store.waiting.wait, 20)
        await half(shop.auth.login(email, "kata-sandi-contoh"))
        shop.auth.on_signed_out(told.append)
        half.store.going_on.set()

    async def first_customer() -> None:
        with suppress(SessionLost):
            await half.me(shop)

    half.store.when = slow
    await half.both(first_customer, next_customer)
    assert (await half.me(shop)).customer.email == email
    assert told == []


async def test_a_refused_token_is_not_presented_again_though_the_store_fails(half: Any, customer: Any) -> None:
    class Failing(MemoryStore):
        broken = True

        def put(self, key: str, value: bytes, **options: Any) -> int:
            record = SessionRecord.from_bytes(value) if key == SESSION_KEY else None
            if self.broken and record is not None and record.lost:
                raise StoreError("the disk is full")
            return super().put(key, value, **options)

    half.store = Failing()
    shop = await half.signed_in(customer)
    half.sandbox.control.revoke_family(customer.families[-1]["id"])
    half.sandbox.control.clear_requests()
    for _ in range(2):
        with pytest.raises(StoreError):
            await half.me(shop)
    half.store.broken = False
    with pytest.raises(SessionLost) as caught:
        await half.me(shop)
    assert caught.value.reason == "refused"
    assert len(half.sandbox.control.requests(REFRESH)) == 1


async def test_a_token_that_was_rejected_while_it_was_being_taken_over_is_replaced(half: Any, customer: Any) -> None:
    """The run that a caller joins may bring the very token that was refused a moment ago."""
    shop = await half.signed_in(customer)
    session = shop._core.session
    current = session._in_use.current
    runs = []
    real = session._flight.join

    def join(work: Any, wait: float) -> Any:
        runs.append(1)
        if len(runs) > 1:
            return real(work, wait)
        return _given(half, current)

    session._flight.join = join
    assert await half(session.rejected(current.token)) is True
    assert len(runs) == 2
    assert customer.refreshes == 1


async def test_a_refresh_that_ends_while_a_caller_is_on_its_way_to_it_is_that_callers_too(
    half: Any, customer: Any
) -> None:
    """A thread may be stopped between a look at its token and the joining of the refresh."""
    shop = await half.signed_in(customer)
    half.expire()
    real = shop._core.session._flight.join

    def join(work: Any, wait: float) -> Any:
        return _one_after_the_other(half, lambda: real(work, wait))

    shop._core.session._flight.join = join
    await half.me(shop)
    assert customer.refreshes == 1


def _one_after_the_other(half: Any, step: Any) -> Any:
    async def both() -> Any:
        await step()
        return await step()

    return both() if half.name == "async" else (step(), step())[1]


def _given(half: Any, value: Any) -> Any:
    async def later() -> Any:
        return value

    return later() if half.name == "async" else value


async def test_a_session_that_cannot_be_read_is_named_and_not_overwritten(half: Any, customer: Any) -> None:
    half.store.put(SESSION_KEY, b"very-secret garbage")
    with pytest.raises(StoreError) as caught:
        await half.me(half.shop())
    assert "very-secret" not in repr(caught.value)
    entry = half.store.get(SESSION_KEY)
    assert entry is not None
    assert entry.value == b"very-secret garbage"
    await half.me(await half.signed_in(customer))


@pytest.mark.parametrize("reason", ["signed_out", "answers_lost_twice"])
async def test_a_session_that_ends_while_a_refresh_is_on_its_way_stays_ended(
    half: Any, customer: Any, reason: Any
) -> None:
    """The late answer does not bring the session back, and its tokens are blacklisted."""
    shop = await half.signed_in(customer)
    half.sandbox.control.advance_clock(901)
    real = shop._core.session._put

    def put(record: SessionRecord, expected: int) -> Any:
        if record.generation == 2 and reason == "signed_out":
            half.store.delete(SESSION_KEY)
        elif record.generation == 2:
            half.store.put(SESSION_KEY, half.record().ended(reason).to_bytes())
        return real(record, expected)

    shop._core.session._put = put
    with pytest.raises(SessionLost) as caught:
        await half.me(shop)
    assert caught.value.reason == reason
    assert half.store.get(SESSION_KEY) is None or half.record().lost == reason
    assert customer.families[-1]["tokens"].get("refresh_live", 0) == 0


async def test_a_late_answer_overwrites_no_newer_login(half: Any, customer: Any) -> None:
    shop = await half.signed_in(customer)
    half.sandbox.control.advance_clock(901)
    other = half.shop()
    real = shop._core.session._put
    done = []

    async def interfere() -> None:
        if not done:
            done.append(True)
            await half(other.auth.login(customer.email, "kata-sandi-contoh"))

    if half.name == "async":

        async def put(record: SessionRecord, expected: int) -> Any:
            if record.generation == 2:
                await interfere()
            return await real(record, expected)
    else:

        def put(record: SessionRecord, expected: int) -> Any:
            if record.generation == 2 and not done:
                done.append(True)
                other.auth.login(customer.email, "kata-sandi-contoh")
            return real(record, expected)

    shop._core.session._put = put
    await half.me(shop)
    assert half.record().generation == 1
    assert len(customer.families) == 2
    first, second = customer.families
    assert first["tokens"].get("refresh_live", 0) == 0
    assert second["tokens"]["refresh_live"] == 1
    assert customer.spent_presented == 0


async def test_a_marked_but_unsent_token_of_an_expired_lease_is_taken_back(
    half: Any, customer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A holder that slept through its lease does not present the token that another one may be presenting."""
    await half.signed_in(customer)
    half.expire()
    from nexus_storefront.stores import leases

    answers = iter([False, True, True])
    monkeypatch.setattr(leases.HeldLease, "still_held", lambda self: next(answers))
    await half.me(half.shop())
    assert (customer.refreshes, customer.spent_presented) == (1, 0)
    assert half.record().presented == 0


# --- customers do not mix


async def test_customers_are_kept_apart_by_label(half: Any, sandbox: Any, customer: Any) -> None:
    sandbox.control.add_customer(
        "lain@example.com" if half.name == "sync" else "lain2@example.com", "kata-sandi-contoh"
    )
    other_email = "lain@example.com" if half.name == "sync" else "lain2@example.com"
    here = half.shop(customer="kiosk-1")
    there = half.shop(customer="kiosk-2")
    await half(here.auth.login(customer.email, "kata-sandi-contoh"))
    with pytest.raises(NotSignedIn):
        await half.me(there)
    await half(there.auth.login(other_email, "kata-sandi-contoh"))
    assert (await half.me(here)).customer.email == customer.email
    assert (await half.me(there)).customer.email == other_email
    assert half.store.keys("session/") == ["session/store_sandbox/kiosk-1", "session/store_sandbox/kiosk-2"]


async def test_a_call_meant_for_one_customer_is_not_sent_for_another(half: Any, sandbox: Any, customer: Any) -> None:
    email = f"pengganti-{half.name}@example.com"
    sandbox.control.add_customer(email, "kata-sandi-contoh")
    first = await half.signed_in(customer)
    told: list[str] = []
    first.auth.on_signed_out(told.append)
    await half(half.shop().auth.login(email, "kata-sandi-contoh"))  # in another process, same label
    sandbox.control.advance_clock(901)
    with pytest.raises(SessionLost) as caught:
        await half.me(first)
    assert (caught.value.reason, told) == ("replaced", ["replaced"])
    assert (await half.me(first)).customer.email == email


@pytest.mark.parametrize(("who", "reason"), [("another", "replaced"), ("the same", None), ("nobody", "signed_out")])
async def test_a_call_under_way_is_not_sent_again_for_another(half: Any, who: str, reason: str | None) -> None:
    """Its customer has signed out in the same shop, and perhaps somebody in, before it was answered with 401."""
    sent: list[str] = []
    pair = {"access": "second", "refresh": "r", "expires_in": 900, "refresh_expires_in": 9000}

    def service(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/login"):
            return httpx.Response(200, json={**pair, "access": "first"})
        sent.append(request.headers["authorization"])
        if len(sent) > 1:
            return httpx.Response(200, json={"customer": {"id": 1}})
        in_use = shop._core.session._in_use
        account = in_use.record.account if who == "the same" else "another"
        in_use.forget()
        half.store.delete(SESSION_KEY)
        if who != "nobody":
            tokens = Tokens.of(pair)
            assert tokens is not None
            in_use.adopt(SessionRecord.begin(tokens, account, time.time()))
        return httpx.Response(401, json={"error": "unauthorized"})

    shop = half.shop(transport=Scripted(service) if half.name == "async" else httpx.MockTransport(service))
    await half(shop.auth.login("sari@example.com", "kata-sandi-contoh"))
    if reason is None:
        assert (await half.me(shop)).customer
    else:
        with pytest.raises(SessionLost) as caught:
            await half.me(shop)
        assert (caught.value.reason, caught.value.effect) == (reason, "refused")
    assert sent == ["Bearer first", *(["Bearer second"] if who == "the same" else [])]


async def test_a_logout_elsewhere_is_noticed(half: Any, customer: Any) -> None:
    first = await half.signed_in(customer)
    second = half.shop()
    await half(second.auth.logout())
    for _ in range(2):  # it is told until somebody signs in
        with pytest.raises(SessionLost) as caught:
            await half.me(first)
        assert caught.value.reason == "signed_out"


async def test_a_failing_callback_is_logged_and_harms_nothing(
    half: Any, customer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    shop = await half.signed_in(customer)
    shop.auth.on_signed_out(lambda reason: 1 / 0)
    await half(shop.auth.logout())
    assert "signed-out callback failed" in caplog.text


@pytest.mark.parametrize("call", ["profile", "login"])
async def test_a_callback_may_call_its_shop(sandbox: Any, customer: Any, call: str) -> None:
    """Here it is called by the very refresh that it would wait for."""
    told: list[BaseException | None] = []
    with Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url) as shop:

        def listener(reason: str) -> None:
            started = time.monotonic()
            try:
                shop.account.profile() if call == "profile" else shop.auth.login(customer.email, "kata-sandi-contoh")
            except SessionLost as error:
                told.append(error)
            else:
                told.append(None)
            assert time.monotonic() - started < 5

        shop.auth.login(customer.email, "kata-sandi-contoh")
        shop.auth.on_signed_out(listener)
        sandbox.control.revoke_family(customer.families[-1]["id"])
        with pytest.raises(SessionLost):
            shop.account.profile()
        assert [type(each) for each in told] == [SessionLost if call == "profile" else type(None)]
        assert shop.auth.state().signed_in is (call == "login")


@pytest.mark.parametrize("began", ["known", "as a restart finds it"])
async def test_the_pages_of_a_list_are_one_customers(half: Any, sandbox: Any, customer: Any, began: str) -> None:
    email = f"sesudahnya-{half.name}-{len(began)}@example.com"
    sandbox.control.add_customer(email, "kata-sandi-contoh")
    shop = await half.signed_in(customer)
    for number in range(3):
        place = {"phone": "6281234567890", "address": f"Jl. Contoh No. {number}", "location_id": 9089}
        await half(shop.account.add_address(name="Rumah", **place))
    shop = shop if began == "known" else half.shop()
    addresses = shop.account.addresses(page_size=2)
    first = await half(addresses.page())
    assert len(await half(addresses.all())) == 3
    await half(shop.auth.logout())
    for reason in ("signed_out", "replaced"):
        with pytest.raises(SessionLost) as caught:
            await half(addresses.page(next_cursor=first.next_cursor))
        assert caught.value.reason == reason
        if reason == "signed_out":
            await half(shop.auth.login(email, "kata-sandi-contoh"))
    assert await half(addresses.all()) == []  # from the beginning, it is the next customer's
    await half(shop.account.add_address(name="Rumah", **place))
    assert len(await half(addresses.all())) == 1
    with pytest.raises(SessionLost):  # and what was begun before is not
        await half(addresses.page(next_cursor=first.next_cursor))
    await half(shop.auth.login(customer.email, "kata-sandi-contoh"))
    first = await half(addresses.page())
    await half(shop.auth.login(customer.email, "kata-sandi-contoh"))
    assert len(await half(addresses.page(next_cursor=first.next_cursor))) == 1


# --- many at once, waiting, cancelled, forked


async def test_one_refresh_for_a_thousand_tasks(sandbox: Any, customer: Any) -> None:
    from nexus_commerce.api.customer_account import get_customer_me
    from nexus_storefront import AsyncStorefront

    store = MemoryStore()
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=50)) as client:

        def shop() -> AsyncStorefront:
            options: dict[str, Any] = {"http_client": client, "store": store, "timeout": 120}
            return AsyncStorefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, **options)

        await shop().auth.login(customer.email, "kata-sandi-contoh")
        sandbox.control.advance_clock(901)
        record = await shop()._core.session.read()
        store.put(SESSION_KEY, attrs.evolve(record, access_until=0.0).to_bytes())
        fresh = shop()
        calls = [get_customer_me.asyncio("store_sandbox", client=fresh.api) for _ in range(1000)]
        answers = await asyncio.gather(*calls)
    assert {answer.customer.email for answer in answers} == {customer.email}
    assert (len(answers), customer.refreshes, customer.spent_presented, customer.revoked) == (1000, 1, 0, 0)


async def test_cancelling_one_task_leaves_the_refresh_to_the_others(sandbox: Any, customer: Any, gate: Any) -> None:
    from nexus_storefront import AsyncStorefront

    way = gate(REFRESH_PATH)
    async with AsyncStorefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, transport=way) as shop:
        await shop.auth.login(customer.email, "kata-sandi-contoh")
        session = shop._core.session
        old = await session.access_token()
        sandbox.control.advance_clock(901)
        first = asyncio.create_task(session.rejected(old))
        await way.reached.wait()
        others = [asyncio.create_task(session.access_token()) for _ in range(5)]
        await asyncio.sleep(0)  # they wait for it
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        assert not others[0].done(), "the cancelled task left at once"
        way.opened.set()
        tokens = set(await asyncio.gather(*others))
    assert len(tokens) == 1
    assert tokens != {old}
    assert (customer.refreshes, customer.spent_presented) == (1, 0)


async def test_closing_the_shop_lets_a_refresh_finish(sandbox: Any, customer: Any, gate: Any) -> None:
    from nexus_storefront import AsyncStorefront

    store, way = MemoryStore(), gate(REFRESH_PATH)
    shop = AsyncStorefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, store=store, transport=way)
    await shop.auth.login(customer.email, "kata-sandi-contoh")
    old = await shop._core.session.access_token()
    sandbox.control.advance_clock(901)
    waiting = asyncio.create_task(shop._core.session.rejected(old))
    await way.reached.wait()
    waiting.cancel()
    closing = asyncio.create_task(shop.aclose())
    await asyncio.sleep(0)
    way.opened.set()
    await closing
    entry = store.get(SESSION_KEY)
    assert entry is not None
    record = SessionRecord.from_bytes(entry.value)
    assert record is not None
    assert (record.generation, record.presented) == (2, 0)


async def test_waiting_for_someone_elses_refresh_has_an_end(half: Any, customer: Any) -> None:
    from nexus_storefront.auth._async.session import CustomerSession as AsyncSession
    from nexus_storefront.auth._sync.session import CustomerSession as SyncSession

    await half.signed_in(customer)
    half.expire()
    shop = half.shop()
    kind = AsyncSession if half.name == "async" else SyncSession
    shop._core.shared._session = kind(shop._core.derive(timeout=0.2))
    with half.store.lease(SESSION_KEY, ttl=30, wait=0), pytest.raises(Timeout):
        await half.me(shop)
    assert half.record().presented == 0
    await half.me(shop)


async def test_an_early_refresh_waits_for_nobody(half: Any, customer: Any) -> None:
    await half.signed_in(customer)
    half.change(access_until=time.time() + 5)
    with half.store.lease(SESSION_KEY, ttl=30, wait=0):
        await half.me(half.shop())
    assert customer.refreshes == 0


async def test_both_halves_share_a_store(sandbox: Any, customer: Any) -> None:
    from nexus_commerce.api.customer_account import get_customer_me
    from nexus_storefront import AsyncStorefront, Storefront

    store = MemoryStore()
    with Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, store=store) as plain:
        plain.auth.login(customer.email, "kata-sandi-contoh")
        async with AsyncStorefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, store=store) as shop:
            await shop._core.session.access_token()
            sandbox.control.advance_clock(901)
            outcomes: list[Any] = []

            def call() -> None:
                outcomes.append(get_customer_me.sync("store_sandbox", client=plain.api))

            threads = [threading.Thread(target=call) for _ in range(5)]
            for thread in threads:
                thread.start()
            calls = [get_customer_me.asyncio("store_sandbox", client=shop.api) for _ in range(5)]
            outcomes += await asyncio.gather(*calls)
            for thread in threads:
                await asyncio.to_thread(thread.join)
    assert len(outcomes) == 10
    assert (customer.refreshes, customer.spent_presented) == (1, 0)


async def test_an_error_is_told_to_every_waiter_with_its_own_traceback(sandbox: Any, customer: Any) -> None:
    from nexus_storefront import AsyncStorefront

    async with AsyncStorefront("store_sandbox", "sfpk_sandbox", sandbox.base_url) as shop:
        await shop.auth.login(customer.email, "kata-sandi-contoh")
        session = shop._core.session
        old = await session.access_token()
        sandbox.control.fault(REFRESH, "status", status=500, count=None)
        results = await asyncio.gather(*(session.rejected(old) for _ in range(10)), return_exceptions=True)
    assert {type(result) for result in results} == {ServerError}
    assert len({id(result) for result in results}) == 10
    depths = []
    for result in results:
        depth, frame = 0, result.__traceback__
        while frame is not None:
            depth, frame = depth + 1, frame.tb_next
        depths.append(depth)
    assert max(depths) < 10


def test_a_child_of_a_fork_has_no_session_of_its_parents_memory(sandbox: Any, customer: Any) -> None:
    with Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url) as shop:
        shop.auth.login(customer.email, "kata-sandi-contoh")
        child = os.fork()
        if child == 0:
            code = 1
            try:
                with suppress(NotSignedIn):
                    shop.account.profile()
                    os._exit(2)
                done = shop.auth.logout()
                code = 3 if done.revoked or done.error else 0
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert shop.auth.state().signed_in
        assert shop.account.profile().customer


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_preloaded_server_forks_in_the_middle_of_a_refresh(sandbox: Any, customer: Any, tmp_path: Any) -> None:
    """The child inherits locks that threads of its parent held, and a session that its parent is refreshing."""
    from nexus_commerce.api.customer_account import get_customer_me
    from nexus_storefront import Storefront

    store = FileStore(tmp_path / "shop")
    reached, forked = threading.Event(), threading.Event()

    class Gate(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path.endswith(REFRESH_PATH):
                reached.set()
                forked.wait(30)
            return super().handle_request(request)

    shop = Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, store=store, transport=Gate(verify=False))
    shop.auth.login(customer.email, "kata-sandi-contoh")
    old = shop._core.session.access_token()
    sandbox.control.advance_clock(901)
    refreshing = threading.Thread(target=lambda: shop._core.session.rejected(old))
    refreshing.start()
    assert reached.wait(30)
    children = []
    for _ in range(3):
        child = os.fork()
        if not child:
            signal.alarm(120)  # does not outlive the test, should it hang
            code = 1
            try:
                fresh = Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, store=store)
                fresh._core.shared._session = shop._core.session  # what was preloaded
                get_customer_me.sync("store_sandbox", client=fresh.api)
                code = 0 if shop._core.session.access_token() not in (None, old) else 2
            finally:
                os._exit(code)
        children.append(child)
    forked.set()
    refreshing.join()
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0, 0]
    assert (customer.refreshes, customer.spent_presented) == (1, 0)
    shop.close()


def _answering(half: Any, status: int, content: bytes) -> Any:
    return httpx.MockTransport(lambda request: httpx.Response(status, content=content))


def test_on_trio_too(sandbox: Any, customer: Any, gate: Any) -> None:
    """There the first of those who need the refresh makes it; it goes on to its end if that one is cancelled."""
    import anyio
    from nexus_commerce.api.customer_account import get_customer_me
    from nexus_storefront import AsyncStorefront

    async def main() -> None:
        way = gate(REFRESH_PATH)
        async with AsyncStorefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, transport=way) as shop:
            await shop.auth.login(customer.email, "kata-sandi-contoh")
            session = shop._core.session
            assert session is not None
            await get_customer_me.asyncio("store_sandbox", client=shop.api)
            sandbox.control.advance_clock(901)

            async def call() -> None:
                await get_customer_me.asyncio("store_sandbox", client=shop.api)

            async with anyio.create_task_group() as cancelled:
                cancelled.start_soon(call)
                await way.reached.wait()
                cancelled.cancel_scope.cancel()
                way.opened.set()
            async with anyio.create_task_group() as tasks:
                for _ in range(10):
                    tasks.start_soon(call)
            record = await session.read()
            assert record is not None
            assert (record.generation, record.presented) == (2, 0)

    anyio.run(main, backend="trio")
    assert (customer.refreshes, customer.spent_presented) == (1, 0)


def test_one_refresh_for_all_tasks_on_trio_too(sandbox: Any, customer: Any, gate: Any) -> None:
    import anyio
    from nexus_storefront import AsyncStorefront

    async def main() -> None:
        way = gate(REFRESH_PATH)
        async with AsyncStorefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, transport=way) as shop:
            await shop.auth.login(customer.email, "kata-sandi-contoh")
            in_use = shop._core.shared.session._in_use.current  # type: ignore[attr-defined]
            in_use.fresh_until = in_use.valid_until = 0.0
            async with anyio.create_task_group() as tasks:
                for _ in range(20):
                    tasks.start_soon(shop.account.profile)
                await way.reached.wait()
                await anyio.wait_all_tasks_blocked()
                way.opened.set()

    anyio.run(main, backend="trio")
    assert (customer.refreshes, customer.spent_presented) == (1, 0)
