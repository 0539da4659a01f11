"""Orders: placing, paying, expiring, and the two views the contract has of them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from .calls import Json, invalid
from .clock import iso
from .discounts import give_back, use
from .money import decimal_text
from .payments import ACCOUNTS, METHODS, Account, instructions
from .quotes import Quote
from .settings import HOSTED_DOMAIN, STORE_ID, Settings
from .store import Row, Store
from .subscriptions import begin

STORE_NAME = "Toko Nusantara"
HANDLER_PHONE = "6281200009999"
_DAY = 86_400
_EXPIRES_AFTER = 1 * _DAY


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who buys, and where the parcel goes (place None: nowhere)."""

    name: str
    email: str
    phone: str | None
    customer_id: int | None = None
    address: str | None = None
    postal_code: str | None = None
    place: Row | None = None
    recipient: str | None = None


def take_stock(store: Store, quote: Quote, *, direct: bool) -> None:
    """Take what the order needs from the stock. Refuses, naming the item, when something has run out."""
    for position, line in enumerate(quote.lines):
        for variant_id, each in line.parts:
            wanted = each * line.quantity
            taken = store.run(
                "UPDATE variants SET stock = stock - ? WHERE id = ? AND (stock IS NULL OR stock >= ?)",
                wanted, variant_id, wanted,
            )  # fmt: skip
            if not taken:
                name = f"items.{position}.quantity" if direct else "items"
                raise invalid(name, f"asks for more of {line.name} than there is in stock", "out_of_stock")


def _put_back(store: Store, doc: Json) -> None:
    for variant_id, quantity in doc["takes"].items():
        store.run("UPDATE variants SET stock = stock + ? WHERE id = ?", quantity, int(variant_id))
    if doc["discount_code"]:
        give_back(store, doc["discount_code"])


def place(store: Store, settings: Settings, quote: Quote, buyer: Buyer, notes: str | None, now: float) -> Row:
    """Write a new order. The stock was taken already."""
    number = store.count("order")
    method = quote.method
    if method is None:
        method = METHODS["payment_link"]
    unique_code = 0
    if settings.unique_code and method.code == "bank_transfer":
        unique_code = 1 + int(store.make_code("unique", 3, alphabet="0123456789")) % 999
    takes: Counter[str] = Counter()
    for line in quote.lines:
        for variant_id, each in line.parts:
            takes[str(variant_id)] += each * line.quantity
    code = quote.verdict.code["code"] if quote.verdict and quote.verdict.code else None
    if code:
        use(store, code)
    option = quote.shipping
    day = datetime.fromtimestamp(now, UTC).strftime("%y%m%d")
    doc: Json = {
        "status": "pending",
        "payment_status": "unpaid",
        "history": [["pending", now]],
        "created": now,
        "paid": None,
        "updated": now,
        "expires": None if method.code == "cod" else now + _EXPIRES_AFTER,
        "spam": False,
        "buyer": {"name": buyer.name, "email": buyer.email, "phone": buyer.phone},
        "destination": None if buyer.place is None else {
            "name": buyer.recipient or buyer.name, "phone": buyer.phone, "location_id": buyer.place["id"],
            "address": buyer.address, "subdistrict": buyer.place["subdistrict"], "city": buyer.place["city"],
            "province": buyer.place["province"], "postal_code": buyer.postal_code,
        },
        "lines": [
            {
                "id": store.make_uuid("orderline"), "type": line.type, "ref": line.ref, "unique_id": line.unique_id,
                "quantity": line.quantity, "price": line.unit_price, "product_name": line.product_name,
                "item_type": line.item_type, "weight": line.weight, "options": line.options,
            }
            for line in quote.lines
        ],
        "takes": takes,
        "product_price": quote.product_price,
        "shipping_cost": quote.shipping_cost,
        "other_income": quote.other_income,
        "other_income_name": quote.other_income_name,
        "service_fee": quote.service_fee,
        "discount": quote.discount,
        "discount_code": code,
        "discount_to": quote.verdict.applied_to if quote.verdict else None,
        "unique_code": unique_code,
        "gross_revenue": quote.gross_revenue - unique_code,
        "method": method.code,
        "courier": None if option is None else {
            "id": option.service.id, "name": option.service.name, "code": option.service.code,
            "courier_id": option.service.courier_id, "courier": option.service.courier,
            "courier_name": option.service.courier_name,
        },
        "payment_asked": None,
        "reads": 0,
        "transfer_time": None,
        "transferproof_url": None,
        "account_holder": None,
        "account_number": None,
        "notes": notes,
    }  # fmt: skip
    store.run(
        "INSERT INTO orders (n, id, slug, order_id, customer_id, status, expires, doc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        number, store.make_uuid("order", number), store.make_code("slug", 22, number),
        f"{day}{store.make_code('order_id', 4, number, 'ABCDEFGHJKLMNPQRSTUVWXYZ')}{number:04d}",
        buyer.customer_id, doc["status"], doc["expires"], json.dumps(doc),
    )  # fmt: skip
    row = store.one("SELECT * FROM orders WHERE n = ?", number)
    assert row is not None
    return row


