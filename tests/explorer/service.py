"""A service of a few lines, quick enough to be run ten thousand times: carts, orders, sign-in, by the contract's rules.

`test_the_model_is_the_sandbox_in_small` holds it against the sandbox.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import httpx
from nexus_storefront.clock import Clock

Json = dict[str, Any]
PRICE = 1000
LIFETIME = 900


class Service:
    """Everything that the service knows. It takes `order_limit` orders, and with `merges` carries carts over."""

    def __init__(self, clock: Clock, *, order_limit: int = 1000, merges: bool = True) -> None:
        self.clock = clock
        self.order_limit = order_limit
        self.merges = merges
        self.carts: dict[str, dict[int, int]] = {}
        self.orders: list[Json] = []
        self.tokens: dict[str, Json] = {}
        self.families: list[Json] = []
        self.presented: list[str] = []
        self.intents: dict[str, bool] = {}
        """Whether an order has completed each, by its id."""
        self.sessions: dict[str, str] = {}
        """The intent of each client session."""
        self.events: list[tuple[str, str]] = []
        """Conversion events, by provider, and who brought each."""
        self._number = 0

    def goods(self) -> dict[int, int]:
        """Everything in all carts."""
        found: dict[int, int] = {}
        for cart in self.carts.values():
            for variant, quantity in cart.items():
                found[variant] = found.get(variant, 0) + quantity
        return found

    def answer(self, actor: str, request: httpx.Request) -> httpx.Response:
        """Run one request to its end."""
        path = re.sub(r"^/v3/stores/[^/]+/", "", request.url.path)
        body = json.loads(request.content) if request.content else {}
        for method, pattern, run in _ROUTES:
            found = re.fullmatch(pattern, path)
            if found is not None and method == request.method:
                return run(self, actor, request, body, *found.groups())
        raise AssertionError(f"the model knows no {request.method} {path}")

    # --- who is asking

    def _next(self, name: str) -> str:
        self._number += 1
        return f"{name}-{self._number:06d}"

    def _guest(self, request: httpx.Request) -> str | None:
        return request.headers.get("x-scalev-guest-token")

    def _customer(self, request: httpx.Request) -> str | None:
        token = self.tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        alive = token is not None and token["state"] == "live" and self.clock.time() < token["until"]
        return None if token is None or not alive else token["email"]

    # --- carts

    def guest_cart(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        token = self._guest(request)
        if token not in self.carts:
            token = self._new_cart()
        return self._cart(str(token), 200)

    def guest_add(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        token = self._guest(request)
        if token not in self.carts:
            token = self._new_cart()
        return self._add(str(token), body)

    def guest_remove(self, actor: str, request: httpx.Request, body: Json, line: str) -> httpx.Response:
        return self._remove(str(self._guest(request)), line)

    def mine(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        email = self._customer(request)
        return _refused(401) if email is None else self._cart(email, 200)

    def mine_add(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        email = self._customer(request)
        return _refused(401) if email is None else self._add(email, body)

    def mine_remove(self, actor: str, request: httpx.Request, body: Json, line: str) -> httpx.Response:
        email = self._customer(request)
        return _refused(401) if email is None else self._remove(email, line)

    def merge(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        email, token = self._customer(request), self._guest(request)
        if email is None:
            return _refused(401)
        if token not in self.carts:
            return _refused(404)
        if not self.merges:
            return _refused(409)
        cart = self.carts.setdefault(email, {})
        for variant, quantity in self.carts[str(token)].items():
            cart[variant] = cart.get(variant, 0) + quantity
        self.carts[str(token)] = {}
        return self._cart(email, 200)

    def _new_cart(self) -> str:
        self._number += 1
        token = _uuid(self._number)
        self.carts[token] = {}
        return token

    def _add(self, owner: str, body: Json) -> httpx.Response:
        cart = self.carts.setdefault(owner, {})
        cart[body["variant_id"]] = cart.get(body["variant_id"], 0) + body["quantity"]
        return self._cart(owner, 201)

    def _remove(self, owner: str, line: str) -> httpx.Response:
        if self.carts.get(owner, {}).pop(int(line), None) is None:
            return _refused(404)
        return self._cart(owner, 200)

    def _cart(self, owner: str, status: int) -> httpx.Response:
        items = [
            {"id": variant, "type": "variant", "variant_id": variant, "quantity": quantity}
            for variant, quantity in self.carts.setdefault(owner, {}).items()
        ]
        headers = {"X-Scalev-Guest-Token": owner} if "@" not in owner else {}
        number = 1 + sorted(self.carts).index(owner)
        return httpx.Response(status, json={"id": number, "items": items, "item_count": len(items)}, headers=headers)

    # --- orders

    def options(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        return httpx.Response(200, json={"data": [], "is_paginated": False})

    def summary(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        total = sum(PRICE * item["quantity"] for item in body.get("items", ()))
        return httpx.Response(200, json={"gross_revenue": str(total), "product_price": str(total)})

    def order(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        return self._order(actor, body, str(self._guest(request)), None)

    def my_order(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        email = self._customer(request)
        return _refused(401) if email is None else self._order(actor, body, email, email)

    def _order(self, actor: str, body: Json, owner: str, email: str | None) -> httpx.Response:
        lines = {item["variant_id"]: item["quantity"] for item in body.get("items", ())} or dict(
            self.carts.get(owner, {})
        )
        if not lines:
            return _refused(400)
        if len(self.orders) >= self.order_limit:
            return _refused(422)
        if email is None or "cart_id" in body:
            self.carts[owner] = {}
        intent = str(body.get("checkout_intent_token")).removeprefix("cit_")
        if intent in self.intents:
            self.intents[intent] = True
        number = self._next("order")
        order = {
            "id": number,
            "order_id": number,
            "secret_slug": f"slug-{number}",
            "gross_revenue": str(sum(PRICE * quantity for quantity in lines.values())),
            "status": "pending",
            "payment_status": "unpaid",
            "created_at": "2026-01-01T00:00:00Z",
            "orderlines": [{"variant": variant, "quantity": quantity} for variant, quantity in lines.items()],
            "by": actor,
            "email": email,
        }
        self.orders.append(order)
        return httpx.Response(201, json=order)

    def begin_intent(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        name = self.sessions.setdefault(body["client_session_id"], _uuid(len(self.sessions)))
        if self.intents.setdefault(name, False):
            return httpx.Response(409, json={"error": "refused", "error_code": "checkout_intent_completed"})
        return httpx.Response(201, json={"id": name, "checkout_intent_token": f"cit_{name}", "last_sequence": 0})

    def change_intent(self, actor: str, request: httpx.Request, body: Json, name: str) -> httpx.Response:
        if self.intents.get(name):
            return httpx.Response(409, json={"error": "refused", "error_code": "checkout_intent_completed"})
        return httpx.Response(204)

    def my_orders(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        email = self._customer(request)
        if email is None:
            return _refused(401)
        mine = [order for order in reversed(self.orders) if order["email"] == email]
        return httpx.Response(200, json={"data": mine, "is_paginated": True, "has_next": False})

    def public_order(self, actor: str, request: httpx.Request, body: Json, slug: str) -> httpx.Response:
        found = next((order for order in self.orders if order["secret_slug"] == slug), None)
        return _refused(404) if found is None else httpx.Response(200, json=found)

    def event(self, actor: str, request: httpx.Request, body: Json, provider: str) -> httpx.Response:
        self.events.append((provider, actor))
        return httpx.Response(204)

    # --- sign-in

    def login(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        self.families.append({"email": body["email"], "revoked": False})
        return self._pair(len(self.families) - 1)

    def refresh(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        token = self.tokens.get(body["refresh"])
        if token is None or token["state"] == "blacklisted":
            return _refused(401)
        self.presented.append(body["refresh"])
        if token["state"] == "spent":
            self.families[token["family"]]["revoked"] = True
            for each in self.tokens.values():
                if each["family"] == token["family"]:
                    each["state"] = "blacklisted"
            return _refused(401)
        token["state"] = "spent"
        return self._pair(token["family"])

    def blacklist(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        for name in body["tokens"]:
            if name in self.tokens and self.tokens[name]["state"] == "live":
                self.tokens[name]["state"] = "blacklisted"
        return httpx.Response(204)

    def me(self, actor: str, request: httpx.Request, body: Json) -> httpx.Response:
        email = self._customer(request)
        return _refused(401) if email is None else httpx.Response(200, json={"customer": {"email": email}})

    def _pair(self, family: int) -> httpx.Response:
        email, pair = self.families[family]["email"], (self._next("access"), self._next("refresh"))
        for name, lasts in zip(pair, (LIFETIME, 2_592_000), strict=True):
            self.tokens[name] = {
                "family": family,
                "email": email,
                "state": "live",
                "until": self.clock.time() + lasts,
            }
        access, refresh = pair
        told = {"access": access, "refresh": refresh, "token_type": "Bearer", "expires_in": LIFETIME}
        return httpx.Response(200, json=told | {"refresh_expires_in": 2_592_000})


def _uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def _refused(status: int) -> httpx.Response:
    return httpx.Response(status, json={"error": "refused"})


_PUBLIC, _MINE = "public/", "customers/me/"
_ROUTES: tuple[tuple[str, str, Callable[..., httpx.Response]], ...] = (
    ("GET", _PUBLIC + "cart", Service.guest_cart),
    ("POST", _PUBLIC + "cart/items", Service.guest_add),
    ("DELETE", _PUBLIC + r"cart/items/(\d+)", Service.guest_remove),
    ("POST", _PUBLIC + "cart/merge", Service.merge),
    ("POST", _PUBLIC + "checkout/shipping-options", Service.options),
    ("POST", _PUBLIC + "checkout/summary", Service.summary),
    ("POST", _PUBLIC + "checkout", Service.order),
    ("GET", _PUBLIC + r"orders/([\w-]+)", Service.public_order),
    ("POST", _PUBLIC + "checkout-intents", Service.begin_intent),
    ("PATCH", _PUBLIC + r"checkout-intents/([\w-]+)", Service.change_intent),
    ("POST", _PUBLIC + r"analytics/(\w+)/events", Service.event),
    ("POST", _PUBLIC + "auth/login", Service.login),
    ("POST", _PUBLIC + "auth/jwt/refresh", Service.refresh),
    ("POST", _PUBLIC + "auth/jwt/blacklist", Service.blacklist),
    ("GET", "customers/me", Service.me),
    ("GET", _MINE + "cart", Service.mine),
    ("POST", _MINE + "cart/items", Service.mine_add),
    ("DELETE", _MINE + r"cart/items/(\d+)", Service.mine_remove),
    ("POST", _MINE + "checkout/shipping-options", Service.options),
    ("POST", _MINE + "checkout/summary", Service.summary),
    ("POST", _MINE + "checkout", Service.my_order),
    ("GET", _MINE + "orders", Service.my_orders),
)
