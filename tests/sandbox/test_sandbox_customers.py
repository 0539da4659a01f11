"""Customers: signing in, token families, passwords, account, address book."""

from __future__ import annotations

import base64
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from nexus_sandbox import Sandbox
from sandbox_shopper import Shopper, refused

REFRESH = "/public/auth/jwt/refresh"
SARI, BUDI, PASSWORD = "sari@example.com", "budi@example.com", "kata-sandi-contoh"


def _refresh(shop: Shopper, token: str) -> Any:
    return shop.post(REFRESH, json={"refresh": token})


class TestSigningIn:
    def test_direct(self, shop: Shopper) -> None:
        tokens = shop.sign_in()
        assert (tokens["token_type"], tokens["expires_in"], tokens["refresh_expires_in"]) == ("Bearer", 900, 2_592_000)
        claims = json.loads(base64.urlsafe_b64decode(tokens["access"].split(".")[1] + "=="))
        assert claims["exp"] - claims["iat"] == 900
        assert shop.get("/customers/me").json()["customer"]["email"] == SARI

    @pytest.mark.parametrize(
        "change", [{"password": "wrong"}, {"email": "nobody@example.com"}, {"login_as": "owner"}], ids=str
    )
    def test_wrong_credentials_are_all_alike(self, shop: Shopper, change: dict[str, str]) -> None:
        answer = shop.post("/public/auth/login", json={"email": SARI, "password": PASSWORD} | change)
        refused(answer, 401, code="invalid_credentials")

    def test_by_otp(self, shop: Shopper, sandbox: Sandbox) -> None:
        challenge = shop.post("/public/auth/login", json={"email": BUDI, "password": PASSWORD})
        assert list(challenge.json()) == ["message"]
        code = sandbox.control.otp(BUDI)
        wrong = f"{(int(code) + 1) % 10**6:06d}"
        refused(shop.post("/public/auth/otp/verify", json={"email": BUDI, "otp": wrong}), 401, code="invalid_otp")
        answer = shop.post("/public/auth/otp/verify", json={"email": BUDI, "otp": code})
        assert answer.json()["access"]
        refused(shop.post("/public/auth/otp/verify", json={"email": BUDI, "otp": code}), 401)

    def test_an_otp_expires_and_has_few_tries(self, shop: Shopper, sandbox: Sandbox) -> None:
        def ask() -> str:
            shop.post("/public/auth/login", json={"email": BUDI, "password": PASSWORD})
            return sandbox.control.otp(BUDI)

        code = ask()
        sandbox.control.advance_clock(301)
        refused(shop.post("/public/auth/otp/verify", json={"email": BUDI, "otp": code}), 401, code="otp_expired")
        code = ask()
        for _ in range(5):
            shop.post("/public/auth/otp/verify", json={"email": BUDI, "otp": "x"})
        answer = shop.post("/public/auth/otp/verify", json={"email": BUDI, "otp": code})
        refused(answer, 401, code="too_many_attempts")

    def test_the_shop_may_ask_everyone_for_an_otp(self, shop: Shopper, sandbox: Sandbox) -> None:
        sandbox.control.configure(otp_required=True)
        assert "message" in shop.post("/public/auth/login", json={"email": SARI, "password": PASSWORD}).json()


