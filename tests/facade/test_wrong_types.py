"""Every public callable, given what it does not take: an error of ours that names the argument, never a raw one.

Records that only hold what an answer said take anything; what is asked of the rest is no `TypeError`, `AttributeError`
and the like out of the library. Binding a call to its parameters is Python's own.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import httpx
import nexus_storefront
import pytest
from nexus_storefront import (
    Breakdown,
    InvalidInput,
    Item,
    Listing,
    Money,
    QrCode,
    Retry,
    Storefront,
    StorefrontError,
    Timeouts,
    never,
)
from nexus_storefront.arguments import origin as read_origin
from nexus_storefront.events import capture_attribution

VALUES: dict[str, Any] = {
    "none": None,
    "int": 5,
    "negative": -5,
    "float": 5.5,
    "nan": float("nan"),
    "true": True,
    "empty": "",
    "text": "text",
    "list": [],
    "list of none": [None],
    "list of lists": [[]],
    "dict": {},
    "dict of ints": {5: 5},
    "tuple": (1, 2),
    "object": object(),
    "bytes": b"x",
    "class": int,
    "lone surrogate": "\ud800",
    "nul": "a\0b",
    "function": lambda *arguments, **options: None,
}
ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)
HUGE: dict[str, Any] = {  # which cannot even be written out
    "endless": ENDLESS,
    "huge": 10**5000,
    "dict of huge": {10**5000: 10**5000},
    "huge decimal": Decimal("1E+9999999"),
}
GROUPS = {
    *("account", "auth", "cart", "catalog", "checkout", "courses", "discounts", "intents", "locations", "orders"),
    "subscriptions",
}
# What a call needs to come as far as the argument that is tried.
GOOD: dict[str, Any] = {
    "address": "Jl. Contoh 3",
    "amount": Money(1),
    "api_key": "sfpk_x",
    "base_url": "https://api.example",
    "email": "a@example.com",
    "every": 0.01,
    "items": [Item(variant_id=1)],
    "location_id": 1,
    "otp": "123456",
    "password": "kata-sandi",
    "store_id": "store_x",
    "within": 0,
}
# Made by the library alone; the arguments are its own parts.
INTERNAL = {
    "AttemptRecord",
    "AsyncCheckout",
    "AsyncCheckoutIntent",
    "AsyncOtpChallenge",
    "Checkout",
    "CheckoutIntent",
    "SyncOtpChallenge",
}


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"data": [], "payment_status": "paid"})


@pytest.fixture(scope="module")
def shop() -> Iterator[Storefront]:
    with Storefront(
        "store_x", "sfpk_x", "https://api.example", transport=httpx.MockTransport(answer), retry=never
    ) as shop:
        yield shop


def try_all(what: str, function: Callable[..., Any], values: dict[str, Any] = VALUES) -> None:
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return
    named = [each for each in parameters if each.kind not in (each.VAR_POSITIONAL, each.VAR_KEYWORD)]
    needed = {each.name: GOOD.get(each.name, "x") for each in named if each.default is each.empty}
    for parameter in named:
        for kind, value in values.items():
            good = {"within": 0} if "within" in {each.name for each in named} else {}
            try:
                made = function(**{**needed, **good, parameter.name: value})
                if isinstance(made, Listing):
                    made.page()
                elif inspect.isgenerator(made):
                    next(made, None)
                repr(made)
            except StorefrontError:
                pass
            except Exception as error:
                raise AssertionError(f"{what}({parameter.name}={kind}): {error!r}") from error


NAMES = [
    name
    for name in nexus_storefront.__all__
    if name not in INTERNAL
    and callable(getattr(nexus_storefront, name))
    and not (inspect.isclass(kind := getattr(nexus_storefront, name)) and issubclass(kind, BaseException))
]


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_refuses_in_words(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    public = getattr(nexus_storefront, name)
    try_all(name, public)
    for method, function in inspect.getmembers(public, inspect.ismethod):
        if not method.startswith("_"):
            try_all(f"{name}.{method}", function)


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_a_method_of_a_shop_refuses_in_words(group: str, shop: Storefront) -> None:
    for method, function in inspect.getmembers(getattr(shop, group), inspect.ismethod):
        if not method.startswith("_"):
            try_all(f"{group}.{method}", function, VALUES | HUGE)


def test_a_method_of_what_a_shop_gives_refuses_in_words(shop: Storefront) -> None:
    givers = {
        "checkout": shop.checkout.start([Item(variant_id=1)]),
        "breakdown": Breakdown.of({}),
        "money": Money(1),
        "qr": QrCode("x"),
        "shop": shop,
    }
    for what, giver in givers.items():
        for method, function in inspect.getmembers(giver, inspect.ismethod):
            if not method.startswith("_") and method != "close":
                try_all(f"{what}.{method}", function, VALUES | HUGE)


@pytest.mark.parametrize(
    "headers",
    [
        "X-A: 1",
        ["X-A"],
        [("X-A", "1")],
        5,
        {5: "1"},
        {"X-A": 5},
        {"X-A": ["1"]},
        {"X A": "1"},
        {("X", "A"): "1"},
        {"": "1"},
    ],
)
def test_headers_of_a_wrong_form_are_refused_by_name(headers: Any, shop: Storefront) -> None:
    with pytest.raises(InvalidInput, match="header"):
        Storefront("store_x", "sfpk_x", headers=headers)
    with pytest.raises(InvalidInput, match="header"):
        shop.with_options(headers=headers)


class _Text(str, Enum):  # noqa: UP042 - the value of a StrEnum is its text, too
    STORE = "store_x"


class _Number(int, Enum):
    COFFEE = 494535


def test_a_member_of_an_enum_is_sent_as_its_value() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"data": [], "items": []}, headers={"X-Scalev-Guest-Token": "t"})

    store, name, number = nexus_storefront.MemoryStore(), _Text.STORE, _Number.COFFEE
    enough: dict[str, Any] = {"store": store, "transport": httpx.MockTransport(answer), "retry": never}
    with Storefront(name, name, "https://api.example", customer=name, **enough) as shop:
        shop.cart.get()
        shop.catalog.availability(number)
        shop.catalog.product(name)
        shop.catalog.offers([number])
        with suppress(StorefrontError):
            shop.auth.login("a@example.com", name)
    text = "".join(f"{each.url}{each.headers}{each.content!r}" for each in seen) + str(list(store.keys("")))
    assert ("STORE" in text, "COFFEE" in text) == (False, False)
    assert text.count("494535") == 2
    assert "guest/store_x/store_x" in text


def test_timeouts_that_were_changed_are_looked_at(shop: Storefront) -> None:
    for wrong in (-1, float("nan"), "1"):
        with pytest.raises(InvalidInput, match="timeout total"):
            shop.with_options(timeout=Timeouts()._replace(total=wrong))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["494535", b"494535", bytearray(b"1")])
def test_a_text_is_no_list(text: Any, shop: Storefront) -> None:
    for take in (
        shop.catalog.offers,
        shop.checkout.start,
        lambda value: shop.discounts.check("CODE", items=value),
        lambda value: Storefront("store_x", "sfpk_x", hooks=value),
        lambda value: nexus_storefront.CheckoutPolicy(settle_reads=value),
    ):
        with pytest.raises(InvalidInput):
            take(text)


@pytest.mark.parametrize(
    "settings",
    [
        {"checkout_policy": 5},
        {"events": "meta"},
        {"hooks": [5]},
        {"store": nexus_storefront.MemoryStore},
        {"retry": 5},
        {"drift": []},
        {"headers": ""},
        {"http2": "false"},
        {"retry": nexus_storefront.Retry},
    ],
)
def test_settings_that_cannot_work_are_refused_when_they_are_made(settings: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match=next(iter(settings))):
        Storefront("store_x", "sfpk_x", **settings)


@pytest.mark.parametrize(
    ("make", "settings"),
    [
        (nexus_storefront.CheckoutPolicy, {"quote_max_age": float("nan")}),
        (nexus_storefront.CheckoutPolicy, {"settle_reads": ()}),
        (nexus_storefront.CheckoutPolicy, {"settle_reads": ("1",)}),
        (nexus_storefront.CheckoutPolicy, {"settle_after": "120"}),
        (nexus_storefront.Retry, {"attempts": 0}),
        (nexus_storefront.Retry, {"attempts": 2.5}),
        (nexus_storefront.Retry, {"base": "1"}),
        (nexus_storefront.Retry, {"cap": -1}),
        (nexus_storefront.Retry, {"random": 0.5}),
        (nexus_storefront.DriftReport, {"limit": "many"}),
        (Storefront.from_env, {"environ": [("SCALEV_STORE_UNIQUE_ID", "x")]}),
        (QrCode("x").png, {"scale": 0}),
        (QrCode("x").svg, {"scale": 0.0}),
        (QrCode("x").terminal, {"border": -1}),
        (QrCode("x" * 5000).svg, {}),
        (nexus_storefront.RedisStore, {"prefix": 5}),
        (nexus_storefront.RedisStore, {"replicas": "1"}),
    ],
)
def test_numbers_that_cannot_work_are_refused(make: Callable[..., Any], settings: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        make(**settings)


def test_a_text_is_neither_true_nor_false(shop: Storefront) -> None:
    for take, name in (
        (shop.checkout.start, "clear_cart"),
        (shop.checkout.start, "digital"),
        (shop.checkout.start, "customer"),
        (shop.checkout.unfinished, "everyone"),
        (lambda **keep: shop.auth.login("a@example.com", "x", **keep), "keep_cart"),
        (lambda **keep: shop.auth.verify_otp("a@example.com", "1", **keep), "keep_cart"),
        (shop.account.update, "is_unsubscribe"),
    ):
        with pytest.raises(InvalidInput, match=name):
            take(**{name: "false"})  # type: ignore[operator]


@pytest.mark.parametrize(
    "origin", ["shop.example", "ftp://shop.example", "https://", "https://[", 5, None, "https://a:b"]
)
def test_an_origin_is_one(origin: Any) -> None:
    with pytest.raises(InvalidInput, match="origin"):
        read_origin("origin", origin)
    for page in ("https://shop.example/", " https://shop.example/reset?x=1#y\n"):
        assert read_origin("origin", page) == "https://shop.example"
    assert read_origin("origin", "http://localhost:3000/a") == "http://localhost:3000"


def test_a_float_is_refused_as_an_amount_in_pythons_words_too() -> None:
    for wrong in (lambda: Money(1.5), lambda: Money(1) + 1.5, lambda: Money(1) * Money(1)):  # type: ignore[arg-type,operator]
        with pytest.raises(TypeError) as caught:
            wrong()
        assert isinstance(caught.value, StorefrontError)


@pytest.mark.parametrize("name", ["connect", "read", "write", "pool", "total"])
@pytest.mark.parametrize("odd", ["x", None, True, 0, -1, float("nan"), float("inf"), 2e6, 10**400])
def test_a_timeout_that_is_none_is_refused_where_it_is_made(name: str, odd: Any) -> None:
    with pytest.raises(InvalidInput, match=name):
        Timeouts(**{name: odd})
    assert Timeouts(**{name: 3})._asdict()[name] == 3


def test_what_a_count_cannot_be_is_not_said() -> None:
    for said, count in ((float("nan"), None), (float("inf"), None), ("many", None), ("12", 12), (12.0, 12)):
        content = json.dumps({"total": said}).encode()
        answered = httpx.MockTransport(lambda request, content=content: httpx.Response(200, content=content))  # type: ignore[misc]
        with Storefront("store_x", "sfpk_x", "https://api.example", transport=answered) as shop:
            assert shop.catalog.count() == count


def test_a_name_or_number_where_a_thing_belongs_is_told_where_the_thing_is(shop: Storefront) -> None:
    ordering = shop.checkout.start([Item(variant_id=1)])
    for option in ("JNE", 0, None):
        with pytest.raises(InvalidInput, match=r"^option must be one of shipping_options\(\)"):
            ordering.ship_with(option)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match=r"^courier_service_id must be a whole number"):
        ordering.ship_with({"courier_service_id": "JNE"})
    as_customer = shop.checkout.start(customer=True)
    for address in (5, "Rumah", {"id": 5}):
        with pytest.raises(InvalidInput, match=r"^address must be one of shop\.checkout\.my_addresses\(\)"):
            as_customer.deliver_to_saved(address)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match=r"^store must be a Store, such as FileStore\(path\)"):
        Storefront("store_x", "sfpk_x", store="shop.db")  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="must be a text: a label of 1 to 128 letters"):
        Storefront("store_x", "sfpk_x", customer=42)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="as a text"):
        shop.auth.verify_otp("a@example.com", 123456)  # type: ignore[arg-type]


def test_what_would_never_be_awaited_is_no_function() -> None:
    async def awaited(*_: object) -> None: ...

    later: Any = awaited
    with Storefront("store_x", "sfpk_x") as shop:
        takers: tuple[Callable[[], object], ...] = (
            lambda: shop.orders.send_proof("slug", b"\xff\xd8\xff", progress=later),
            lambda: capture_attribution("https://toko.example/", "", random=later),
            lambda: Retry(random=later),
        )
        for take in takers:
            with pytest.raises(InvalidInput, match="must be a function"):
                take()
