"""A shopper's hands on a sandbox: shared by the tests of this folder."""

from __future__ import annotations

from typing import Any

import httpx
from nexus_sandbox import Sandbox

GAYO, SCARCE, EBOOK, COURSE, BUNDLE = 494535, 494541, 494601, 494701, 31925
HOME = {"location_id": 9089, "postal_code": "10510"}
BUYER: dict[str, Any] = {
    "customer_name": "Demo Customer",
    "customer_email": "demo.customer@example.com",
    "customer_phone": "6281234567890",
}
PARCEL: dict[str, Any] = BUYER | {
    "shipping_address": "Jl. Demo 3",
    "shipping_province": "DKI Jakarta",
    "shipping_city": "Kota Jakarta Pusat",
    "shipping_subdistrict": "Cempaka Putih",
    "shipping_postal_code": "10510",
    "shipping_location_id": 9089,
}


def variant(number: int, quantity: int = 1) -> dict[str, Any]:
    return {"type": "variant", "variant_id": number, "quantity": quantity}


def bundle(number: int, quantity: int = 1) -> dict[str, Any]:
    return {"type": "bundle_price_option", "bundle_price_option_id": number, "quantity": quantity}


class Shopper(httpx.Client):
    """A client below `/v3/stores/store_sandbox` that keeps a guest token, and a bearer token once signed in."""

    def __init__(self, sandbox: Sandbox, *, guest: bool = False) -> None:
        super().__init__(
            base_url=f"{sandbox.base_url}/v3/stores/{sandbox.store_id}",
            headers={"X-Scalev-Storefront-Api-Key": sandbox.api_key},
            timeout=30,
            verify=False,  # plain HTTP: loading certificates would be the dearest part of most tests
        )
        self._guest = guest

    def __enter__(self) -> Shopper:
        super().__enter__()
        if self._guest:
            self.headers["X-Scalev-Guest-Token"] = self.get("/public/cart").headers["X-Scalev-Guest-Token"]
        return self

    def sign_in(self, email: str = "sari@example.com", password: str = "kata-sandi-contoh") -> dict[str, Any]:
        answer = self.post("/public/auth/login", json={"email": email, "password": password})
        assert answer.status_code == 200, answer.text
        tokens: dict[str, Any] = answer.json()
        self.headers["Authorization"] = f"Bearer {tokens['access']}"
        return tokens

    def add(self, *items: dict[str, Any]) -> dict[str, Any]:
        cart: dict[str, Any] = {}
        for item in items:
            answer = self.post("/public/cart/items", json=item)
            assert answer.status_code == 201, answer.text
            cart = answer.json()
        return cart

    def order(self, **fields: Any) -> dict[str, Any]:
        answer = self.post("/public/checkout", json=PARCEL | {"payment_method": "bank_transfer"} | fields)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())


def refused(answer: httpx.Response, status: int, *fields: str, code: str | None = None) -> None:
    """The answer is an error in the contract's shape that names these fields."""
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert set(body) <= {"error", "error_code", "message", "errors"}
    assert body["error"]
    assert body["message"]
    assert set(fields) <= set(body.get("errors", {})), body
    if code is not None:
        assert body["error_code"] == code
