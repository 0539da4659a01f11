"""Shipping options, summary, discount check and checkout, for guests and for customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..calls import Call, operation
from ..pages import whole
from ..refusals import Answer, Json, invalid, not_found
from ..rules import carts, shipping
from ..rules.carts import Line
from ..rules.discounts import judge
from ..rules.intents import complete
from ..rules.money import decimal_text, whole_rupiah
from ..rules.orders.placing import Buyer, hold_to_limits, place, take_stock
from ..rules.orders.views import public
from ..rules.payments import ACCOUNTS, enabled_methods
from ..rules.quotes import make_quote, read_method
from ..settings import STORE_ID
from ..store import Row
from .account import find_address, read_location
from .auth import require_customer
from .cart import GUEST_HEADER


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the goods of a checkout come from. `clears`: the cart that a placed order empties."""

    lines: list[Line]
    direct: bool
    clears: int | None
    token: str | None = None


def _guest_source(call: Call, body: Json) -> _Source:
    row = call.store.one("SELECT id, token FROM carts WHERE token = ?", (call.guest_token or "").lower())
    cart_id, token = (int(row["id"]), str(row["token"])) if row else (None, None)
    if body.get("items") is not None:
        return _Source(carts.direct_lines(call.store, body["items"]), True, cart_id, token)
    return _cart_source(call, cart_id, token)


def _customer_source(call: Call, body: Json) -> _Source:
    cart_id = None
    if body.get("cart_id") is not None:
        own = call.store.one("SELECT id FROM carts WHERE customer_id = ?", call.customer_id)
        if own is None or str(own["id"]) != str(body["cart_id"]):
            raise not_found("Cart")
        cart_id = int(own["id"])
    if body.get("items") is not None:
        return _Source(carts.direct_lines(call.store, body["items"]), True, cart_id)
    return _cart_source(call, cart_id, None)


def _cart_source(call: Call, cart_id: int | None, token: str | None) -> _Source:
    lines = carts.cart_lines(call.store, cart_id) if cart_id is not None else []
    if not lines:
        raise invalid("items", "is required, because there is no cart with something in it", "cart_empty")
    return _Source(lines, False, cart_id if call.state.settings.clear_cart_on_cart_order else None, token)


def _shipping(call: Call, lines: Sequence[Line], place_row: Row | None, body: Json) -> shipping.Option | None:
    if place_row is None:
        return None
    chosen: Json = body.get("shipping_option") or body.get("selected_shipping_option") or {}
    method = body.get("payment_method")
    found = shipping.options(lines, place_row, cod=method == "cod")

    def pick(name: str) -> Any:
        return body[name] if body.get(name) is not None else chosen.get(name)

    return shipping.choose(
        found, pick("courier_service_id"), pick("warehouse_unique_id"), pick("courier_aggregator_code")
    )


def _guest_destination(call: Call, body: Json) -> Row | None:
    destination = body.get("destination")
    if destination is None:
        return None
    return read_location(call.store, destination["location_id"], "destination.location_id")


def _customer_destination(call: Call, body: Json) -> Row | None:
    if body.get("location_id") is None:
        return None
    return read_location(call.store, body["location_id"], "location_id")


def _options_answer(call: Call, source: _Source, place_row: Row | None, field: str) -> Answer:
    read_method(call.state.settings, (call.body or {}).get("payment_method"))
    if not any(line.physical for line in source.lines):
        return Answer(200, whole([]))
    if place_row is None:
        raise invalid(field, "is required for physical goods")
    found = shipping.options(source.lines, place_row, cod=(call.body or {}).get("payment_method") == "cod")
    return Answer(200, whole([option.as_json() for option in found]))


@operation("listPublicCheckoutShippingOptions")
def public_shipping_options(call: Call) -> Answer:
    body = call.body or {}
    return _options_answer(call, _guest_source(call, body), _guest_destination(call, body), "destination")


@operation("listCheckoutShippingOptions")
def customer_shipping_options(call: Call) -> Answer:
    body = call.body
    return _options_answer(call, _customer_source(call, body), _customer_destination(call, body), "location_id")


def _summary(call: Call, source: _Source, place_row: Row | None, body: Json) -> Answer:
    method = read_method(call.state.settings, body.get("payment_method"))
    option = _shipping(call, source.lines, place_row, body)
    quote = make_quote(call.store, source.lines, option, method, body.get("discount_code_code"), call.now)
    return Answer(200, quote.as_summary())


@operation("getPublicCheckoutSummary")
def public_summary(call: Call) -> Answer:
    body = call.body or {}
    return _summary(call, _guest_source(call, body), _guest_destination(call, body), body)


