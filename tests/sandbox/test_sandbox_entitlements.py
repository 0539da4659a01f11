"""Subscriptions, courses and checkout intents."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

import pytest
from nexus_sandbox import Sandbox
from sandbox_shopper import GAYO, PARCEL, Shopper, refused, variant

BASIC, MIDDLE, BEST = 494711, 494712, 494713
MONTH = 32 * 86_400


class TestSubscriptions:
    def _active(self, shop: Shopper) -> dict[str, Any]:
        shop.sign_in()
        (row,) = shop.get("/customers/me/subscriptions?status=active").json()["data"]
        detail = shop.get(f"/customers/me/subscriptions/{row['id']}")
        assert detail.status_code == 200
        return dict(detail.json())

    def test_list_by_status_and_page(self, shop: Shopper) -> None:
        shop.sign_in()
        page = shop.get("/customers/me/subscriptions?page_size=1").json()
        assert (len(page["data"]), page["has_next"]) == (1, True)
        assert [row["status"] for row in shop.get("/customers/me/subscriptions?status=canceled").json()["data"]] == [
            "canceled"
        ]
        refused(shop.get("/customers/me/subscriptions?status=odd"), 400, "status")
        refused(shop.get("/customers/me/subscriptions?page_size=26"), 400, "page_size")

    def test_others_do_not_see_them(self, shop: Shopper) -> None:
        path = f"/customers/me/subscriptions/{self._active(shop)['id']}"
        shop.sign_in("rina@example.com")
        assert shop.get("/customers/me/subscriptions").json()["data"] == []
        refused(shop.get(path), 404)
        refused(shop.post(f"{path}/cancel"), 404)

    def test_cancel_at_the_periods_end_and_resume(self, shop: Shopper, sandbox: Sandbox) -> None:
        path = f"/customers/me/subscriptions/{self._active(shop)['id']}"
        canceled = shop.post(f"{path}/cancel").json()
        assert (canceled["is_active"], canceled["is_cancel_at_period_end"]) == (True, True)
        resumed = shop.post(f"{path}/resume").json()
        assert resumed["is_cancel_at_period_end"] is False
        shop.post(f"{path}/cancel")
        sandbox.control.advance_clock(MONTH)
        shop.sign_in()
        ended = shop.get(path).json()
        assert (ended["status"], ended["is_active"]) == ("canceled", False)
        refused(shop.post(f"{path}/resume"), 404)

    def test_it_renews_by_the_clock(self, shop: Shopper, sandbox: Sandbox) -> None:
        before = self._active(shop)
        sandbox.control.advance_clock(MONTH)
        after = self._active(shop)
        assert after["current_period_start"] == before["current_period_end"]

    def test_upgrade_now_downgrade_later(self, shop: Shopper, sandbox: Sandbox) -> None:
        item = self._active(shop)["subscription_items"][0]
        path = f"/customers/me/subscription-items/{item['id']}"
        assert [plan["id"] for plan in shop.get(f"{path}/upgrade").json()["data"]] == [BEST]
        assert [plan["id"] for plan in shop.get(f"{path}/downgrade").json()["data"]] == [BASIC]
        refused(shop.post(f"{path}/upgrade", json={"variant_id": BASIC}), 400, "variant_id")
        refused(shop.post(f"{path}/upgrade"), 400, "variant_id")
        refused(shop.get("/customers/me/subscription-items/nope/upgrade"), 404)
        (upgraded,) = shop.post(f"{path}/upgrade", json={"variant_id": BEST}).json()["subscription_items"]
        assert (upgraded["variant_id"], upgraded["status"]) == (BEST, "active")
        (waiting,) = shop.post(f"{path}/downgrade", json={"variant_id": MIDDLE}).json()["subscription_items"]
        assert (waiting["variant_id"], waiting["status"]) == (BEST, "pending_downgrade")
        assert waiting["pending_action"]["next_variant_config"] == {"variant_id": MIDDLE}
        sandbox.control.advance_clock(MONTH)
        (done,) = self._active(shop)["subscription_items"]
        assert (done["variant_id"], done["status"], done["pending_action"]) == (MIDDLE, "active", None)


class TestCourses:
    def _course(self, shop: Shopper) -> str:
        found = shop.get("/public/products/kelas-seduh-dasar").json()["variants"][0]["uuid"]
        return f"/customers/me/variants/{found}/course"

    def test_progress_is_kept(self, shop: Shopper) -> None:
        shop.sign_in()
        course = shop.get(self._course(shop)).json()
        section = course["course_sections"][0]
        content = section["course_contents"][0]
        assert "Cupping di rumah" not in [part["title"] for part in course["course_sections"]]
        path = f"/customers/me/course-contents/{content['uuid']}"
        done = shop.patch(path, json={"progress": 100}).json()
        assert done["progress"]["is_completed"] is True
        assert shop.get(path).json() == done
        shown = shop.get(f"/customers/me/course-sections/{section['uuid']}").json()
        assert shown["progress"]["progress"] == 50
        refused(shop.patch(path, json={"progress": 101}), 400, "progress")
        refused(shop.patch(path, json={}), 400, "progress")

    def test_not_owned_is_403_and_not_there_is_404(self, shop: Shopper) -> None:
        shop.sign_in()
        course = shop.get(self._course(shop)).json()
        section = course["course_sections"][0]
        paths = [
            self._course(shop),
            f"/customers/me/course-sections/{section['uuid']}",
            f"/customers/me/course-contents/{section['course_contents'][0]['uuid']}",
        ]
        shop.sign_in("rina@example.com")
        for path in paths:
            refused(shop.get(path), 403, code="not_entitled")
            refused(shop.get(path.replace(path.split("/")[4], str(uuid.uuid4()))), 404)
        coffee = shop.get("/public/products/kopi-arabika-gayo").json()["variants"][0]["uuid"]
        refused(shop.get(f"/customers/me/variants/{coffee}/course"), 404)


class TestIntents:
    START: ClassVar[dict[str, Any]] = {
        "recaptcha_token": "from-the-page",
        "client_session_id": "0b0bd1a0-6e2f-4f1f-9a52-0a8a76c81f10",
        "form_widget_id": "form-1",
        "fields": {"customer_name": "Sari", "notes": "merah"},
        "items": [variant(GAYO, 2), variant(1)],
    }

    def _start(self, shop: Shopper, **changes: Any) -> dict[str, Any]:
        answer = shop.post("/public/checkout-intents", json=self.START | changes)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def _update(self, shop: Shopper, intent: dict[str, Any], **body: Any) -> Any:
        headers = {"X-Scalev-Checkout-Intent-Token": intent["checkout_intent_token"]}
        return shop.patch(f"/public/checkout-intents/{intent['id']}", json=body, headers=headers)

    def _kept(self, sandbox: Sandbox) -> dict[str, Any]:
        return sandbox.control.intents()[0]

    def test_updates_rise_and_null_clears(self, shop: Shopper, sandbox: Sandbox) -> None:
        intent = self._start(shop)
        assert (
            self._update(shop, intent, sequence=2, fields={"notes": None, "customer_email": "s@e.co"}).status_code
            == 204
        )
        assert self._update(shop, intent, sequence=2, fields={"customer_name": "late"}).status_code == 204
        assert self._update(shop, intent, sequence=1, fields={"customer_name": "later"}).status_code == 204
        assert self._kept(sandbox)["fields"] == {"customer_name": "Sari", "customer_email": "s@e.co"}
        resumed = self._start(shop)
        assert (resumed["id"], resumed["last_sequence"]) == (intent["id"], 2)

    def test_wrong_token_sequence_and_session(self, shop: Shopper) -> None:
        intent = self._start(shop)
        path = f"/public/checkout-intents/{intent['id']}"
        refused(shop.patch(path, json={"sequence": 1}), 401)
        for token in ("cit_other", "no-prefix"):
            headers = {"X-Scalev-Checkout-Intent-Token": token}
            refused(shop.patch(path, json={"sequence": 1}, headers=headers), 401)
        refused(self._update(shop, intent, sequence=0), 400, "sequence")
        assert self._update(shop, intent, sequence=10**30).status_code == 204
        refused(self._update(shop, intent | {"id": str(uuid.uuid4())}, sequence=1), 404)
        body = self.START | {"client_session_id": "x"}
        refused(shop.post("/public/checkout-intents", json=body), 400, "client_session_id")

    def test_an_order_completes_it(self, shop: Shopper, sandbox: Sandbox) -> None:
        intent = self._start(shop)
        token = {"checkout_intent_token": intent["checkout_intent_token"]}
        order = shop.order(items=[variant(GAYO)], **token)
        assert (self._kept(sandbox)["status"], self._kept(sandbox)["order_id"]) == ("completed", order["id"])
        refused(self._update(shop, intent, sequence=9), 409, code="checkout_intent_completed")
        refused(shop.post("/public/checkout-intents", json=self.START), 409, code="checkout_intent_completed")

    def test_it_never_blocks_a_checkout(self, shop: Shopper) -> None:
        body = PARCEL | {"items": [variant(GAYO)], "payment_method": "qris", "checkout_intent_token": "cit_unknown"}
        assert shop.post("/public/checkout", json=body).status_code == 201

    def test_it_lives_a_day(self, shop: Shopper, sandbox: Sandbox) -> None:
        intent = self._start(shop)
        sandbox.control.advance_clock(3600)
        assert self._kept(sandbox)["status"] == "abandoned"
        sandbox.control.advance_clock(86_400)
        refused(self._update(shop, intent, sequence=1), 401)
        assert self._start(shop)["id"] == intent["id"]
        assert self._update(shop, intent, sequence=1).status_code == 204

    def test_recaptcha_and_permission(self, shop: Shopper, sandbox: Sandbox) -> None:
        bad = self.START | {"recaptcha_token": "invalid"}
        refused(shop.post("/public/checkout-intents", json=bad), 422, code="recaptcha_failed")
        sandbox.control.configure(checkout_intents=False)
        refused(shop.post("/public/checkout-intents", json=self.START), 403, code="checkout_intent_not_allowed")

    def test_prefill(self, shop: Shopper, sandbox: Sandbox) -> None:
        self._start(shop)
        path = f"{sandbox.base_url}/v3/checkout-intents/prefill"
        token = self._kept(sandbox)["prefill_token"]
        data = shop.get(path, params={"checkout_intent_prefill_token": token}).json()["data"]
        assert (data["name"], data["notes"]) == ("Sari", "merah")
        assert [item["available"] for item in data["checkout_intent"]["items"]] == [True, False]
        refused(shop.get(path), 401)
        bad = shop.get(path, params={"checkout_intent_prefill_token": "cip_other"})
        refused(bad, 401, code="invalid_checkout_intent_prefill_token")
        elsewhere = self._start(shop, client_session_id=str(uuid.uuid4()), checkout_intent_prefill_token=token)
        assert elsewhere["id"] == self._kept(sandbox)["id"]

    def test_pages_have_their_own_key(self, sandbox: Sandbox, shop: Shopper) -> None:
        path = f"{sandbox.base_url}/v3/pages/page_sandbox/checkout-intents"
        refused(shop.post(path, json=self.START), 404)
        answer = shop.post(path, json=self.START, headers={"X-Scalev-Page-Api-Key": "pgpk_sandbox"})
        assert answer.status_code == 201
        headers = {
            "X-Scalev-Page-Api-Key": "pgpk_sandbox",
            "X-Scalev-Checkout-Intent-Token": answer.json()["checkout_intent_token"],
        }
        assert shop.patch(f"{path}/{answer.json()['id']}", json={"sequence": 1}, headers=headers).status_code == 204
        refused(self._update(shop, answer.json(), sequence=2), 404)

    @pytest.mark.parametrize("quantity", [0, 10_001])
    def test_items_have_bounds(self, shop: Shopper, quantity: int) -> None:
        body = self.START | {"items": [variant(GAYO, quantity)]}
        refused(shop.post("/public/checkout-intents", json=body), 400, "items.0.quantity")
