"""Placing an order: limits of the shop, goods off the shelf, and the new order's record."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from ...refusals import Json, Refused, invalid
from ...settings import Settings
from ...store import Row, Store
from ..discounts import use
from ..payments import Method
from ..quotes import Quote

HOUR = 3600
UNPAID_FOR = 86_400


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who buys, from which address and page, and where the parcel goes (place None: nowhere)."""

    name: str
    email: str
    phone: str | None
    ip: str
    customer_id: int | None = None
    address: str | None = None
    postal_code: str | None = None
    place: Row | None = None
    recipient: str | None = None
    origin: str | None = None
    """The browser origin, where the shop has registered it."""

    @property
    def phone_digits(self) -> str:
        """The phone number as it is compared: digits, with the country code."""
        digits = "".join(character for character in self.phone or "" if character.isdigit())
        return "62" + digits[1:] if digits.startswith("0") else digits


def hold_to_limits(store: Store, settings: Settings, buyer: Buyer, now: float) -> None:
    """Refuse an order that the shop's own limits keep out, with the text that it has for the refused."""
    blocked = Refused(400, "order_blocked", settings.blocked_message)
    if {buyer.email.lower(), buyer.phone_digits, buyer.ip} & {banned.lower() for banned in settings.banned_customers}:
        raise blocked
    if len(buyer.name.strip()) < settings.min_name_length:
        raise invalid("customer_name", settings.blocked_message, "order_blocked")
    if buyer.place is not None and len((buyer.address or "").strip()) < settings.min_address_length:
        raise invalid("shipping_address", settings.blocked_message, "order_blocked")
    for most, column, value in (
        (settings.max_per_phone, "phone", buyer.phone_digits),
        (settings.max_per_ip, "ip", buyer.ip),
    ):
        if most and _placed_by(store, column, value, now) >= most:
            raise blocked


def _placed_by(store: Store, column: str, value: str, now: float) -> int:
    if not value:
        return 0
    row = store.one(f"SELECT count(*) AS n FROM orders WHERE {column} = ? AND created > ?", value, now - HOUR)  # noqa: S608 - ours
    return 0 if row is None else int(row["n"])


def take_stock(store: Store, quote: Quote, *, direct: bool) -> None:
    """Take what the order needs from the stock. Refuses, naming the item, when something has run out."""
    for position, line in enumerate(quote.lines):
        for variant_id, each in line.parts:
            wanted = each * line.quantity
            taken = store.run(
                "UPDATE variants SET stock = stock - ? WHERE id = ? AND NOT disabled AND (stock IS NULL OR stock >= ?)",
                wanted, variant_id, wanted,
            )  # fmt: skip
            if not taken:
                name = f"items.{position}.quantity" if direct else "items"
                raise invalid(name, f"asks for more of {line.name} than there is in stock", "out_of_stock")


def place(store: Store, settings: Settings, quote: Quote, method: Method, buyer: Buyer, notes: str | None,
          now: float) -> Row:  # fmt: skip
    """Write a new order. The stock was taken already."""
    number = store.count("order")
    code = quote.verdict.code["code"] if quote.verdict and quote.verdict.code else None
    if code:
        use(store, code)
    suspected = settings.is_spam_filter and _placed_by(store, "phone", buyer.phone_digits, now) > 0
    doc = {
        "status": "pending",
        "payment_status": "unpaid",
        "history": [["pending", now]],
        "payment_history": [["unpaid", now]],
        "created": now,
        "updated": now,
        "expires": None if method.code == "cod" else now + UNPAID_FOR,
        "spam": suspected,
        "spam_by": "ai" if suspected else None,
        "origin": buyer.origin,
        "buyer": {"name": buyer.name, "email": buyer.email, "phone": buyer.phone},
        "destination": _destination(buyer),
        **_goods(store, quote),
        **_amounts(store, settings, quote, method),
        "discount_code": code,
        "discount_to": quote.verdict.applied_to if quote.verdict else None,
        "method": method.code,
        "payment_link_id": store.make_code("payment_link", 16, number) if method.code == "payment_link" else None,
        "courier": _courier(quote),
        "payment_asked": None,
        "reads": 0,
        "transfer_time": None,
        "transferproof_url": None,
        "account_holder": None,
        "account_number": None,
        "notes": notes,
    }
    day = datetime.fromtimestamp(now, UTC).strftime("%y%m%d")
    store.run(
        "INSERT INTO orders (n, id, slug, order_id, customer_id, status, expires, phone, ip, created, doc)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number, store.make_uuid("order", number), store.make_code("slug", 22, number),
        f"{day}{store.make_code('order_id', 4, number, 'ABCDEFGHJKLMNPQRSTUVWXYZ')}{number:04d}",
        buyer.customer_id, doc["status"], doc["expires"], buyer.phone_digits, buyer.ip, now, json.dumps(doc),
    )  # fmt: skip
    row = store.one("SELECT * FROM orders WHERE n = ?", number)
    assert row is not None
    store.note("order.spam_created" if suspected else "order.created", row, now)
    return row


def _destination(buyer: Buyer) -> Json | None:
    if buyer.place is None:
        return None
    return {
        "name": buyer.recipient or buyer.name,
        "phone": buyer.phone,
        "location_id": buyer.place["id"],
        "address": buyer.address,
        "subdistrict": buyer.place["subdistrict"],
        "city": buyer.place["city"],
        "province": buyer.place["province"],
        "postal_code": buyer.postal_code,
    }


def _goods(store: Store, quote: Quote) -> Json:
    takes: Counter[str] = Counter()
    for line in quote.lines:
        for variant_id, each in line.parts:
            takes[str(variant_id)] += each * line.quantity
    lines = [
        {
            "id": store.make_uuid("orderline"),
            "type": line.type,
            "ref": line.ref,
            "unique_id": line.unique_id,
            "quantity": line.quantity,
            "price": line.unit_price,
            "product_name": line.product_name,
            "item_type": line.item_type,
            "weight": line.weight,
            "options": line.options,
        }
        for line in quote.lines
    ]
    return {"lines": lines, "takes": takes}


def _amounts(store: Store, settings: Settings, quote: Quote, method: Method) -> Json:
    unique_code = 0
    if settings.unique_code and method.code == "bank_transfer":
        unique_code = 1 + int(store.make_code("unique", 3, alphabet="0123456789")) % 999
    return {
        "product_price": quote.product_price,
        "shipping_cost": quote.shipping_cost,
        "discount": quote.discount,
        "unique_code": unique_code,
        "other_income": quote.charges.other_income,
        "other_income_name": quote.charges.other_income_name,
        "service_fee": quote.charges.service_fee,
        "gross_revenue": quote.gross_revenue - unique_code,
    }


def _courier(quote: Quote) -> Json | None:
    if quote.shipping is None:
        return None
    service = quote.shipping.service
    return {
        "id": service.id,
        "name": service.name,
        "code": service.code,
        "courier_id": service.courier_id,
        "courier": service.courier,
        "courier_name": service.courier_name,
        "aggregator": service.aggregator,
    }
