"""What the service's newest pages say, row by row, over raw HTTP; every rule that is a setting is off by default."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_sandbox.contract.newer import add_newer
from nexus_sandbox.contract.pin import load_pin
from sandbox_shopper import EBOOK, GAYO, HOME, PARCEL, Shopper, refused, variant

HOSTED = "https://toko-nusantara.example"
RELAYED: dict[str, Any] = {"user_data": {"country": "id"}, "events": [{"event_id": "e", "event_name": "AddToCart"}]}


def _place(shop: Shopper, **fields: Any) -> httpx.Response:
    body = PARCEL | {"items": [variant(GAYO)], "payment_method": "bank_transfer"} | fields
    return shop.post("/public/checkout", json=body)


def _read(shop: Shopper, order: dict[str, Any]) -> dict[str, Any]:
    return dict(shop.get(f"/public/orders/{order['secret_slug']}").json())


class TestIntents:
    def _body(self, **changes: Any) -> dict[str, Any]:
        return {
            "recaptcha_token": "x",
            "client_session_id": "0b0bd1a0-6e2f-4f1f-9a52-0a8a76c81f10",
            "form_widget_id": "storefront-checkout",
            "fields": {"customer_name": "Sari"},
        } | changes

    def _start(self, shop: Shopper, **changes: Any) -> dict[str, Any]:
        answer = shop.post("/public/checkout-intents", json=self._body(**changes))
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def _update(self, shop: Shopper, intent: dict[str, Any], **body: Any) -> httpx.Response:
        headers = {"X-Scalev-Checkout-Intent-Token": intent["checkout_intent_token"]}
        return shop.patch(f"/public/checkout-intents/{intent['id']}", json=body, headers=headers)

    def _prefill(self, sandbox: Sandbox, token: str) -> httpx.Response:
        path = f"{sandbox.base_url}/v3/checkout-intents/prefill"
        return httpx.get(path, params={"checkout_intent_prefill_token": token})

    def test_idle_for_fifteen_minutes_is_abandoned(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.stop_clock()
        self._start(shop)
        sandbox.control.advance_clock(899)
        assert sandbox.control.intents()[0]["status"] == "active"
        sandbox.control.advance_clock(1)
        assert sandbox.control.intents()[0]["status"] == "abandoned"
        assert self._start(shop)["status"] == "active"

    def test_an_old_sequence_is_no_activity(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.stop_clock()
        intent = self._start(shop)
        assert self._update(shop, intent, sequence=3).status_code == 204
        sandbox.control.advance_clock(900)
        assert self._update(shop, intent, sequence=3, fields={"notes": "x"}).status_code == 204
        assert sandbox.control.intents()[0]["status"] == "abandoned"

    @pytest.mark.parametrize("fields", [{"nickname": "x"}, {"notes": 5}, {"custom_fields": [{"key": "x"}]}])
    def test_fields_nobody_knows_are_a_422(self, shop: Shopper, fields: dict[str, Any]) -> None:
        intent = self._start(shop)
        refused(self._update(shop, intent, sequence=1, fields=fields), 422, code="invalid_checkout_intent_fields")
        answer = shop.post("/public/checkout-intents", json=self._body(fields=fields))
        refused(answer, 422, code="invalid_checkout_intent_fields")

    def test_prefill_tokens_live_thirty_days(self, shop: Shopper, sandbox: Sandbox) -> None:
        self._start(shop)
        token = sandbox.control.intents()[0]["prefill_token"]
        sandbox.control.advance_clock(29 * 86_400)
        assert self._prefill(sandbox, token).status_code == 200
        sandbox.control.advance_clock(86_400)
        for bad in (token, "cip_other", ""):
            refused(self._prefill(sandbox, bad), 401, code="invalid_checkout_intent_prefill_token")

    def test_resuming_keeps_what_was_saved_and_renews_the_day(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.stop_clock()
        first = self._start(shop, items=[variant(GAYO)])
        self._update(shop, first, sequence=4, fields={"notes": "merah"})
        sandbox.control.advance_clock(3600)
        again = self._start(shop, fields={"customer_name": "Other"}, items=[])
        assert (again["id"], again["checkout_intent_token"]) == (first["id"], first["checkout_intent_token"])
        assert (again["last_sequence"], again["expires_at"] > first["expires_at"]) == (4, True)
        kept = sandbox.control.intents()[0]
        assert kept["fields"] == {"customer_name": "Sari", "notes": "merah"}
        assert len(kept["items"]) == 1

    def test_after_a_day_the_token_ends_and_the_intent_can_be_resumed(self, shop: Shopper, sandbox: Sandbox) -> None:
        first = self._start(shop)
        sandbox.control.advance_clock(86_401)
        refused(self._update(shop, first, sequence=1), 401)
        assert self._start(shop)["id"] == first["id"]
        assert self._update(shop, first, sequence=1).status_code == 204

    def test_a_prefill_token_names_the_intent_before_the_session(self, shop: Shopper, sandbox: Sandbox) -> None:
        session = str(uuid.uuid4())
        first = self._start(shop)
        token = sandbox.control.intents()[0]["prefill_token"]
        other = self._start(shop, client_session_id=session)
        assert other["id"] != first["id"]
        resumed = self._start(shop, client_session_id=session, checkout_intent_prefill_token=token)
        assert resumed["id"] == first["id"]
        for useless in ("cip_other", ""):
            again = self._start(shop, client_session_id=session, checkout_intent_prefill_token=useless)
            assert again["id"] == other["id"]

    def test_a_completed_prefill_token_falls_back_to_the_session(self, shop: Shopper, sandbox: Sandbox) -> None:
        first = self._start(shop)
        token = sandbox.control.intents()[0]["prefill_token"]
        shop.order(items=[variant(GAYO)], checkout_intent_token=first["checkout_intent_token"])
        fresh = self._start(shop, client_session_id=str(uuid.uuid4()), checkout_intent_prefill_token=token)
        assert fresh["id"] != first["id"]
        refused(self._prefill(sandbox, token), 401, code="invalid_checkout_intent_prefill_token")

    def test_the_forms_of_one_session_share_the_intent(self, shop: Shopper) -> None:
        first = self._start(shop)
        assert self._start(shop, form_widget_id="popup")["id"] == first["id"]

    @pytest.mark.parametrize("nothing", [None, "", "   "])
    def test_blank_is_null(self, shop: Shopper, sandbox: Sandbox, nothing: str | None) -> None:
        intent = self._start(shop, fields={"customer_name": "Sari", "notes": "merah"})
        self._update(shop, intent, sequence=1, fields={"notes": nothing})
        assert sandbox.control.intents()[0]["fields"] == {"customer_name": "Sari"}

    def test_scopes_must_match(self, shop: Shopper, sandbox: Sandbox) -> None:
        page = f"{sandbox.base_url}/v3/pages/page_sandbox/checkout-intents"
        key = {"X-Scalev-Page-Api-Key": "pgpk_sandbox"}
        intent = httpx.post(page, json=self._body(), headers=key).json()
        shop.order(items=[variant(GAYO)], checkout_intent_token=intent["checkout_intent_token"])
        assert sandbox.control.intents()[0]["status"] == "active"

    def test_an_order_completes_it_and_leaves_its_contact(self, shop: Shopper, sandbox: Sandbox) -> None:
        intent = self._start(shop)
        token = intent["checkout_intent_token"]
        refused(_place(shop, checkout_intent_token=token, payment_method="kredivo"), 400)
        assert self._update(shop, intent, sequence=1).status_code == 204
        order = shop.order(items=[variant(GAYO)], checkout_intent_token=token)
        kept = sandbox.control.intents()[0]
        assert (kept["status"], kept["order_id"]) == ("completed", order["id"])
        assert kept["fields"]["customer_email"] == "demo.customer@example.com"
        refused(self._update(shop, intent, sequence=2), 409, code="checkout_intent_completed")

    def test_items_say_why_they_cannot_be_had(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.set_stock(EBOOK, 0)
        sandbox.control.set_disabled(GAYO, True)
        self._start(shop, items=[variant(GAYO), variant(EBOOK), variant(1)])
        token = sandbox.control.intents()[0]["prefill_token"]
        items = self._prefill(sandbox, token).json()["data"]["checkout_intent"]["items"]
        assert [item["unavailable_reason"] for item in items] == ["disabled", "out_of_stock", "deleted"]
        refused(_place(shop), 400)
        sandbox.control.set_disabled(GAYO, False)
        assert _place(shop).status_code == 201

    def test_the_source_keeps_no_fragment_and_no_secret(self, shop: Shopper, sandbox: Sandbox) -> None:
        self._start(shop, source_url="https://demo.example.com/c?utm_source=x&token=1&Email=a#top")
        assert sandbox.control.intents()[0]["source_url"] == "https://demo.example.com/c?utm_source=x"


class TestFees:
    def test_an_order_carries_one_service_fee(self, shop: Shopper, sandbox: Sandbox) -> None:
        order = shop.order(items=[variant(GAYO)], payment_method="va_bca")
        assert (order["service_fee"], "payment_link_income" in order) == ("4000.00", False)
        sandbox.control.configure(fee_field="payment_link_income")
        older = _read(shop, order)
        assert (older["payment_link_income"], "service_fee" in older) == ("4000.00", False)

    @pytest.mark.parametrize("method", ["cod", "bank_transfer"])
    def test_none_without_a_provider(self, shop: Shopper, method: str) -> None:
        body = {"items": [variant(GAYO)], "destination": HOME, "payment_method": method}
        summary = shop.post("/public/checkout/summary", json=body).json()
        order = shop.order(items=[variant(GAYO)], payment_method=method)
        assert (float(summary["service_fee"]), order["service_fee"]) == (0, "0.00")
        # Packing is 2,000 of the 125,000 and 9,500; three per cent of those is what cod asks.
        assert float(order["other_income"]) == summary["other_income"] == (6_035 if method == "cod" else 2_000)

    def test_a_payment_link_gets_its_charges_and_method_when_paid(self, shop: Shopper, sandbox: Sandbox) -> None:
        body = {"items": [variant(GAYO)], "destination": HOME, "payment_method": "payment_link"}
        summary = shop.post("/public/checkout/summary", json=body).json()
        order = shop.order(items=[variant(GAYO)], payment_method="payment_link")
        assert (summary["other_income"], float(summary["service_fee"])) == (0, 0)
        assert (order["other_income"], order["service_fee"], order["gross_revenue"]) == ("0.00", "0.00", "134500.00")
        with pytest.raises(ValueError, match="cod cannot be chosen"):
            sandbox.control.pay_order(order["order_id"], method="cod")
        sandbox.control.pay_order(order["order_id"], method="va_bni")
        paid = _read(shop, order)
        assert (paid["payment_method"], paid["payment_status"]) == ("va_bni", "paid")
        assert (paid["other_income"], paid["service_fee"], paid["gross_revenue"]) == (
            "2000.00",
            "4000.00",
            "140500.00",
        )

    def test_the_customer_sees_the_same_fee(self, shop: Shopper) -> None:
        shop.sign_in()
        body = {"items": [variant(GAYO)], "address_id": 1, "payment_method": "va_bca"}
        placed = shop.post("/customers/me/checkout", json=body).json()
        assert shop.get(f"/customers/me/orders/{placed['id']}").json()["service_fee"] == "4000.00"

    def test_methods_leave_the_list_by_themselves(self, shop: Shopper, sandbox: Sandbox) -> None:
        def listed() -> list[str]:
            rows = shop.get("/public/payment-methods").json()["data"]
            offered = list(shop.get("/customers/me/checkout/payment-methods").json()["payment_methods"])
            assert [row["code"] for row in rows if row["enabled"]] == offered
            return [row["code"] for row in rows]

        shop.sign_in()
        sandbox.control.configure(methods_without_fee_schedule=["qris", "bank_transfer"])
        assert {"qris", "bank_transfer"} <= set(listed())
        sandbox.control.configure(pass_on_provider_fees=True)
        assert ("qris" in listed(), "bank_transfer" in listed()) == (False, True)
        refused(_place(shop, payment_method="qris"), 400, "payment_method")


class TestNextPage:
    def test_hosted_pages(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.configure(payment_info_after_reads=0)
        for method in ("qris", "cod", "card"):
            order = shop.order(items=[variant(GAYO)], payment_method=method)
            page = f"{HOSTED}/o/{order['secret_slug']}"
            paid = shop.post(f"/public/orders/{order['secret_slug']}/payment").json()
            for seen in (order, paid):
                assert seen["public_order_url"] == page
                assert seen["redirect_url"] == seen["payment_url"] == f"{page}/success"
                assert "post_payment_redirect_url" not in seen
        assert paid["pg_payment_info"]["redirect_url"].startswith("https://checkout.pay.example/card/")

    def test_a_payment_link_has_a_page_of_its_own(self, shop: Shopper) -> None:
        order = shop.order(items=[variant(GAYO)], payment_method="payment_link")
        assert order["redirect_url"] == order["payment_url"]
        assert order["redirect_url"].startswith(f"{HOSTED}/pay/")
        assert order["secret_slug"] not in order["redirect_url"]

    @pytest.mark.parametrize("method", ["qris", "payment_link"])
    def test_the_merchant_chooses_the_destination(self, shop: Shopper, sandbox: Sandbox, method: str) -> None:
        def goes_to(**settings: Any) -> Any:
            sandbox.control.configure(**settings)  # type: ignore[typeddict-item]
            return _read(shop, order)["redirect_url"]

        order = shop.order(items=[variant(GAYO)], payment_method=method)
        instructions = f"{HOSTED}/o/{order['secret_slug']}/success"
        assert goes_to(redirect_destination="order_page") == order["public_order_url"]
        whatsapp = urlsplit(goes_to(redirect_destination="whatsapp"))
        assert (whatsapp.netloc, whatsapp.path) == ("wa.me", "/6281200009999")
        assert order["order_id"] in parse_qs(whatsapp.query)["text"][0]
        assert goes_to(whatsapp_phone="") == instructions
        page = "https://terima-kasih.example/?a=b"
        assert goes_to(redirect_destination="custom_url", custom_redirect_url=page) == page
        for unusable in ("", "terima-kasih.example", "ftp://x.example/", "http://[bad"):
            assert goes_to(custom_redirect_url=unusable) == instructions
        assert goes_to(redirect_destination="absent") is None

    def test_what_leads_nowhere_stays_on_the_origin_of_the_order(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.configure(redirect_destination="custom_url")
        shop.headers["Origin"] = "http://localhost:3000"
        order = shop.order(items=[variant(GAYO)])
        assert order["redirect_url"] == f"http://localhost:3000/o/{order['secret_slug']}/success"
        shop.headers["Origin"] = "http://elsewhere.example"
        assert shop.order(items=[variant(GAYO)])["redirect_url"].startswith(HOSTED)


class TestLimits:
    PHONE = "6281234567890"

    def test_off_by_default(self, shop: Shopper) -> None:
        orders = [_place(shop) for _ in range(4)]
        assert [(order.status_code, order.json()["is_probably_spam"]) for order in orders] == [(201, False)] * 4

    def test_orders_of_a_phone_in_an_hour(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.stop_clock()
        sandbox.control.configure(max_per_phone=1, blocked_message="Hubungi kami")
        assert _place(shop).status_code == 201
        answer = _place(shop, customer_phone="0812 3456 7890", customer_email="other@example.com")
        refused(answer, 400, code="order_blocked")
        assert answer.json()["message"] == "Hubungi kami"
        assert _place(shop, customer_phone="6281299999999").status_code == 201
        sandbox.control.advance_clock(3600)
        assert _place(shop).status_code == 201

    def test_orders_of_an_address_in_an_hour(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.configure(max_per_ip=2)
        phones = [f"62812000000{number}" for number in range(3)]
        assert [_place(shop, customer_phone=phone).status_code for phone in phones] == [201, 201, 400]

    def test_it_holds_for_customers_too(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.configure(max_per_ip=1)
        shop.sign_in()
        body = {"items": [variant(GAYO)], "address_id": 1, "payment_method": "bank_transfer"}
        assert shop.post("/customers/me/checkout", json=body).status_code == 201
        refused(shop.post("/customers/me/checkout", json=body), 400, code="order_blocked")

    @pytest.mark.parametrize("who", ["Demo.Customer@example.com", PHONE, "127.0.0.1"])
    def test_the_banned_cannot_order(self, shop: Shopper, sandbox: Sandbox, who: str) -> None:
        sandbox.control.configure(banned_customers=[who])
        refused(_place(shop), 400, code="order_blocked")

    def test_short_names_and_addresses(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.configure(min_name_length=20)
        refused(_place(shop), 400, "customer_name", code="order_blocked")
        sandbox.control.configure(min_name_length=0, min_address_length=20)
        refused(_place(shop), 400, "shipping_address", code="order_blocked")

    def test_a_refused_order_takes_nothing(self, guest: Shopper, sandbox: Sandbox) -> None:
        guest.add(variant(GAYO))
        sandbox.control.set_stock(GAYO, 5)
        sandbox.control.configure(banned_customers=[self.PHONE])
        refused(guest.post("/public/checkout", json=PARCEL | {"payment_method": "qris"}), 400)
        assert (sandbox.control.stock(GAYO), sandbox.control.orders()) == (5, [])
        assert guest.get("/public/cart").json()["item_count"] == 1

    def test_suspected_orders_are_made_and_flagged(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.configure(is_spam_filter=True)
        nobody = {
            "items": [variant(EBOOK)],
            "payment_method": "qris",
            "customer_name": "A",
            "customer_email": "a@b.example",
        }
        for _ in range(2):  # two people of whom no phone number is known
            assert shop.post("/public/checkout", json=nobody).json()["is_probably_spam"] is False
        first, second = _place(shop).json(), _place(shop).json()
        assert (first["is_probably_spam"], second["is_probably_spam"]) == (False, True)
        assert [order["mark_as_spam_by"] for order in sandbox.control.orders()] == [None, None, None, "ai"]
        sandbox.control.mark_spam(second["order_id"], False)
        assert _read(shop, second)["is_probably_spam"] is False


class TestTheRest:
    @pytest.mark.parametrize("status", [202, 204])
    def test_the_relay_accepts(self, shop: Shopper, sandbox: Sandbox, status: int) -> None:
        if status != 202:
            sandbox.control.configure(relay_status=status)
        answer = shop.post("/public/analytics/meta/events", json=RELAYED)
        assert (answer.status_code, answer.content) == (status, b"")

    def test_the_reset_is_told_in_two_ways(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.stop_clock()
        sandbox.control.rate_limit(1, window=60)
        now = sandbox.control.now().timestamp()
        seconds = int(shop.get("/public/items/count").headers["X-Ratelimit-Reset"])
        assert 1 <= seconds <= 60
        sandbox.control.configure(rate_limit_reset="timestamp")
        refused_now = shop.get("/public/items/count")
        assert refused_now.status_code == 429
        assert int(refused_now.headers["X-Ratelimit-Reset"]) - now == pytest.approx(seconds, abs=1)
        assert 1 <= int(refused_now.headers["Retry-After"]) <= 60

    def test_preflights_list_four_headers(self, shop: Shopper, sandbox: Sandbox) -> None:
        def asks(header: str) -> httpx.Response:
            headers = {
                "Origin": "http://localhost:3000",
                "Access-Control-Request-Method": "PATCH",
                "Access-Control-Request-Headers": header,
            }
            return shop.options("/public/checkout-intents/x", headers=headers)

        for header in ("Authorization", "Content-Type", "X-Scalev-Guest-Token", "X-Scalev-Storefront-Api-Key"):
            assert asks(header).status_code == 200
        assert asks("X-Scalev-Checkout-Intent-Token").status_code == 400
        sandbox.control.configure(preflight_intent_header=True)
        assert asks("X-Scalev-Checkout-Intent-Token").status_code == 200
        seen = sandbox.control.preflights()
        assert [preflight["allowed"] for preflight in seen] == [True] * 4 + [False, True]
        assert (seen[0]["origin"], seen[0]["method"]) == ("http://localhost:3000", "PATCH")

    def test_only_an_otp_names_the_store(self, shop: Shopper, sandbox: Sandbox) -> None:
        tokens = shop.sign_in()
        assert "store_unique_id" not in tokens
        again = shop.post("/public/auth/jwt/refresh", json={"refresh": tokens["refresh"]}).json()
        assert "store_unique_id" not in again
        shop.post("/public/auth/login", json={"email": "budi@example.com", "password": "kata-sandi-contoh"})
        code = {"email": "budi@example.com", "otp": sandbox.control.otp("budi@example.com")}
        assert shop.post("/public/auth/otp/verify", json=code).json()["store_unique_id"] == "store_sandbox"

    def test_what_is_newer_than_the_pin_is_not_in_it(self) -> None:
        pin = load_pin()
        relays = [pin["paths"][path]["post"]["responses"] for path in pin["paths"] if "/public/analytics/" in path]
        orders = [pin["components"]["schemas"][f"Storefront{kind}Order"] for kind in ("Public", "CustomerFacing")]
        assert not [relay for relay in relays if "202" in relay]
        assert not [order for order in orders if "service_fee" in order["properties"]]
        add_newer(pin)
        assert (len([relay for relay in relays if "202" in relay]), len(relays)) == (3, 3)
        assert all("service_fee" in order["properties"] for order in orders)