class TestRotation:
    def test_a_refresh_token_works_once(self, shop: Shopper) -> None:
        first = shop.sign_in()
        second = _refresh(shop, first["refresh"]).json()
        assert second["refresh"] != first["refresh"]
        assert shop.get("/customers/me").status_code == 200

    def test_reuse_signs_every_device_of_that_login_out(self, shop: Shopper, sandbox: Sandbox) -> None:
        other_login = shop.sign_in()
        first = shop.sign_in()
        second = _refresh(shop, first["refresh"]).json()
        third = _refresh(shop, second["refresh"]).json()
        refused(_refresh(shop, first["refresh"]), 401)
        refused(_refresh(shop, third["refresh"]), 401)
        for dead in (first, second, third):
            refused(shop.get("/customers/me", headers={"Authorization": f"Bearer {dead['access']}"}), 401)
        alive = shop.get("/customers/me", headers={"Authorization": f"Bearer {other_login['access']}"})
        assert alive.status_code == 200
        families = sandbox.control.token_families(SARI)
        assert [(f["refreshes"], f["spent_presented"], bool(f["revoked"])) for f in families] == [
            (0, 0, False),
            (2, 1, True),
        ]

    def test_of_many_at_once_one_wins_and_the_rest_revoke(self, shop: Shopper, sandbox: Sandbox) -> None:
        token = shop.sign_in()["refresh"]
        with ThreadPoolExecutor(8) as pool:
            statuses = sorted(answer.status_code for answer in pool.map(lambda _: _refresh(shop, token), range(8)))
        assert statuses == [200] + [401] * 7
        assert sandbox.control.token_families(SARI)[0]["refreshes"] == 1

    def test_tokens_expire_by_the_sandboxs_clock(self, shop: Shopper, sandbox: Sandbox) -> None:
        first = shop.sign_in()
        sandbox.control.advance_clock(901)
        refused(shop.get("/customers/me"), 401)
        second = _refresh(shop, first["refresh"]).json()
        sandbox.control.advance_clock(2_592_001)
        refused(_refresh(shop, second["refresh"]), 401)
        assert sandbox.control.token_families(SARI)[0]["revoked"] is None

    def test_a_lost_answer_still_spent_the_token(self, shop: Shopper, sandbox: Sandbox) -> None:
        first = shop.sign_in()
        sandbox.control.fault("refreshCustomerJwt", "status", status=502, when="after")
        assert _refresh(shop, first["refresh"]).status_code == 502
        refused(_refresh(shop, first["refresh"]), 401)
        assert sandbox.control.token_families(SARI)[0]["spent_presented"] == 1

    def test_a_request_that_failed_before_spent_nothing(self, shop: Shopper, sandbox: Sandbox) -> None:
        first = shop.sign_in()
        sandbox.control.fault("refreshCustomerJwt", "status", status=502)
        assert _refresh(shop, first["refresh"]).status_code == 502
        assert _refresh(shop, first["refresh"]).status_code == 200

    def test_an_access_token_is_no_refresh_token_nor_the_other_way(self, shop: Shopper) -> None:
        tokens = shop.sign_in()
        refused(_refresh(shop, tokens["access"]), 401)
        refused(shop.get("/customers/me", headers={"Authorization": f"Bearer {tokens['refresh']}"}), 401)
        refused(shop.get("/customers/me", headers={"Authorization": tokens["access"]}), 401)

    def test_logout_kills_the_pair(self, shop: Shopper, sandbox: Sandbox) -> None:
        tokens = shop.sign_in()
        both = {"tokens": [tokens["access"], tokens["refresh"]]}
        assert shop.post("/public/auth/jwt/blacklist", json=both).status_code == 204
        refused(shop.get("/customers/me"), 401)
        refused(_refresh(shop, tokens["refresh"]), 401)
        assert shop.post("/public/auth/jwt/blacklist", json=both).status_code == 204
        refused(shop.post("/public/auth/jwt/blacklist", json={"tokens": ["nonsense"]}), 400, "tokens.0")
        assert sandbox.control.token_families(SARI)[0]["tokens"] == {"access_blacklisted": 1, "refresh_blacklisted": 1}

    def test_the_owner_may_revoke_a_login(self, shop: Shopper, sandbox: Sandbox) -> None:
        shop.sign_in()
        sandbox.control.revoke_family(sandbox.control.token_families(SARI)[0]["id"])
        refused(shop.get("/customers/me"), 401)


