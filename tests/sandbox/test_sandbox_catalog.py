"""Catalogue, locations, identities and what is outside the sandbox."""

from __future__ import annotations

import httpx
import pytest
from nexus_sandbox import Sandbox
from sandbox_shopper import BUNDLE, COURSE, EBOOK, GAYO, SCARCE, Shopper, refused


def _walk(shop: Shopper, path: str, size: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    cursor: str | None = None
    for _ in range(200):
        params = {"page_size": size} | ({"next_cursor": cursor} if cursor else {})
        page = shop.get(path, params=params).json()
        rows += page["data"]
        assert page["has_previous"] == (cursor is not None)
        cursor = page["next_cursor"]
        if not page["has_next"]:
            assert cursor is None
            return rows
    raise AssertionError("the list does not end")


def test_items_come_page_by_page_each_once(shop: Shopper) -> None:
    total = shop.get("/public/items/count").json()["total"]
    rows = _walk(shop, "/public/items", 7)
    assert len(rows) == total >= 60
    assert len({(row["entity_type"], row["id"]) for row in rows}) == total
    assert {row["entity_type"] for row in rows} == {"product", "bundle_price_option"}


def test_a_page_leads_back_to_the_one_before(shop: Shopper) -> None:
    first = shop.get("/public/items?page_size=5").json()
    second = shop.get("/public/items", params={"page_size": 5, "next_cursor": first["next_cursor"]}).json()
    back = shop.get("/public/items", params={"page_size": 5, "previous_cursor": second["previous_cursor"]}).json()
    assert back["data"] == first["data"]
    assert (back["has_previous"], back["has_next"]) == (False, True)


def test_cursors_are_opaque_and_single(shop: Shopper) -> None:
    page = shop.get("/public/items?page_size=5").json()
    refused(shop.get("/public/items?next_cursor=zzz"), 404, "next_cursor", code="invalid_cursor")
    both = {"next_cursor": page["next_cursor"], "previous_cursor": page["next_cursor"]}
    refused(shop.get("/public/items", params=both), 404, "previous_cursor")
    refused(shop.get("/public/locations", params={"next_cursor": page["next_cursor"]}), 404, "next_cursor")
    refused(shop.get("/public/items?page_size=0"), 404, "page_size")
    refused(shop.get("/public/locations?page_size=101"), 404, "page_size")


def test_the_same_seed_makes_the_same_shop() -> None:
    def names(seed: int) -> list[tuple[str, str]]:
        with Sandbox(seed=seed) as sandbox, Shopper(sandbox) as shop:
            return [(row["slug"], row["unique_id"]) for row in shop.get("/public/items?page_size=100").json()["data"]]

    assert names(1) == names(1) != names(2)


def test_guide_ids_are_on_the_shelf(shop: Shopper) -> None:
    product = shop.get("/public/products/kopi-arabika-gayo").json()
    assert GAYO in [row["id"] for row in product["variants"]]
    assert product["price_range"] == {"min": "125000.00", "max": "235000.00"}
    option = shop.get("/public/bundle-price-options/paket-buku-seduh").json()
    assert option["bundle_price_option_id"] == BUNDLE
    assert [line["variant_id"] for line in option["bundlelines"]] == [494601, 494602]
    refused(shop.get("/public/bundle-price-options/kopi-arabika-gayo"), 404)


def test_hidden_items_are_readable_but_not_listed(shop: Shopper) -> None:
    listed = {row["slug"] for row in _walk(shop, "/public/items", 100)}
    for path, slug in (
        ("/public/products", "paket-reseller-kopi"),
        ("/public/bundle-price-options", "paket-mitra-tersembunyi"),
    ):
        assert slug not in listed
        assert shop.get(f"{path}/{slug}").json()["slug"] == slug


def test_stock_shows_in_availability_pricing_and_cards(shop: Shopper, sandbox: Sandbox) -> None:
    def seen() -> tuple[str, bool, bool]:
        status = shop.get(f"/public/variants/{SCARCE}/availability").json()["stock_status"]
        priced = shop.get(f"/public/variants/pricing?ids={SCARCE},nonsense,{SCARCE}").json()["data"]
        assert len(priced) == 1
        return status, priced[0]["available"], shop.get("/public/products/kopi-robusta-temanggung").json()["in_stock"]

    assert seen() == ("low_stock", True, True)
    sandbox.control.set_stock(SCARCE, 0)
    sandbox.control.set_stock(494540, 0)
    assert seen() == ("out_of_stock", False, False)
    sandbox.control.set_stock(SCARCE, 100)
    assert seen() == ("in_stock", True, True)
    assert shop.get(f"/public/variants/{EBOOK}/availability").json() == {
        "variant_id": EBOOK,
        "available": True,
        "available_qty": None,
        "stock_status": "in_stock",
    }


def test_a_bundle_runs_out_with_its_parts(shop: Shopper, sandbox: Sandbox) -> None:
    assert shop.get("/public/bundle-price-options/paket-seduh-gayo").json()["in_stock"] is True
    sandbox.control.set_stock(GAYO, 0)
    assert shop.get("/public/bundle-price-options/paket-seduh-gayo").json()["in_stock"] is False


def test_locations_by_steps_and_by_search(shop: Shopper) -> None:
    provinces = shop.get("/public/locations/provinces").json()["data"]
    assert {"province_id": 31, "province_name": "DKI Jakarta"} in provinces
    cities = shop.get("/public/locations/cities?province_id=31").json()["data"]
    assert {"city_id": 3171, "city_name": "Kota Jakarta Pusat"} in cities
    places = shop.get("/public/locations/subdistricts?city_id=3171").json()["data"]
    assert {place["id"]: place["subdistrict_name"] for place in places}[9089] == "Cempaka Putih"
    assert {"postal_code": "10510"} in shop.get("/public/locations/9089/postal-codes").json()["data"]
    found = shop.get("/public/locations", params={"search": "cempaka putih, jakarta"}).json()["data"]
    assert [place["id"] for place in found] == [9089]
    assert shop.get("/public/locations", params={"search": "%"}).json()["data"] == []
    assert shop.get("/public/locations/cities?province_id=abc").json()["data"] == []
    refused(shop.get("/public/locations/1/postal-codes"), 404)
    refused(shop.get("/public/locations/abc/postal-codes"), 404)


def test_every_payment_method_of_the_service_is_there(shop: Shopper) -> None:
    rows = {row["code"]: row for row in shop.get("/public/payment-methods").json()["data"]}
    assert len([code for code in rows if code.startswith("va_")]) == 17
    assert {"bank_transfer", "cod", "qris", "gopay", "dana", "linkaja", "shopeepay", "ovo", "card"} <= set(rows)
    assert {"invoice", "payment_link", "alfamart"} <= set(rows)
    assert "no_payment" not in rows
    assert [code for code, row in rows.items() if not row["enabled"]] == ["kredivo"]


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/v3/stores/store_other/public/items", {}),
        ("/v3/stores/store_sandbox/public/items", {"X-Scalev-Storefront-Api-Key": "sfpk_wrong"}),
        ("/v3/stores/store_sandbox/public/items", {"X-Scalev-Storefront-Api-Key": ""}),
        ("/v3/stores/store_other/public/auth/login", {}),
    ],
)
def test_wrong_store_or_key_is_one_and_the_same_404(sandbox: Sandbox, path: str, headers: dict[str, str]) -> None:
    headers = {"X-Scalev-Storefront-Api-Key": sandbox.api_key} | headers
    method = "POST" if path.endswith("login") else "GET"
    answer = httpx.request(method, sandbox.base_url + path, headers=headers)
    assert answer.status_code == 404
    assert answer.json() == {"error": "Not Found", "error_code": "not_found", "message": "Store not found"}


def test_routes_outside_the_sandbox(sandbox: Sandbox, shop: Shopper) -> None:
    refused(httpx.get(sandbox.base_url + "/v3/products"), 501, code="not_in_sandbox")
    refused(httpx.get(sandbox.base_url + "/v3/nothing/here"), 404, code="not_found")
    refused(httpx.get(sandbox.base_url + "/"), 404, code="not_found")
    answer = shop.put("/public/cart")
    refused(answer, 405, code="method_not_allowed")
    assert answer.headers["Allow"] == "GET"


def test_what_the_service_overlooks_is_overlooked(shop: Shopper) -> None:
    answer = shop.get(
        "/public/items/count",
        params={"utm_source": "x", "page_size": "no"},
        headers={"Content-Type": "application/json", "X-Odd": "1", "X-Guest-Token": "not-a-uuid"},
    )
    assert answer.status_code == 200
    assert shop.get("/public/products/kopi%2Darabika%2Dgayo").status_code == 200
    refused(shop.get("/public/products/a%2Fb"), 404)


def test_course_variant_is_for_sale(shop: Shopper) -> None:
    product = shop.get("/public/products/kelas-seduh-dasar").json()
    assert (product["item_type"], product["variants"][0]["id"]) == ("course", COURSE)
