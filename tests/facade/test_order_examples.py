"""Every kind of order that the service's documents show, through all that reads an order: what there is to pay, whether
it is paid, where to go next, what its amount is made of, and whether it is a purchase to report."""

from __future__ import annotations

from typing import Any

import pytest
from nexus_commerce.models import StorefrontPublicOrder
from nexus_storefront import Breakdown, EventSettings, next_page, payment_state, read_payment
from nexus_storefront.events import Composer, Visit

PAGE, NEXT, HOSTED = "https://toko.example/o/s1", "https://toko.example/o/s1/success", "https://hosted.example/s1"
AFTER_CREATION = Composer(EventSettings(purchase_point="order_created"))
AFTER_PAYMENT = Composer(EventSettings(purchase_point="payment_confirmed"))
VISIT = Visit("https://toko.example/checkout")
# 125,000 + 12,000 + 6,500 + 3,500, as the page on payments has it.
E_PAYMENT = {
    "product_price": "125000.00",
    "shipping_cost": "12000.00",
    "other_income": "6500.00",
    "service_fee": "3500.00",
    "gross_revenue": "147000.00",
}
# 150,000 − 276 + 19,000, as the webhook's example has it.
TRANSFER = {
    "product_price": "150000.00",
    "unique_code_discount": "276.00",
    "shipping_cost": "19000.00",
    "payment_link_income": "0.00",
    "gross_revenue": "168724.00",
}


def of(method: str | None, amounts: dict[str, str], info: object = None, **more: object) -> dict[str, Any]:
    return {
        "id": "019d2c10-7a44-7c31-9b5e-0f3a6d5c8e21",
        "order_id": "261120KXTWQA",
        "secret_slug": "s1",
        "status": "pending",
        "payment_status": "unpaid",
        "payment_method": method,
        "pg_payment_info": info,
        "payment_url": HOSTED,
        "redirect_url": NEXT,
        "public_order_url": PAGE,
        "is_probably_spam": False,
        "variants": {"variant_x": 1},
    } | (amounts | more)


VA = {"payment_method": {"virtual_account": {"channel_properties": {"virtual_account_number": "8808"}}}}
QR = {"qr_string": "000201"}
TIME = "2026-11-20T03:18:02Z"
PAID = {"payment_status": "paid", "paid_time": TIME}

# name: order, kind, state, next page, whether it is a purchase to report (when it is made, when it is paid)
EXAMPLES: dict[str, tuple[dict[str, Any], str, str, str | None, tuple[bool, bool]]] = {
    "virtual account": (of("va_bca", E_PAYMENT, VA), "virtual_account", "open", NEXT, (True, False)),
    "qris": (of("qris", E_PAYMENT, QR), "qris", "open", NEXT, (True, False)),
    "qris, an older order": (
        of("qris", E_PAYMENT, QR, service_fee=None, payment_link_income="3500.00"),
        *("qris", "open", NEXT, (True, False)),
    ),
    "both names of the fee": (
        of("qris", E_PAYMENT, QR, payment_link_income="3500"),
        "qris",
        "open",
        NEXT,
        (True, False),
    ),
    "wallet": (
        of("dana", E_PAYMENT, {"actions": [{"url": "https://w", "url_type": "WEB"}]}),
        *("wallet", "open", NEXT, (True, False)),
    ),
    "wallet for a server": (
        of("dana", E_PAYMENT, {"actions": [{"url": "https://api", "url_type": "API", "method": "POST"}]}),
        *("redirect", "open", NEXT, (True, False)),
    ),
    "ovo": (of("ovo", E_PAYMENT, {"id": "1"}), "ovo", "open", NEXT, (True, False)),
    "card": (of("card", E_PAYMENT, {"payment_url": "https://p"}), "redirect", "open", NEXT, (True, False)),
    "card, not made yet": (of("card", E_PAYMENT, {}), "pending", "open", NEXT, (True, False)),
    "alfamart": (of("alfamart", E_PAYMENT, {"payment_code": "TN1"}), "retail_code", "open", NEXT, (True, False)),
    "transfer with a unique code": (of("bank_transfer", TRANSFER, {}), "bank_transfer", "open", NEXT, (True, False)),
    "cod has no fee": (
        of("cod", E_PAYMENT, None, service_fee="0.00", gross_revenue="143500.00"),
        *("cod", "open", NEXT, (True, False)),
    ),
    "digital alone": (
        of("qris", {"product_price": "50000", "shipping_cost": "0", "gross_revenue": "50000"}, QR),
        *("qris", "open", NEXT, (True, False)),
    ),
    "payment link": (
        of("payment_link", E_PAYMENT, {}, other_income="0.00", service_fee="0.00", gross_revenue="137000.00"),
        *("redirect", "open", NEXT, (True, False)),
    ),
    "payment link, paid": (of("qris", E_PAYMENT, QR, **PAID), "paid", "paid", NEXT, (True, True)),
    "without a next page": (of("qris", E_PAYMENT, QR, redirect_url=None), "qris", "open", PAGE, (True, False)),
    "whatsapp is next": (
        of("bank_transfer", TRANSFER, redirect_url="https://wa.me/62811?text=Halo%20Kak"),
        *("bank_transfer", "open", "https://wa.me/62811?text=Halo%20Kak", (True, False)),
    ),
    "only the deprecated page": (
        of("card", E_PAYMENT, {"id": "1"}, redirect_url=None, public_order_url=None),
        *("pending", "open", None, (True, False)),
    ),
    "draft": (of("qris", E_PAYMENT, QR, status="draft"), "redirect", "open", NEXT, (True, False)),
    "settled": (of("va_bca", E_PAYMENT, VA, payment_status="settled"), "paid", "paid", NEXT, (True, True)),
    "conflict": (of("va_bca", E_PAYMENT, VA, payment_status="conflict"), "failed", "failed", NEXT, (True, False)),
    "set back to unpaid": (of("qris", E_PAYMENT, QR, paid_time=TIME), "qris", "open", NEXT, (True, False)),
    "canceled": (of("qris", E_PAYMENT, QR, status="canceled"), "closed", "closed", NEXT, (True, False)),
    "confirmed is not paid": (of("qris", E_PAYMENT, QR, status="confirmed"), "qris", "open", NEXT, (True, False)),
    "confirmed and set back": (
        of("qris", E_PAYMENT, QR, confirmed_time=TIME),
        *("qris", "open", NEXT, (True, False)),
    ),
    "no status, and a time": (
        of("qris", E_PAYMENT, QR, payment_status=None, paid_time=TIME),
        *("paid", "paid", NEXT, (True, True)),
    ),
    "spam": (of("qris", E_PAYMENT, QR, **PAID, is_probably_spam=True), "paid", "paid", NEXT, (False, False)),
}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("form", [dict, StorefrontPublicOrder.from_dict])
def test_an_order_of_the_documents(name: str, form: Any) -> None:
    given, kind, state, page, purchase = EXAMPLES[name]
    order = form(given)
    read = read_payment(order)
    assert read.kind == kind
    assert payment_state(order) == state
    assert next_page(order) == page
    assert getattr(read, "url", None) != HOSTED
    assert (read.hosted_url, read.order_url) == (HOSTED, given["public_order_url"])
    assert Breakdown.of(order).adds_up
    created, confirmed = AFTER_CREATION.order_created(order, VISIT), AFTER_PAYMENT.payment_confirmed(order, VISIT)
    assert (bool(created.events), bool(confirmed.events)) == purchase
