"""Orders after they are placed: payment instructions, proof of transfer, paying, expiring."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_sandbox.rules.emv import crc16
from nexus_sandbox.rules.payments import METHODS
from sandbox_shopper import COURSE, GAYO, Shopper, refused, variant


def _order(shop: Shopper, method: str) -> dict[str, object]:
    return shop.order(items=[variant(GAYO)], payment_method=method)


def _tags(text: str) -> dict[str, str]:
    found = {}
    while text:
        number, length = text[:2], int(text[2:4])
        found[number], text = text[4 : 4 + length], text[4 + length :]
    return found


def test_checksum_of_the_standards_own_example() -> None:
    assert crc16("123456789") == 0x29B1


def test_instructions_come_after_some_reads_and_stay(shop: Shopper) -> None:
    slug = _order(shop, "qris")["secret_slug"]
    path = f"/public/orders/{slug}"
    assert shop.get(path).json()["pg_payment_info"] == {}
    seen = [shop.post(f"{path}/payment").json()["pg_payment_info"]]
    seen += [shop.get(path).json()["pg_payment_info"] for _ in range(3)]
    assert [bool(info) for info in seen] == [False, False, True, True]
    again = shop.post(f"{path}/payment")
    assert again.status_code == 200
    assert again.json()["pg_payment_info"] == seen[-1] == seen[-2]


@pytest.mark.parametrize("method", [code for code in METHODS if code != "kredivo"])
def test_each_method_gives_what_its_page_needs(sandbox: Sandbox, shop: Shopper, method: str) -> None:
    sandbox.control.configure(payment_info_after_reads=0)
    order = _order(shop, method)
    paid = shop.post(f"/public/orders/{order['secret_slug']}/payment").json()
    info = paid["pg_payment_info"]
    details = info.get("payment_method", {})
    amount = int(float(paid["gross_revenue"]))
    if method in ("bank_transfer", "cod"):
        assert info == {}
        assert [a["account_number"] for a in paid["store"]["payment_accounts"] if a["method"] == "bank_transfer"]
        assert (paid["payment_expiration_at"] is None) == (method == "cod")
    elif method.startswith("va_"):
        properties = details["virtual_account"]["channel_properties"]
        assert properties["virtual_account_number"].isdigit()
        assert properties["customer_name"] == "Demo Customer"
    elif method == "qris":
        text = details["qr_code"]["channel_properties"]["qr_string"]
        tags = _tags(text)
        assert int(tags["63"], 16) == crc16(text[:-4])
        assert (tags["53"], tags["54"], tags["58"]) == ("360", str(amount), "ID")
    elif method == "alfamart":
        assert details["over_the_counter"]["channel_properties"]["payment_code"]
    elif method == "ovo":
        assert info["actions"] == []
        assert details["ewallet"]["channel_properties"]["mobile_number"] == "6281234567890"
    elif method in ("card", "invoice", "payment_link"):
        link = info.get("redirect_url") or info["invoice_url"]
        assert urlsplit(link).scheme == "https"
        assert paid["payment_url"] != link
    else:
        assert {action["url_type"] for action in info["actions"]} == {"WEB", "MOBILE", "DEEPLINK"}
    if info:
        assert info["amount"] == amount


def test_the_flat_provider_puts_the_qr_string_on_top(sandbox: Sandbox, shop: Shopper) -> None:
    sandbox.control.configure(payment_info_after_reads=0, payment_provider="flat")
    order = _order(shop, "qris")
    info = shop.post(f"/public/orders/{order['secret_slug']}/payment").json()["pg_payment_info"]
    assert _tags(info["qr_string"])["59"] == "TOKO NUSANTARA"


def test_an_unknown_slug_names_nothing(shop: Shopper) -> None:
    for method, path in (("GET", ""), ("PATCH", ""), ("POST", "/payment")):
        refused(shop.request(method, f"/public/orders/nope{path}"), 404)


def test_paying_changes_the_order_once(sandbox: Sandbox, shop: Shopper) -> None:
    order = _order(shop, "qris")
    sandbox.control.pay_order(str(order["secret_slug"]))
    paid = shop.get(f"/public/orders/{order['secret_slug']}").json()
    assert (paid["status"], paid["payment_status"]) == ("confirmed", "paid")
    assert paid["paid_time"]
    sandbox.control.advance_clock(3600)
    sandbox.control.pay_order(str(order["id"]))
    assert shop.get(f"/public/orders/{order['secret_slug']}").json()["paid_time"] == paid["paid_time"]


def test_an_unpaid_order_expires_and_gives_its_goods_back(sandbox: Sandbox, shop: Shopper) -> None:
    late, early, cod = _order(shop, "qris"), _order(shop, "va_bca"), _order(shop, "cod")
    sandbox.control.pay_order(str(early["order_id"]))
    assert sandbox.control.stock(GAYO) == 497
    sandbox.control.advance_clock(86_401)
    gone = shop.get(f"/public/orders/{late['secret_slug']}").json()
    assert gone["status"] == "canceled"
    assert sandbox.control.stock(GAYO) == 498
    assert {row["order_id"]: row["status"] for row in sandbox.control.orders()} == {
        late["order_id"]: "canceled",
        early["order_id"]: "confirmed",
        cod["order_id"]: "pending",
    }
    refused(shop.post(f"/public/orders/{late['secret_slug']}/payment"), 400, code="order_canceled")
    with pytest.raises(ValueError, match="canceled"):
        sandbox.control.pay_order(str(late["order_id"]))
    with pytest.raises(LookupError):
        sandbox.control.pay_order("nope")


def test_what_time_makes_due_needs_nobody_to_look_at_the_order(sandbox: Sandbox, shop: Shopper) -> None:
    sandbox.control.set_stock(GAYO, 2)
    paid_late, left = _order(shop, "qris"), _order(shop, "qris")
    sandbox.control.advance_clock(86_401)
    assert shop.get(f"/public/variants/{GAYO}/availability").json()["available_qty"] == 2
    with pytest.raises(ValueError, match="canceled"):
        sandbox.control.pay_order(str(paid_late["order_id"]))
    assert sandbox.control.order(str(left["order_id"]))["status"] == "canceled"


def test_spam_is_marked_by_hand(sandbox: Sandbox, shop: Shopper) -> None:
    order = _order(shop, "qris")
    assert order["is_probably_spam"] is False
    sandbox.control.mark_spam(str(order["order_id"]))
    assert shop.get(f"/public/orders/{order['secret_slug']}").json()["is_probably_spam"] is True


def test_buyer_facts_can_be_told_later(shop: Shopper) -> None:
    path = f"/public/orders/{_order(shop, 'bank_transfer')['secret_slug']}"
    told = {"payment_account_holder": "Demo", "payment_account_number": "123", "transfer_time": "2026-05-01T10:00:00Z"}
    order = shop.patch(path, json=told).json()
    assert {name: order[name] for name in told} == told
    local = {"transfer_time": "2026-05-01T17:00:00.25+07:00"}  # told as any time is
    assert shop.patch(path, json=local).json()["transfer_time"] == told["transfer_time"]
    for spelt, kept in (
        ("2026-05-01t10:00:00z", "2026-05-01T10:00:00Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    ):
        assert shop.patch(path, json={"transfer_time": spelt}).json()["transfer_time"] == kept
    refused(shop.patch(path, json={"transfer_time": "9999-12-31T23:59:59-14:00"}), 400, "transfer_time")
    assert shop.patch(path, json={"payment_account_holder": None}).json()["payment_account_holder"] is None
    assert shop.patch(path).status_code == 200
    refused(shop.patch(path, json={"transfer_time": "yesterday"}), 400, "transfer_time")


PROOF = {"filename": "bukti transfer.png", "content_type": "image/png", "content_length": 5}


class TestTransferProof:
    def _slot(self, shop: Shopper) -> tuple[str, dict[str, str]]:
        path = f"/public/orders/{_order(shop, 'bank_transfer')['secret_slug']}"
        answer = shop.post(f"{path}/transfer-proof-upload", json=PROOF)
        assert answer.status_code == 200, answer.text
        return path, answer.json()

    def test_upload_then_tell_the_order(self, sandbox: Sandbox, shop: Shopper) -> None:
        path, slot = self._slot(shop)
        assert urlsplit(slot["upload_url"]).port != urlsplit(sandbox.base_url).port
        refused(shop.patch(path, json={"transferproof_url": slot["file_url"]}), 400, "transferproof_url")
        put = httpx.put(slot["upload_url"], content=b"bytes", headers={"Content-Type": "image/png"})
        assert put.status_code == 200
        order = shop.patch(path, json={"transferproof_url": slot["file_url"]}).json()
        assert order["transferproof_url"] == slot["file_url"]
        assert order["transfer_time"]
        stored = httpx.get(slot["file_url"])
        assert (stored.content, stored.headers["Content-Type"]) == (b"bytes", "image/png")
        assert [r["leaked"] for r in sandbox.control.storage_requests()] == [[], []]

    def test_a_page_uploads_by_itself(self, sandbox: Sandbox, shop: Shopper) -> None:
        _, slot = self._slot(shop)
        page = {"Origin": "http://localhost:5173"}
        asks = page | {"Access-Control-Request-Method": "PUT"}
        for names in ("content-type", "content-type,x-scalev-guest-token"):
            allowed = httpx.options(slot["upload_url"], headers=asks | {"Access-Control-Request-Headers": names})
            assert allowed.status_code == 200
            assert allowed.headers["Access-Control-Allow-Headers"] == names
        put = httpx.put(slot["upload_url"], content=b"bytes", headers=page | {"Content-Type": "image/png"})
        assert put.status_code == 200
        assert put.headers["Access-Control-Allow-Origin"] == page["Origin"]
        assert [r["method"] for r in sandbox.control.storage_requests()] == ["PUT"]

    @pytest.mark.parametrize(
        "header",
        ["Authorization", "X-Scalev-Storefront-Api-Key", "X-Scalev-Guest-Token", "x-scalev-anything", "Cookie"],
    )
    def test_our_credentials_do_not_belong_there(self, sandbox: Sandbox, shop: Shopper, header: str) -> None:
        _, slot = self._slot(shop)
        headers = {"Content-Type": "image/png", header: "secret"}
        assert httpx.put(slot["upload_url"], content=b"bytes", headers=headers).status_code == 400
        assert [r["leaked"] for r in sandbox.control.storage_requests()] == [[header.lower()]]
        assert httpx.get(slot["file_url"]).status_code == 404

    def test_the_signature_binds_type_length_and_time(self, sandbox: Sandbox, shop: Shopper) -> None:
        _, slot = self._slot(shop)
        png = {"Content-Type": "image/png"}
        assert (
            httpx.put(slot["upload_url"], content=b"bytes", headers={"Content-Type": "image/jpeg"}).status_code == 403
        )
        assert httpx.put(slot["upload_url"], content=b"more bytes", headers=png).status_code == 403
        assert httpx.put(slot["file_url"], content=b"bytes", headers=png).status_code == 403
        sandbox.control.advance_clock(3600)
        assert httpx.put(slot["upload_url"], content=b"bytes", headers=png).status_code == 403

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"content_type": "image/gif"}, "content_type"),
            ({"content_length": 0}, "content_length"),
            ({"content_length": 10 * 1024 * 1024 + 1}, "content_length"),
        ],
    )
    def test_bounds(self, shop: Shopper, change: dict[str, object], field: str) -> None:
        path = f"/public/orders/{_order(shop, 'bank_transfer')['secret_slug']}/transfer-proof-upload"
        refused(shop.post(path, json=PROOF | change), 400, field)

    def test_only_for_bank_transfer(self, shop: Shopper) -> None:
        path = f"/public/orders/{_order(shop, 'qris')['secret_slug']}/transfer-proof-upload"
        refused(shop.post(path, json=PROOF), 400)


class TestCustomerOrders:
    def test_own_orders_newest_first_in_pages(self, sandbox: Sandbox, shop: Shopper) -> None:
        _order(shop, "qris")
        shop.sign_in()
        placed = []
        for _ in range(5):
            body = {"items": [variant(GAYO)], "payment_method": "qris", "address_id": 1}
            placed.append(shop.post("/customers/me/checkout", json=body).json()["id"])
        first = shop.get("/customers/me/orders?page_size=3").json()
        rest = shop.get("/customers/me/orders", params={"next_cursor": first["next_cursor"]}).json()
        assert [row["id"] for row in first["data"] + rest["data"]] == placed[::-1]
        assert shop.get(f"/customers/me/orders/{placed[0]}").json()["final_variants"] == {str(GAYO): 1}
        refused(shop.get("/customers/me/orders/nope"), 404)
        shop.sign_in("rina@example.com")
        assert shop.get("/customers/me/orders").json()["data"] == []
        refused(shop.get(f"/customers/me/orders/{placed[0]}"), 404)
        refused(shop.get("/customers/me/orders", params={"next_cursor": first["next_cursor"]}), 400, "next_cursor")

    def test_a_paid_course_opens(self, sandbox: Sandbox, shop: Shopper) -> None:
        uuid = shop.get("/public/products/kelas-seduh-dasar").json()["variants"][0]["uuid"]
        shop.sign_in("rina@example.com")
        refused(shop.get(f"/customers/me/variants/{uuid}/course"), 403)
        body = {"items": [variant(COURSE)], "payment_method": "qris"}
        order = shop.post("/customers/me/checkout", json=body).json()
        refused(shop.get(f"/customers/me/variants/{uuid}/course"), 403)
        sandbox.control.pay_order(order["id"])
        assert shop.get(f"/customers/me/variants/{uuid}/course").status_code == 200

    def test_a_paid_plan_subscribes(self, sandbox: Sandbox, shop: Shopper) -> None:
        shop.sign_in("rina@example.com")
        body = {"items": [variant(494711)], "payment_method": "qris"}
        order = shop.post("/customers/me/checkout", json=body).json()
        sandbox.control.pay_order(order["id"])
        sandbox.control.pay_order(order["id"])
        rows = shop.get("/customers/me/subscriptions").json()["data"]
        assert [row["status"] for row in rows] == ["active"]