class TestPasswords:
    @pytest.mark.parametrize(
        ("origin", "site"),
        [
            ("https://demo.example.com", "https://demo.example.com"),
            ("https://evil.example.com", "https://toko-nusantara.example"),
            (None, "https://toko-nusantara.example"),
        ],
    )
    def test_the_link_leads_to_a_registered_origin(
        self, shop: Shopper, sandbox: Sandbox, origin: str | None, site: str
    ) -> None:
        headers = {} if origin is None else {"Origin": origin}
        answer = shop.post("/public/auth/forget-password", json={"email": SARI}, headers=headers)
        assert answer.status_code == 204
        link, _, token = sandbox.control.reset_link(SARI).partition("?token=")
        assert link == f"{site}/reset-password"
        refused(shop.post("/public/auth/save-password", json={"token": token, "password": "short"}), 400, "password")
        body = {"token": token, "password": "kata-sandi-baru"}
        assert shop.post("/public/auth/save-password", json=body).status_code == 204
        refused(shop.post("/public/auth/save-password", json=body), 404)
        shop.sign_in(password="kata-sandi-baru")

    def test_nobody_learns_who_has_an_account(self, shop: Shopper, sandbox: Sandbox) -> None:
        body = {"email": "nobody@example.com"}
        assert shop.post("/public/auth/forget-password", json=body).status_code == 204
        assert sandbox.control.mails() == []
        with pytest.raises(LookupError):
            sandbox.control.reset_link("nobody@example.com")

    def test_a_link_expires_and_a_newer_one_replaces_it(self, shop: Shopper, sandbox: Sandbox) -> None:
        def token() -> str:
            shop.post("/public/auth/forget-password", json={"email": SARI})
            return sandbox.control.reset_link(SARI).partition("?token=")[2]

        old, new = token(), token()
        refused(shop.post("/public/auth/save-password", json={"token": old, "password": "kata-sandi-baru"}), 404)
        sandbox.control.advance_clock(3601)
        refused(shop.post("/public/auth/save-password", json={"token": new, "password": "kata-sandi-baru"}), 404)

    def test_set_while_signed_in(self, shop: Shopper) -> None:
        shop.sign_in("agus@example.com")
        assert shop.get("/customers/me").json()["is_generated_password_reset"] is False
        answer = shop.post("/customers/me/set-new-password", json={"password": "kata-sandi-baru"})
        assert answer.json()["is_generated_password_reset"] is True
        shop.sign_in("agus@example.com", "kata-sandi-baru")


class TestAccount:
    def test_profile(self, shop: Shopper) -> None:
        refused(shop.get("/customers/me"), 401)
        shop.sign_in()
        changed = shop.patch("/customers/me", json={"name": "Sari W.", "date_of_birth": "1991-04-05"}).json()
        assert changed["customer"]["name"] == "Sari W."
        assert shop.get("/customers/me").json() == changed
        refused(shop.patch("/customers/me", json={"date_of_birth": "5 April"}), 400, "date_of_birth")
        refused(shop.patch("/customers/me", json={"email": "x@example.com"}), 400, "email")

    def test_address_book(self, shop: Shopper) -> None:
        shop.sign_in()
        given = {"name": "Rumah", "phone": "628", "location_id": "9090", "address": "Jl. 1", "postal_code": "10110"}
        made = shop.post("/customers/me/addresses", json=given)
        assert made.status_code == 200
        path = f"/customers/me/addresses/{made.json()['id']}"
        assert made.json()["location"]["subdistrict_name"] == "Gambir"
        assert shop.patch(path, json={"notes": "pagar hijau"}).json() == made.json() | {"notes": "pagar hijau"}
        page = shop.get("/customers/me/addresses?page_size=2").json()
        assert (len(page["data"]), page["has_next"]) == (2, True)
        refused(shop.patch(path, json={"location_id": 1}), 400, "location_id")
        assert shop.delete(path).status_code == 204
        refused(shop.get(path), 404)
        refused(shop.delete("/customers/me/addresses/3"), 404)
        refused(shop.get("/customers/me/addresses/nope"), 404)
