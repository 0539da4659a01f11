"""The retry policy and the rate budget, as pure functions; and threads that share a budget."""

from __future__ import annotations

import sys
import threading
from email.utils import formatdate
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from hypothesis import example, given, strategies as st
from nexus_storefront import MemoryStore, RateLimited, Storefront
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.transport._sync.admission import Admission
from nexus_storefront.transport.rate_budget import MAX_WAIT, WINDOW, RateBudget
from nexus_storefront.transport.retry import Attempt, Retry, asked, never, retry_after
from nexus_storefront.transport.routes import Priority

NOW = 1_800_000_000.0


def attempt(**fields: Any) -> Attempt:
    return Attempt(**{"operation_id": "op", "method": "GET", "number": 1, "elapsed": 0.0, "repeatable": True, **fields})


@given(
    method=st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE"]),
    repeatable=st.booleans(),
    status=st.one_of(st.none(), st.integers(100, 599)),
    unsent=st.booleans(),
    number=st.integers(1, 6),
    elapsed=st.floats(0, 200),
    asked=st.one_of(st.none(), st.floats(0, 100)),
    random=st.floats(0, 1, exclude_max=True),
)
def test_what_the_policy_promises(
    method: str,
    repeatable: bool,
    status: int | None,
    unsent: bool,
    number: int,
    elapsed: float,
    asked: float | None,
    random: float,
) -> None:
    policy = Retry(random=lambda: random)
    wait = policy(
        attempt(
            method=method,
            repeatable=repeatable,
            status=None if unsent else status,
            unsent=unsent,
            number=number,
            elapsed=elapsed,
            retry_after=asked,
        )
    )
    if wait is None:
        return
    assert number < policy.attempts
    assert elapsed + wait <= policy.budget
    assert 0 < wait <= max(policy.cap, policy.retry_after_ceiling)
    assert asked is None or wait >= asked
    if not unsent:
        assert status in (None, 429, 502, 503, 504)
        assert repeatable or (status == 429 and method in ("PUT", "PATCH", "DELETE"))


@pytest.mark.parametrize("wait", [float("nan"), -1, "5", True, object()])
def test_a_policy_that_says_no_number_of_seconds_ends_the_call(wait: Any, caplog: pytest.LogCaptureFixture) -> None:
    assert asked(lambda attempt: wait, attempt()) is None
    assert caplog.messages == ["the retry policy failed on op: InvalidInput"]


def test_a_policy_that_fails_ends_the_call(caplog: pytest.LogCaptureFixture) -> None:
    assert asked(lambda attempt: 1 / 0, attempt()) is None
    assert caplog.messages == ["the retry policy failed on op: ZeroDivisionError"]
    assert [asked(lambda attempt, wait=wait: wait, attempt()) for wait in (None, 0, 2.5, float("inf"))] == [  # type: ignore[misc]
        None, 0, 2.5, float("inf"),
    ]  # fmt: skip


def test_waits_double_up_to_the_cap() -> None:
    policy = Retry(attempts=9, random=lambda: 1.0)
    assert [policy(attempt(number=n, status=503)) for n in range(1, 7)] == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]
    assert never(attempt(status=503)) is None