def save(store: Store, row: Row, doc: Json, now: float) -> Row:
    doc["updated"] = now
    store.run(
        "UPDATE orders SET doc = ?, status = ?, expires = ? WHERE n = ?",
        json.dumps(doc), doc["status"], doc["expires"] if doc["payment_status"] == "unpaid" else None, row["n"],
    )  # fmt: skip
    fresh = store.one("SELECT * FROM orders WHERE n = ?", row["n"])
    assert fresh is not None
    return fresh


def find(store: Store, slug: str, now: float) -> Row | None:
    """Return the order with this secret slug, expired if its time is over."""
    row = store.one("SELECT * FROM orders WHERE slug = ?", slug)
    if row is None:
        return None
    return _expired_if_due(store, row, now)


def _expired_if_due(store: Store, row: Row, now: float) -> Row:
    if row["status"] == "pending" and row["expires"] is not None and row["expires"] <= now:
        return expire(store, row, now)
    return row


def expire_due(store: Store, now: float) -> None:
    """Expire every unpaid order whose time is over, and put its goods back on the shelf."""
    due = store.all("SELECT * FROM orders WHERE status = 'pending' AND expires <= ? ORDER BY expires", now)
    for row in due:
        expire(store, row, now)


def expire(store: Store, row: Row, now: float) -> Row:
    """Cancel an unpaid order. Anything else stays as it is."""
    doc = json.loads(row["doc"])
    if doc["status"] != "pending" or doc["payment_status"] != "unpaid":
        return row
    doc["status"] = "canceled"
    doc["history"].append(["canceled", now])
    _put_back(store, doc)
    return save(store, row, doc, now)


def pay(store: Store, row: Row, now: float) -> Row:
    """Take the money of an unpaid order. Raises ValueError for one that cannot be paid; paying twice does nothing."""
    doc = json.loads(row["doc"])
    if doc["payment_status"] == "paid":
        return row
    if doc["status"] == "canceled":
        raise ValueError("a canceled order cannot be paid")
    doc["payment_status"], doc["paid"] = "paid", now
    if doc["status"] == "pending":
        doc["status"] = "confirmed"
        doc["history"].append(["confirmed", now])
    if doc["method"] == "bank_transfer":
        account = next(account for account in ACCOUNTS if account.method == "bank_transfer")
        doc["account_holder"] = doc["account_holder"] or account.holder
        doc["account_number"] = doc["account_number"] or account.number
    _hand_over(store, row, doc, now)
    return save(store, row, doc, now)


def _hand_over(store: Store, row: Row, doc: Json, now: float) -> None:
    """Give a customer what a paid order opens: courses and subscriptions."""
    if row["customer_id"] is None:
        return
    for line in doc["lines"]:
        if line["item_type"] == "course":
            store.run("INSERT OR IGNORE INTO entitlements VALUES (?, ?)", row["customer_id"], line["ref"])
        elif line["item_type"] == "subscription":
            begin(store, row["customer_id"], line["ref"], line["quantity"], row["id"], now)


def count_read(store: Store, settings: Settings, row: Row) -> Row:
    """Count a read of an order whose payment is being made; the provider's instructions come after some of them."""
    doc = json.loads(row["doc"])
    if doc["payment_asked"] is None or doc["reads"] >= settings.payment_info_after_reads:
        return row
    doc["reads"] += 1
    return save(store, row, doc, doc["updated"])


def _payment_info(row: Row, doc: Json, settings: Settings) -> Json:
    method = METHODS[doc["method"]]
    if doc["payment_asked"] is None or not method.hosted or doc["reads"] < settings.payment_info_after_reads:
        return {}
    return instructions(
        method,
        provider=settings.payment_provider,
        order_id=row["order_id"],
        number=row["n"] + 4_010_000,
        amount=doc["gross_revenue"],
        holder=doc["buyer"]["name"],
        phone=doc["buyer"]["phone"],
        expires=doc["expires"] or doc["created"] + _EXPIRES_AFTER,
        pay_page=_page(row, "success"),
    )


