"""Errors whose frames of ours have no variables: which frames those are, and what stays as it is."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from frames import leaks
from nexus_storefront import AsyncStorefront, InvalidInput, Storefront, StorefrontError
from nexus_storefront.events import Outbox
from nexus_storefront.frames import bare, with_bare_errors
from nexus_storefront.transport._async.listing import Listing as AsyncListing
from nexus_storefront.transport._sync.listing import Listing
from nexus_storefront.webhooks import AsyncWebhookWorker, Inbox, Receiver, WebhookWorker, sign, verify

SECRET = "Sari Wulandari"
OURS = """
def fails(secret):
    raise OSError

def keeps(secret):
    try:
        fails(secret)
    except OSError as error:
        yield error
    yield secret

def calls(secret, function):
    try:
        fails(secret)
    except OSError:
        function()

async def coroutine(secret): fails(secret)

async def async_generator(secret):
    yield 1
    fails(secret)

def generator(secret):
    yield 1
    fails(secret)
"""


@pytest.fixture
def ours() -> dict[str, Any]:
    """Functions as of a module of ours."""
    module: dict[str, Any] = {"__name__": "nexus_storefront.something"}
    exec(compile(OURS, "something.py", "exec"), module)
    return module


def test_who_still_works_goes_on(ours: dict[str, Any]) -> None:
    working = ours["keeps"](SECRET)
    error = next(working)
    assert leaks(error, [SECRET], but_not_in=__file__) == ["keeps.secret", "fails.secret"]
    bare(error)
    assert not leaks(error, [SECRET], but_not_in=__file__)
    assert next(working) == SECRET


def test_what_it_came_of_is_bare_and_what_others_did_is_not(ours: dict[str, Any]) -> None:
    def of_the_caller() -> None:
        mine = "visible"
        raise ExceptionGroup(mine, [next(ours["keeps"](SECRET))])

    with pytest.raises(ExceptionGroup) as caught:
        with_bare_errors(ours["calls"])(SECRET, of_the_caller)
    error = caught.value
    assert not leaks(error, [SECRET], but_not_in=__file__)
    mine = "test_what_it_came_of_is_bare_and_what_others_did_is_not.<locals>.of_the_caller.mine"
    assert mine in leaks(error, ["visible"], but_not_in="")
    assert [(step.name, step.lineno) for step in traceback.extract_tb(error.__traceback__)][-2:-1] == [("calls", 16)]
    assert isinstance(error.__context__, OSError)
    assert [step.name for step in traceback.extract_tb(error.__context__.__traceback__)] == ["calls", "fails"]


def test_what_an_error_of_the_callers_own_is_made_of(ours: dict[str, Any]) -> None:
    class Mine(Exception):
        exceptions = None

    def of_the_caller() -> None:
        raise Mine

    with pytest.raises(Mine):
        with_bare_errors(ours["calls"])(SECRET, of_the_caller)


async def _all(steps: AsyncIterable[Any]) -> None:
    async for _ in steps:
        pass


def _run(work: Any) -> None:
    if inspect.iscoroutine(work):
        with pytest.raises(StopIteration):
            work.send(None)
    elif inspect.isasyncgen(work):
        _run(_all(work))
    else:
        list(work)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("coroutine", inspect.iscoroutinefunction),
        ("async_generator", inspect.isasyncgenfunction),
        ("generator", inspect.isgeneratorfunction),
        ("fails", inspect.isfunction),
    ],
)
def test_each_kind_of_function(ours: dict[str, Any], name: str, kind: Callable[[object], bool]) -> None:
    work = with_bare_errors(ours[name])
    assert kind(work)
    assert str(inspect.signature(work)) == "(secret)"
    for wrong in (False, True):
        with pytest.raises(TypeError if wrong else OSError) as caught:
            _run(work(SECRET, wrong=SECRET) if wrong else work(SECRET))
        assert not leaks(caught.value, [SECRET], but_not_in=__file__)


async def _closed(steps: Any) -> None:
    await anext(steps)
    await steps.aclose()


def test_a_generator_is_closed_with_the_one_around_it() -> None:
    closed = []

    def steps() -> Iterator[int]:
        try:
            yield 1
        finally:
            closed.append("generator")

    async def async_steps() -> AsyncIterator[int]:
        try:
            yield 1
        finally:
            closed.append("async")

    made: Any = with_bare_errors(steps)()
    next(made)
    made.close()
    _run(_closed(with_bare_errors(async_steps)()))
    assert closed == ["generator", "async"]


@pytest.mark.parametrize("half", [Listing, AsyncListing])
def test_a_loop_over_a_list_of_which_a_page_fails(half: Any) -> None:
    pages = iter([{"data": [], "has_next": True, "next_cursor": SECRET}])

    async def asked(**page: object) -> object:
        return next(pages, None) or {}["page"]

    def fetch(**page: object) -> object:
        return next(pages, None) or {}["page"]

    with pytest.raises(KeyError) as caught:
        _run(_all(half(asked, None)) if half is AsyncListing else half(fetch, None))
    assert not leaks(caught.value, [SECRET], but_not_in=__file__)


@pytest.mark.parametrize("half", [Storefront, AsyncStorefront])
def test_of_a_shop_that_cannot_be_made(half: Any) -> None:
    known = {"SCALEV_STORE_UNIQUE_ID": "store_x", "SCALEV_STOREFRONT_API_KEY": "sfpk_x"}
    for fails in (
        lambda: half("store_x", "sfpk_x", f"https://u:{SECRET}@api.test"),
        lambda: half("store_x", "sfpk_x", headers={"X-Gateway": f"{SECRET}\n"}),
        lambda: half.from_env({**known, "SCALEV_API_BASE": "ftp://api.test", "DATABASE": SECRET}),
    ):
        with pytest.raises(InvalidInput) as caught:
            fails()
        assert not leaks(caught.value, [SECRET], but_not_in=__file__)


GROUPS = ("catalog", "locations", "cart", "orders", "auth", "account", "subscriptions", "courses", "intents")


@pytest.mark.parametrize("half", [Storefront, AsyncStorefront])
def test_every_group_has_them(half: Any) -> None:
    shop = half("store_x", "sfpk_x")
    parts = [shop, *(getattr(shop, name) for name in (*GROUPS, "discounts", "checkout", "events"))]
    kinds = [*map(type, parts), type(shop.orders.mine()), Inbox, Outbox, Receiver, WebhookWorker, AsyncWebhookWorker]
    for kind in kinds:
        for name, method in inspect.getmembers(kind, inspect.isfunction):
            static = isinstance(inspect.getattr_static(kind, name), staticmethod)
            if not name.startswith("_") and not static:
                assert method.__globals__["__name__"] == "nexus_storefront.frames", f"{kind.__name__}.{name}"


def test_of_webhooks(tmp_path: Path) -> None:
    body, key = f'{{"event": "order.created", "unique_id": "1", "data": {{"n": "{SECRET}"}}}}'.encode(), "whsec"
    webhook = verify(body, {"X-Scalev-Hmac-Sha256": sign(body, key)}, key)
    wrong = body + b"}"
    for fails in (
        lambda: verify(wrong, {"X-Scalev-Hmac-Sha256": sign(wrong, key)}, key),
        lambda: verify(body, {}, key),
        lambda: Inbox(tmp_path).put(webhook, body),
        lambda: Receiver(Inbox(tmp_path), key).receive(body.decode(), {}),  # type: ignore[arg-type]
    ):
        with pytest.raises(StorefrontError) as caught:
            fails()
        assert not leaks(caught.value, [SECRET], but_not_in=__file__)
