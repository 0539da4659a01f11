"""Guest and customer carts, tokens, merging."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from nexus_sandbox import Sandbox
from sandbox_shopper import BUNDLE, EBOOK, GAYO, SCARCE, Shopper, bundle, refused, variant

TOKEN = "X-Scalev-Guest-Token"


def test_the_first_call_issues_a_token_and_later_calls_keep_it(shop: Shopper) -> None:
    first = shop.get("/public/cart")
    token = first.headers[TOKEN]
    assert uuid.UUID(token)
    assert first.json()["items"] == []
    added = shop.post("/public/cart/items", json=variant(GAYO, 2), headers={TOKEN: token})
    assert (added.status_code, added.headers[TOKEN]) == (201, token)
    again = shop.get("/public/cart", headers={TOKEN: token.upper()})
    assert again.json() == added.json()
    assert again.headers[TOKEN] == token
    assert shop.get("/public/cart").headers[TOKEN] != token


def test_an_add_without_token_makes_a_cart(shop: Shopper) -> None:
    answer = shop.post("/public/cart/items", json={"type": "variant", "variant_id": str(GAYO)})
    assert shop.get("/public/cart", headers={TOKEN: answer.headers[TOKEN]}).json()["item_count"] == 1


def test_an_unknown_token_is_replaced(shop: Shopper) -> None:
    stale = str(uuid.uuid4())
    answer = shop.get("/public/cart", headers={TOKEN: stale})
    assert answer.status_code == 200
    assert answer.headers[TOKEN] != stale
    refused(shop.get("/public/cart", headers={TOKEN: "no-uuid"}), 404, TOKEN)
    refused(shop.post("/public/cart/items", json=variant(GAYO), headers={TOKEN: "no-uuid"}), 400, TOKEN)


def test_lines_add_up_change_and_go(guest: Shopper) -> None:
    guest.add(variant(GAYO), variant(GAYO, 2), bundle(BUNDLE))
    cart = guest.get("/public/cart").json()
    assert [(item["type"], item["quantity"]) for item in cart["items"]] == [("variant", 3), ("bundle_price_option", 1)]
    assert (cart["item_count"], cart["total"]) == (4, "450000.00")
    first, second = (item["id"] for item in cart["items"])
    assert guest.patch(f"/public/cart/items/{first}", json={"quantity": 1}).json()["item_count"] == 2
    assert guest.delete(f"/public/cart/items/{second}").json()["total"] == "125000.00"
    refused(guest.delete(f"/public/cart/items/{second}"), 404)
    refused(guest.patch("/public/cart/items/abc", json={"quantity": 1}), 404)


def test_another_guest_cannot_touch_the_lines(sandbox: Sandbox, guest: Shopper) -> None:
    item = guest.add(variant(GAYO))["items"][0]["id"]
    with Shopper(sandbox, guest=True) as other:
        refused(other.delete(f"/public/cart/items/{item}"), 404)
    assert guest.get("/public/cart").json()["item_count"] == 1


@pytest.mark.parametrize(
    ("item", "field"),
    [
        (variant(1), "variant_id"),
        (variant(10**30), "variant_id"),
        ({"type": "variant", "variant_id": "nope"}, "variant_id"),
        (bundle(1), "bundle_price_option_id"),
        (variant(SCARCE, 4), "quantity"),
        (variant(EBOOK, 101), "quantity"),
        (variant(GAYO, 0), "quantity"),
        ({"type": "gift"}, "type"),
        (variant(GAYO) | {"color": "red"}, "color"),
    ],
)
def test_what_cannot_be_added_is_named(guest: Shopper, item: dict[str, object], field: str) -> None:
    refused(guest.post("/public/cart/items", json=item), 400, field)
    assert guest.get("/public/cart").json()["items"] == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"x"', b"NaN", b"1e999", b'{"type": "\\ud800"}', b"\xff", b"[" * 100_000]
)
def test_bodies_that_are_no_json_object_are_refused(guest: Shopper, body: bytes) -> None:
    refused(guest.post("/public/cart/items", content=body), 400)


def test_a_body_has_its_bounds(guest: Shopper) -> None:
    refused(guest.post("/public/cart/items", content=b" " * (1 << 20) + b"{}"), 413)


def test_merge_moves_the_guest_cart(sandbox: Sandbox, guest: Shopper) -> None:
    guest.add(variant(GAYO, 2), bundle(BUNDLE))
    refused(guest.post("/public/cart/merge"), 401)
    guest.sign_in()
    guest.post("/customers/me/cart/items", json=variant(GAYO, 3))
    merged = guest.post("/public/cart/merge")
    assert merged.status_code == 200
    assert [(item["type"], item["quantity"]) for item in merged.json()["items"]] == [
        ("variant", 5),
        ("bundle_price_option", 1),
    ]
    assert guest.get("/customers/me/cart").json() == merged.json()
    assert guest.get("/public/cart").json()["items"] == []
    assert guest.post("/public/cart/merge").json() == merged.json()


def test_merge_stops_at_the_stock_and_keeps_what_was_there(sandbox: Sandbox, guest: Shopper) -> None:
    guest.add(variant(SCARCE, 2))
    guest.sign_in()
    guest.post("/customers/me/cart/items", json=variant(SCARCE, 3))
    sandbox.control.set_stock(SCARCE, 1)
    assert guest.post("/public/cart/merge").json()["item_count"] == 3


def test_customer_cart_lines(guest: Shopper) -> None:
    guest.sign_in()
    added = guest.post("/customers/me/cart/items", json=variant(GAYO))
    assert added.status_code == 201
    item = added.json()["items"][0]["id"]
    assert guest.patch(f"/customers/me/cart/items/{item}", json={"quantity": 4}).json()["item_count"] == 4
    refused(guest.patch(f"/customers/me/cart/items/{item}", json={"quantity": 0}), 400, "quantity")
    assert guest.delete(f"/customers/me/cart/items/{item}").json()["items"] == []
    assert guest.delete(f"/customers/me/cart/items/{item}").status_code == 200
    refused(guest.patch(f"/customers/me/cart/items/{item}", json={"quantity": 1}), 400, "item_id")


def test_parallel_adds_to_one_cart_lose_nothing(guest: Shopper) -> None:
    def add(_: int) -> int:
        return guest.post("/public/cart/items", json=variant(EBOOK)).status_code

    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(add, range(96))) == {201}
    assert guest.get("/public/cart").json()["item_count"] == 96