def _page(row: Row, *rest: str) -> str:
    return "/".join([f"https://{HOSTED_DOMAIN}/orders/{row['slug']}", *rest])


def _account(account: Account) -> Json:
    return {
        "id": account.id,
        "account_holder": account.holder,
        "account_number": account.number,
        "method": account.method,
        "financial_entity": {
            "id": account.entity_id,
            "code": account.entity_code,
            "name": account.entity_name,
        },
    }


def _time_of(doc: Json, status: str) -> str | None:
    return next((iso(at) for name, at in doc["history"] if name == status), None)


def _history(doc: Json) -> list[Json]:
    return [{"status": status, "timestamp": iso(at)} for status, at in doc["history"]]


def _hosted_link(info: Json) -> str | None:
    """The provider's page, which the deprecated order-level `payment_url` repeats."""
    link = info.get("redirect_url") or info.get("invoice_url")
    return str(link) if link else None


def public(row: Row, settings: Settings) -> Json:
    """The order as anyone with its secret slug sees it."""
    doc = json.loads(row["doc"])
    info = _payment_info(row, doc, settings)
    destination, courier = doc["destination"], doc["courier"]
    return {
        "id": row["id"],
        "business": {"username": "toko-nusantara", "contact_email": "halo@toko-nusantara.example", "aff_code": None,
                     "logo": None},
        "secret_slug": row["slug"],
        "public_order_url": _page(row),
        "payment_url": _hosted_link(info),
        "redirect_url": _page(row, "success" if doc["method"] == "cod" else "pay"),
        "post_payment_redirect_url": _page(row, "success"),
        "order_id": row["order_id"],
        "status": doc["status"],
        "payment_status": doc["payment_status"],
        "is_probably_spam": doc["spam"],
        "draft_time": iso(doc["created"]),
        "paid_time": iso(doc["paid"]),
        "transfer_time": doc["transfer_time"],
        "transferproof_url": doc["transferproof_url"],
        "handler_phone": HANDLER_PHONE,
        "chat_message": f"Halo, saya ingin bertanya tentang pesanan {row['order_id']}.",
        "customer_id": row["customer_id"],
        "discount_code_code": doc["discount_code"],
        "page": None,
        "gross_revenue": decimal_text(doc["gross_revenue"]),
        "product_price": decimal_text(doc["product_price"]),
        "product_discount": "0.00",
        "shipping_cost": decimal_text(doc["shipping_cost"]),
        "shipping_discount": "0.00",
        "other_income": decimal_text(doc["other_income"]),
        "payment_link_income": decimal_text(doc["service_fee"]),
        "other_income_name": doc["other_income_name"],
        "unique_code_discount": decimal_text(doc["unique_code"]),
        "discount_code_discount": decimal_text(doc["discount"]),
        "pg_payment_info": info,
        "status_history": _history(doc),
        "payment_method": doc["method"],
        "epayment_provider": settings.payment_provider if METHODS[doc["method"]].hosted else None,
        "payment_account_holder": doc["account_holder"],
        "payment_account_number": doc["account_number"],
        "shipment_status_history": [],
        "shipment_receipt": None,
        "courier_service": courier and {"name": courier["name"], "courier": {"name": courier["courier_name"]}},
        "variants": {str(x["ref"]): x["quantity"] for x in doc["lines"] if x["type"] == "variant"},
        "bundle_price_options": {
            str(x["ref"]): x["quantity"] for x in doc["lines"] if x["type"] == "bundle_price_option"
        },
        "orderlines": [
            {
                "quantity": line["quantity"],
                "product_name": line["product_name"],
                "item_type": line["item_type"],
                "variant_option1_value": line["options"][0],
                "variant_option2_value": line["options"][1],
                "variant_option3_value": None,
                "variant_price": decimal_text(line["price"]),
            }
            for line in doc["lines"]
        ],
        "payment_expiration_at": iso(doc["expires"]),
        "store_custom_domain": {"full_url": f"https://{HOSTED_DOMAIN}"},
        "store": {
            "name": STORE_NAME,
            "payment_accounts": [_account(account) for account in ACCOUNTS],
            "custom_domain": {"full_url": f"https://{HOSTED_DOMAIN}"},
            "days_of_payment_processing": 1,
            "is_auto_expire": True,
            "auto_expire_days": 1,
            "is_show_whatsapp": True,
            "is_show_download_invoice": True,
        },
        "destination_address": destination and {
            key: destination[key] for key in ("name", "phone", "address", "subdistrict", "city", "province")
        },
        "customer": {"email": doc["buyer"]["email"]},
    }  # fmt: skip