def test_waits_vary_by_half() -> None:
    waits = [Retry(random=lambda: 0.0)(attempt(status=503)), Retry(random=lambda: 1.0)(attempt(status=503))]
    assert waits == [0.25, 0.5]
    assert len({Retry()(attempt(status=503)) for _ in range(20)}) > 1


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("12", 12.0),
        ("1.5", 1.5),
        ("-3", 0.0),
        (formatdate(NOW + 90, usegmt=True), 90.0),
        (formatdate(NOW - 90, usegmt=True), 0.0),
        (formatdate(NOW + 90), 90.0),  # "-0000": UTC, from nobody in particular
        ("soon", None),
        ("", None),
        ("nan", None),
        ("inf", None),
        ("Fri, 99 Foo 2026", None),
        ("Fri, 01 Jan 99999999999999999999 00:00:00 GMT", None),
        ("Fri, 01 Jan 2027 99999999999999999999:00:00 GMT", None),
        ("Fri, 01 Jan 2027 00:00:00 +99999999999999999", None),
    ],
)
def test_retry_after_in_all_its_forms(value: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": value}, NOW) == seconds
    assert retry_after({}, NOW) is None


def test_the_reserve_is_for_the_more_urgent() -> None:
    headers = {"x-ratelimit-limit": "100", "x-ratelimit-remaining": "20", "x-ratelimit-reset": "10"}
    budget = RateBudget().observe(200, headers, NOW, None)
    assert budget.wait(Priority.CHECKOUT, NOW) == budget.wait(Priority.CATALOGUE, NOW) == 0
    assert budget.wait(Priority.EVENTS, NOW) == pytest.approx(10.5)
    for _ in range(10):
        budget = budget.spend(NOW)
    assert budget.wait(Priority.CATALOGUE, NOW) == pytest.approx(10.25)
    assert budget.wait(Priority.CHECKOUT, NOW) == 0
    assert budget.wait(Priority.EVENTS, NOW + 11) == 0
    for _ in range(20):
        budget = budget.spend(NOW)
    assert budget.wait(Priority.CHECKOUT, NOW) == pytest.approx(10)


@pytest.mark.parametrize("reset", ["30", str(int(NOW) + 30), str(int(NOW * 1000) + 30_000)])
def test_the_reset_may_come_in_any_unit(reset: str) -> None:
    headers = {"x-ratelimit-limit": "10", "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset}
    assert RateBudget().observe(200, headers, NOW, None).reset_at == pytest.approx(NOW + 30, abs=1)


def test_a_refusal_that_says_when_to_come_back_is_believed() -> None:
    headers = {"x-ratelimit-limit": "10", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "60"}
    assert RateBudget().observe(429, headers, NOW, 2.0).wait(Priority.CHECKOUT, NOW) == 2.0
    window = RateBudget(100, 50, NOW + 60, 0.0)
    assert window.observe(429, {}, NOW, 0.0).wait(Priority.CHECKOUT, NOW) == 0.0


def test_a_refusal_without_headers_blocks_for_a_moment() -> None:
    budget = RateBudget().observe(429, {}, NOW, None)
    assert 0 < budget.wait(Priority.CHECKOUT, NOW) <= 1
    assert budget.wait(Priority.EVENTS, NOW) > budget.wait(Priority.CHECKOUT, NOW)
    assert budget.wait(Priority.CHECKOUT, NOW + 2) == 0
    assert RateBudget().observe(429, {}, NOW, 99_999).wait(Priority.CHECKOUT, NOW) == MAX_WAIT


@given(
    limit=st.text(max_size=8) | st.integers().map(str),
    remaining=st.text(max_size=8) | st.integers().map(str),
    reset=st.text(max_size=8) | st.integers().map(str) | st.floats().map(str),
    priority=st.sampled_from([Priority.CHECKOUT, Priority.CATALOGUE, Priority.EVENTS]),
)
def test_no_header_can_make_a_call_wait_for_ever(limit: str, remaining: str, reset: str, priority: int) -> None:
    headers = {"x-ratelimit-limit": limit, "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset}
    budget = RateBudget().observe(200, headers, NOW, None)
    assert 0 <= budget.wait(priority, NOW) <= MAX_WAIT
    again = RateBudget.from_bytes(budget.to_bytes())
    assert again.wait(priority, NOW) == budget.wait(priority, NOW)


@given(st.binary(max_size=60))
@example(b"[" * 100_000)
def test_a_stored_budget_that_cannot_be_read_is_an_empty_one(value: bytes) -> None:
    assert RateBudget.from_bytes(value) == RateBudget()


def test_of_two_views_the_newer_one_counts_and_every_refusal() -> None:
    mine = RateBudget(100, 40, NOW + 10, 0.0, NOW - 5)
    theirs = RateBudget(60, 5, NOW + 8, NOW + 3, NOW - 1)
    assert mine.merge(theirs, NOW) == theirs
    assert theirs.merge(mine, NOW) == theirs
    blocked = mine._replace(blocked_until=NOW + 9)
    assert theirs.merge(blocked, NOW) == theirs._replace(blocked_until=NOW + 9)
    assert mine.merge(RateBudget(), NOW) == mine


def test_a_clock_that_is_ahead_is_not_believed() -> None:
    mine = RateBudget(100, 40, NOW + 10, 0.0, NOW - 5)
    ahead = RateBudget(100, 0, NOW + 3600, NOW + 3600, NOW + 3550)
    assert mine.merge(ahead, NOW) == mine


def test_a_clock_that_is_set_back_makes_nobody_wait() -> None:
    """Neither for what was written down before, nor when the clock comes to that time again."""
    headers = {"x-ratelimit-limit": "100", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "60"}
    before = RateBudget().observe(429, headers, NOW + 600, 20.0)
    assert before.wait(Priority.CHECKOUT, NOW + 600) > 0
    assert before.wait(Priority.EVENTS, NOW) == 0
    after = before.observe(200, {**headers, "x-ratelimit-remaining": "90"}, NOW, None)
    assert after.wait(Priority.EVENTS, NOW + 600) == 0


def test_one_odd_reset_does_not_hold_up_everybody_for_hours() -> None:
    headers = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "86400"}
    budget = RateBudget().observe(200, headers, NOW, None)
    assert budget.wait(Priority.CHECKOUT, NOW) == MAX_WAIT
    assert budget.wait(Priority.EVENTS, NOW + WINDOW + 1) == 0


def test_after_the_reset_not_everybody_goes_at_once() -> None:
    budget = RateBudget(20, 2, NOW + 5, 0.0, NOW)
    sent = 0
    while not budget.wait(Priority.CATALOGUE, NOW + 6):
        budget = budget.spend(NOW + 6)
        sent += 1
    assert sent == 18
    assert budget.wait(Priority.CHECKOUT, NOW + 6) == 0


@pytest.mark.parametrize(
    ("limit", "catalogue", "events"), [(None, 0, 0), (0, 0, 0), (1, 0, 0), (2, 1, 1), (3, 1, 1), (5, 1, 2), (60, 6, 15)]
)
def test_a_small_limit_has_a_reserve_too(limit: int | None, catalogue: int, events: int) -> None:
    budget = RateBudget(limit, 1, NOW + 9)
    assert budget.reserve(Priority.CHECKOUT) == 0
    assert (budget.reserve(Priority.CATALOGUE), budget.reserve(Priority.EVENTS)) == (catalogue, events)


def test_what_one_thread_learns_another_does_not_write_over(monkeypatch: pytest.MonkeyPatch) -> None:
    counting, goes_on, spend = threading.Event(), threading.Event(), RateBudget.spend
    left = {"x-ratelimit-limit": "100", "x-ratelimit-remaining": "50", "x-ratelimit-reset": "30"}

    def slowly(budget: RateBudget, now: float) -> RateBudget:
        spent = spend(budget, now)
        if threading.current_thread() is first:
            counting.set()
            goes_on.wait()
        return spent

    def answer(request: httpx.Request) -> httpx.Response:
        if threading.current_thread() is second:
            return httpx.Response(429, headers={"retry-after": "20"})
        return httpx.Response(200, json={"total": 1}, headers=left)

    def refused() -> None:
        with pytest.raises(RateLimited):
            shop.catalog.count()

    monkeypatch.setattr(RateBudget, "spend", slowly)
    shop = Storefront("store_x", "sfpk_x", "http://127.0.0.1:1", transport=httpx.MockTransport(answer), retry=never)
    first, second = threading.Thread(target=shop.catalog.count), threading.Thread(target=refused)
    shop.catalog.count()
    first.start()
    counting.wait()
    second.start()
    second.join(0.02)
    goes_on.set()
    first.join()
    second.join()
    assert shop._core.shared.admission.budget.blocked_until > 0
    shop.close()


def test_of_calls_that_end_at_once_each_is_counted() -> None:
    ends, threads, usual = 5000, 4, sys.getswitchinterval()
    admission = Admission(MemoryStore(), "rate", SYSTEM_CLOCK)
    admission._under_way = ends * threads

    def end_them() -> None:
        for _ in range(ends):
            admission.ended(SimpleNamespace(admitted=True))  # type: ignore[arg-type]

    try:
        sys.setswitchinterval(1e-6)  # a thread is stopped wherever it can be
        at_work = [threading.Thread(target=end_them) for _ in range(threads)]
        for each in at_work:
            each.start()
        for each in at_work:
            each.join()
    finally:
        sys.setswitchinterval(usual)
    assert admission._under_way == 0