@operation("getCheckoutSummary")
def customer_summary(call: Call) -> Answer:
    body = call.body
    return _summary(call, _customer_source(call, body), _customer_destination(call, body), body)


@operation("checkDiscountCode")
def check_discount_code(call: Call) -> Answer:
    body = call.body
    lines: list[Line] = []
    if body.get("items") is not None or (call.guest_token is not None and "net_product_price" not in body):
        lines = _guest_source(call, body).lines
    if lines:
        option = _shipping(call, lines, _guest_destination(call, body), body)
        price, cost = sum(line.total for line in lines), option.cost if option else 0
    else:
        price, cost = whole_rupiah(body.get("net_product_price")) or 0, whole_rupiah(body.get("shipping_cost")) or 0
    verdict = judge(
        call.store, body["code"], now=call.now, product_price=max(0, price), shipping_cost=max(0, cost),
        payment_method=body.get("payment_method"),
    )  # fmt: skip
    return Answer(
        200,
        {
            "discount_code": verdict.code if verdict.eligible else None,
            "eligibility_details": verdict.details,
            "is_eligible": verdict.eligible,
            "discount_code_discount": decimal_text(verdict.discount),
        },
    )


def _place(call: Call, source: _Source, buyer: Buyer, location_field: str) -> Answer:
    body, settings = call.body, call.state.settings
    method = read_method(settings, body.get("payment_method"))
    if method is None:
        raise invalid("payment_method", "is required")
    physical = any(line.physical for line in source.lines)
    if physical and buyer.place is None:
        raise invalid(location_field, "is required for physical goods")
    if not physical and method.code == "cod":
        raise invalid("payment_method", "cannot be cod for digital goods", "payment_method_unavailable")
    hold_to_limits(call.store, settings, buyer, call.now)
    option = _shipping(call, source.lines, buyer.place, body)
    quote = make_quote(call.store, source.lines, option, method, body.get("discount_code_code"), call.now)
    take_stock(call.store, quote, direct=source.direct)
    row = place(call.store, settings, quote, method, buyer, body.get("notes"), call.now)
    if source.clears is not None:
        carts.clear(call.store, source.clears)
    complete(call.store, STORE_ID, body.get("checkout_intent_token"), row, call.now)
    return Answer(201, public(row, settings))


@operation("createPublicCheckout")
def public_checkout(call: Call) -> Answer:
    body = call.body
    source = _guest_source(call, body)
    location_field = "shipping_location_id"
    location = body.get("shipping_location_id")
    if location is None:
        location = body.get("location_id")
    buyer = Buyer(
        name=body["customer_name"],
        email=body["customer_email"],
        phone=body.get("customer_phone"),
        address=body.get("shipping_address") or body.get("address"),
        postal_code=body.get("shipping_postal_code") or body.get("postal_code"),
        place=None if location is None else read_location(call.store, location, location_field),
        ip=call.client,
        origin=call.state.registered_origin(call.headers.get("origin")),
    )
    answer = _place(call, source, buyer, location_field)
    if source.token is not None:
        answer.headers[GUEST_HEADER] = source.token
    return answer


@operation("createCustomerCheckout")
def customer_checkout(call: Call) -> Answer:
    body = call.body
    customer = require_customer(call)
    source = _customer_source(call, body)
    known: Row | None = None
    if body.get("address_id") is not None:
        known = find_address(call.store, customer["id"], body["address_id"])
        if known is None:
            raise not_found("Address")
    location = body.get("location_id")
    if location is None and known is not None:
        location = known["location_id"]
    buyer = Buyer(
        name=customer["name"] or customer["email"],
        email=customer["email"],
        phone=(known["phone"] if known else None) or customer["phone"],
        customer_id=customer["id"],
        address=body.get("address") or (known["address"] if known else None),
        postal_code=body.get("postal_code") or (known["postal_code"] if known else None),
        place=None if location is None else read_location(call.store, location, "location_id"),
        recipient=known["name"] if known else None,
        ip=call.client,
        origin=call.state.registered_origin(call.headers.get("origin")),
    )
    return _place(call, source, buyer, "location_id")


@operation("listCheckoutPaymentMethods")
def list_checkout_payment_methods(call: Call) -> Answer:
    return Answer(
        200,
        {
            "payment_methods": enabled_methods(call.state.settings),
            "payment_accounts": [
                {
                    "id": account.id,
                    "method": account.method,
                    "account_number": account.number,
                    "account_holder": account.holder,
                    "financial_entity_code": account.entity_code,
                    "financial_entity_name": account.entity_name,
                }
                for account in ACCOUNTS
            ],
        },
    )
