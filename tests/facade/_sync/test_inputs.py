# Rendered from tests/facade/_async/test_inputs.py by scripts/unasync.py; edit that file.
"""Arguments that name nothing are refused before anything is sent, wherever they are given."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import unquote

import pytest
from nexus_storefront import Storefront, InvalidInput, NotFound
from nexus_storefront.shop._sync import shop as shop_module

pytestmark = pytest.mark.anyio

HOSTILE = [
    "..",
    ".",
    "%2e%2e",
    "%252e",
    "a%2f..%2fb",
    " ",
    "a/b",
    "../../v3/orders",
    "a\\b",
    "a?b=c",
    "a#b",
    "a b",
    "a\r\nX-Evil: 1",
    "a\0b",
    "",
    "x" * 1_000_000,
    "kopi☕",
    "\ud800",
    "a%00b",
    None,
    1.5,
    True,
    ["a"],
    b"a",
]

# A slug may have any letters: what a visitor types is asked for, and not there.
UNKNOWN = [
    "%2e%2ea",
    "a?b=c",
    "a#b",
    "a b",
    "kopi☕",
    "a%00b",
    "<script>",
    ".well-known",
    "kopi-gayo-(500g)",
    "a" * 300,
]

BY_ID: dict[str, Callable[[Storefront, Any], object]] = {
    "product": lambda shop, value: shop.catalog.product(value),
    "bundle": lambda shop, value: shop.catalog.bundle(value),
    "availability": lambda shop, value: shop.catalog.availability(value),
    "cities": lambda shop, value: shop.locations.cities(value),
    "postal_codes": lambda shop, value: shop.locations.postal_codes(value),
    "cart change": lambda shop, value: shop.cart.change(value, 1),
    "cart remove": lambda shop, value: shop.cart.remove(value),
    "order": lambda shop, value: shop.orders.get(value),
    "order update": lambda shop, value: shop.orders.update(value, notes="x"),
    "my order": lambda shop, value: shop.orders.get_mine(value),
    "address": lambda shop, value: shop.account.address(value),
    "update address": lambda shop, value: shop.account.update_address(value, notes="x"),
    "remove address": lambda shop, value: shop.account.remove_address(value),
    "subscription": lambda shop, value: shop.subscriptions.get(value),
    "cancel": lambda shop, value: shop.subscriptions.cancel(value),
    "resume": lambda shop, value: shop.subscriptions.resume(value),
    "upgrade options": lambda shop, value: shop.subscriptions.upgrade_options(value),
    "upgrade": lambda shop, value: shop.subscriptions.upgrade(value, 1),
    "downgrade options": lambda shop, value: shop.subscriptions.downgrade_options(value),
    "downgrade": lambda shop, value: shop.subscriptions.downgrade(value, 1),
    "course": lambda shop, value: shop.courses.get(value),
    "section": lambda shop, value: shop.courses.section(value),
    "content": lambda shop, value: shop.courses.content(value),
    "progress": lambda shop, value: shop.courses.set_progress(value, 1),
    "prefill": lambda shop, value: shop.intents.prefill(value),
}


@pytest.mark.parametrize("what", BY_ID)
def test_hostile_ids_are_refused_before_sending(wire: Any, what: str) -> None:
    with wire.shop() as shop:
        for value in HOSTILE:
            if what in ("product", "bundle") and value in UNKNOWN:
                continue
            with pytest.raises(InvalidInput) as caught:
                BY_ID[what](shop, value)
            assert len(str(caught.value)) < 300
            assert not caught.value.may_have_taken_effect
            number = what in ("cities", "postal_codes")
            # One `except NotFound` is enough for what a visitor typed.
            assert isinstance(caught.value, NotFound) == (isinstance(value, str) and not number), (value, caught.value)
    assert wire.requests == []


@pytest.mark.parametrize("what", ["product", "bundle"])
def test_a_slug_in_any_letters_is_asked_for_as_it_is(wire: Any, reply: Any, what: str) -> None:
    wire.default = lambda request: reply(404, {"error": "Not Found"})
    with wire.shop() as shop:
        for value in UNKNOWN:
            with pytest.raises(NotFound):
                BY_ID[what](shop, value)
            path = wire.requests[-1].url.raw_path.decode()
            assert unquote(path.rpartition("/")[2]) == value
            assert path.count("/") == 6
    assert len(wire.requests) == len(UNKNOWN)


TEXT = {
    "search": lambda shop, value: shop.locations.provinces(search=value),
    "location search": lambda shop, value: shop.locations.search(value).all(),
    "cursor": lambda shop, value: shop.catalog.items().page(next_cursor=value),
    "code": lambda shop, value: shop.discounts.check(value),
    "name": lambda shop, value: shop.account.update(name=value.replace("\r\n", "\0")),
    "notes": lambda shop, value: shop.orders.update("slug", notes=value + "\0"),
    "proof": lambda shop, value: shop.orders.update("slug", transferproof_url=value or "\0"),
}


@pytest.mark.parametrize("what", TEXT)
def test_hostile_texts_are_refused_before_sending(wire: Any, what: str) -> None:
    with wire.shop() as shop:
        for value in ("", "x" * 1_000_000, "a\0b", "a\r\nb", "\ud800"):
            with pytest.raises(InvalidInput):
                TEXT[what](shop, value)  # type: ignore[no-untyped-call]
    assert wire.requests == []


def test_an_impossible_password_is_refused_before_sending(wire: Any) -> None:
    with wire.shop() as shop:
        for password in ("", "x" * 1025, None):
            with pytest.raises(InvalidInput):
                shop.account.set_password(password)
    assert wire.requests == []


def test_texts_that_people_write_are_sent_as_they_are(wire: Any) -> None:
    with wire.shop() as shop:
        shop.locations.provinces(search="Jl. Kebon Jeruk & ☕ #5?")
        shop.orders.update("slug", notes="satu\ndua 🙏")
    assert wire.requests[0].url.params["search"] == "Jl. Kebon Jeruk & ☕ #5?"
    assert "satu\\ndua" in wire.requests[1].content.decode()


def test_the_generated_layer_refuses_through_the_same_tree(wire: Any) -> None:
    from nexus_commerce.api.storefront import add_guest_cart_item, get_storefront_product

    with wire.shop() as shop:
        with pytest.raises(InvalidInput) as caught:
            get_storefront_product.sync("store_x", "..", client=shop.api)
        assert caught.value.operation_id == "getStorefrontProduct"
        with pytest.raises(InvalidInput, match="quantity"):
            add_guest_cart_item.sync(
                "store_x", client=shop.api, body={"type": "variant", "variant_id": 1, "quantity": 0}
            )
    assert wire.requests == []


@pytest.mark.parametrize(
    "settings",
    [
        {"store_id": ""},
        {"store_id": "a/b"},
        {"store_id": "../x"},
        {"store_id": "store\n"},
        {"api_key": ""},
        {"api_key": "a b\r\n"},
        {"base_url": "http://api.scalev.com"},
        {"base_url": "ftp://127.0.0.1"},
        {"base_url": "https://"},
        {"base_url": "https://user:secret@api.scalev.com"},
        {"base_url": "https://api.scalev.com?x=1"},
        {"base_url": "https://api.scalev.com#x"},
        {"base_url": "https://api.scalev.com:notaport"},
        {"base_url": "http://127.0.0.1.evil.test"},
        {"base_url": "http://localhost.evil.test"},
        {"base_url": "https://api.scalev.com\n"},
        {"base_url": "//api.scalev.com"},
        {"customer": "../x"},
        {"customer": ""},
        {"timeout": 0},
        {"timeout": -1},
        {"timeout": float("nan")},
        {"timeout": float("inf")},
        {"timeout": "5"},
    ],
)
def test_settings_are_checked_at_once(settings: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as caught:
        Storefront(**{"store_id": "store_x", "api_key": "sfpk_x", **settings})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8420", "http://localhost:1/", "http://[::1]:9", "https://x.test/p/"])
def test_loopback_may_be_plain(url: str) -> None:
    assert not Storefront("store_x", "sfpk_x", url)._core.settings.base_url.endswith("/")


def test_from_env() -> None:
    environ = {
        "SCALEV_STORE_UNIQUE_ID": "store_x",
        "SCALEV_STOREFRONT_API_KEY": "sfpk_very_secret",
        "SCALEV_API_BASE": "https://api.test",
    }
    shop = Storefront.from_env(environ, timeout=3)
    assert (shop._core.settings.base_url, shop._core.settings.timeouts.read) == ("https://api.test", 3)
    assert "secret" not in repr(shop) + repr(shop._core) + repr(shop._core.settings) + repr(shop.api)
    del environ["SCALEV_API_BASE"]
    assert Storefront.from_env(environ)._core.settings.base_url == "https://api.scalev.com"
    del environ["SCALEV_STOREFRONT_API_KEY"]
    assert Storefront.from_env(environ, api_key="sfpk_vault")._core.settings.api_key == "sfpk_vault"
    with pytest.raises(InvalidInput, match="SCALEV_STOREFRONT_API_KEY"):
        Storefront.from_env({"SCALEV_STORE_UNIQUE_ID": "store_x"})


def test_the_keywords_of_from_env_are_those_of_the_constructor() -> None:
    taken = inspect.signature(Storefront).parameters
    tree = ast.parse(inspect.getsource(shop_module))  # they are there for type checkers alone
    (options,) = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == "Options")
    named = {ast.unparse(it.target): ast.unparse(it.annotation) for it in options.body if isinstance(it, ast.AnnAssign)}
    assert named == {name: parameter.annotation for name, parameter in taken.items()}


def test_an_http_client_of_the_wrong_half_is_refused() -> None:
    for wrong in (object(), type):
        with pytest.raises(InvalidInput):
            Storefront("store_x", "sfpk_x", http_client=wrong)  # type: ignore[arg-type]