def customer_facing(row: Row, settings: Settings, customer: Row) -> Json:
    """The order as the customer who placed it sees it."""
    doc = json.loads(row["doc"])
    info = _payment_info(row, doc, settings)
    destination, courier = doc["destination"], doc["courier"]
    weight = sum(line["weight"] * line["quantity"] for line in doc["lines"])
    return {
        "id": row["id"],
        "secret_slug": row["slug"],
        "public_order_url": _page(row),
        "payment_url": _hosted_link(info),
        "order_id": row["order_id"],
        "store": {
            "name": STORE_NAME,
            "logo": None,
            "unique_id": STORE_ID,
            "payment_accounts": [
                _account(account) | {
                    "unique_id": account.unique_id,
                    "financial_entity": {
                        "id": account.entity_id, "code": account.entity_code, "entity_type": "bank",
                        "name": account.entity_name, "platform": None, "duitku_code": None, "xendit_code": None,
                    },
                }
                for account in ACCOUNTS
            ],
            "days_of_payment_processing": 1,
            "is_auto_expire": True,
            "auto_expire_days": 1,
            "is_show_whatsapp": True,
            "is_show_download_invoice": True,
        },
        "customer": {
            "id": customer["id"], "email": customer["email"], "phone": customer["phone"], "name": customer["name"],
            "confirmed_at": iso(customer["created"]), "created_at": iso(customer["created"]),
            "last_updated_at": iso(customer["updated"]), "status": "confirmed",
        },
        "status": doc["status"],
        "draft_time": iso(doc["created"]),
        **{f"{name}_time": _time_of(doc, name) for name in (
            "pending", "confirmed", "in_process", "ready", "shipped", "completed", "rts", "canceled", "closed")},
        "unpaid_time": iso(doc["created"]),
        "paid_time": iso(doc["paid"]),
        "transfer_time": doc["transfer_time"],
        "created_at": iso(doc["created"]),
        "last_updated_at": iso(doc["updated"]),
        "status_history": _history(doc),
        "payment_status": doc["payment_status"],
        "payment_method": doc["method"],
        "payment_account_holder": doc["account_holder"],
        "payment_account_number": doc["account_number"],
        "transferproof_url": doc["transferproof_url"],
        "pg_payment_info": info,
        "total_quantity": sum(line["quantity"] for line in doc["lines"]),
        "unique_code_discount": decimal_text(doc["unique_code"]),
        "discount_code_discount": decimal_text(doc["discount"]),
        "discount_code_code": doc["discount_code"],
        "discount_code_applied_to": doc["discount_to"],
        "product_price": decimal_text(doc["product_price"]),
        "product_discount": "0.00",
        "other_income_name": doc["other_income_name"],
        "other_income": decimal_text(doc["other_income"]),
        "payment_link_income": decimal_text(doc["service_fee"]),
        "gross_revenue": decimal_text(doc["gross_revenue"]),
        "shipping_cost": decimal_text(doc["shipping_cost"]),
        "shipping_discount": "0.00",
        "destination_address": destination and {
            "id": row["n"], "location": destination["location_id"],
            **{k: v for k, v in destination.items() if k != "location_id"},
        },
        "final_variants": doc["takes"],
        "product_weight": weight,
        "total_weight": weight,
        "is_dropshipping": False,
        "courier_service": courier and {
            "id": courier["id"], "name": courier["name"], "code": courier["code"],
            "courier": {"id": courier["courier_id"], "name": courier["courier_name"], "code": courier["courier"]},
        },
        "shipment_receipt": None,
        "shipment_status": None,
        "awb_status": None,
        "shipment_status_history": [],
        "orderlines": [
            {
                "id": line["id"],
                "quantity": line["quantity"],
                "variant": line["ref"] if line["type"] == "variant" else None,
                "product_name": line["product_name"],
                "item_type": line["item_type"],
                "is_file_enabled": line["item_type"] == "digital",
                "is_lms_enabled": line["item_type"] == "course",
                "is_license_enabled": line["item_type"] == "license",
                "currency": "IDR",
                "variant_option1_value": line["options"][0],
                "variant_option2_value": line["options"][1],
                "variant_option3_value": None,
                "variant_price": decimal_text(line["price"]),
                "product_price": decimal_text(line["price"] * line["quantity"]),
                "weight": line["weight"],
            }
            for line in doc["lines"]
        ],
        "notes": doc["notes"],
    }  # fmt: skip
