"""What the service's webhooks say of an order, in the four shapes that it has for it."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..refusals import Json
from ..rules.money import decimal_text
from ..rules.orders import life, views
from ..rules.payments import METHODS
from ..settings import STORE_NAME, Settings

_BUSINESS_CLIENT = "7d0c2f4e-5b1a-4c7d-9e2f-3a6b8c0d1e2f"
_FREE = "0.00"


def order_data(event: str, row: Json, doc: Json, settings: Settings) -> Json:
    """The `data` of an order's event. `row` and `doc` are the order as it was when it happened."""
    if event == "order.deleted":
        return _names(row, doc) | _stamps(doc)
    if event == "order.status_changed":
        return _names(row, doc) | _status(doc) | _stamps(doc)
    if event.startswith("payment.") or event == "order.payment_status_changed":
        return _names(row, doc) | _payment(row, doc, settings) | _stamps(doc)
    return _full(row, doc, settings)


def _names(row: Json, doc: Json) -> Json:
    return {
        "id": row["id"],
        "order_id": row["order_id"],
        "payment_link_id": doc["payment_link_id"],
        "is_from_payment_link": doc["payment_link_id"] is not None,
    }


def _stamps(doc: Json) -> Json:
    return {"created_at": iso(doc["created"]), "last_updated_at": iso(doc["updated"])}


def _status(doc: Json) -> Json:
    times = {f"{name}_time": views.time_of(doc["history"], name) for name in life.STATUSES}
    return {"status": doc["status"]} | times | {"draft_time": iso(doc["created"])}


def _payment_state(doc: Json) -> Json:
    times = {f"{name}_time": views.time_of(doc["payment_history"], name) for name in life.PAYMENT_STATUSES}
    return {"payment_status": doc["payment_status"]} | times | {"transfer_time": doc["transfer_time"]}


def _spam(doc: Json) -> Json:
    return {"is_probably_spam": doc["spam"], "mark_as_spam_by": doc["spam_by"]}


def _means(doc: Json, settings: Settings) -> Json:
    hosted = METHODS[doc["method"]].hosted
    return {
        "epayment_provider": settings.payment_provider if hosted else None,
        "payment_method": doc["method"],
        "financial_entity": {"code": "bca", "name": "Bank Central Asia"} if doc["account_number"] else None,
        "payment_account_holder": doc["account_holder"],
        "payment_account_number": doc["account_number"],
        "transferproof_url": doc["transferproof_url"],
    }


def _payment(row: Json, doc: Json, settings: Settings) -> Json:
    """No lines, no amounts, no address and no secret slug: only what was paid how, newest first."""
    info = views.payment_info(row, doc, settings) or None
    history = [{"at": iso(at), "status": status, "by": None} for status, at in reversed(doc["payment_history"])]
    return {
        "business": {},
        **_spam(doc),
        **_payment_state(doc),
        "payment_account_id": None,
        **_means(doc, settings),
        "pg_payment_info": info,
        "pg_paid_info": {"status": "SUCCEEDED"} if info and doc["payment_status"] in ("paid", "settled") else None,
        "pg_reference_id": row["order_id"] if METHODS[doc["method"]].hosted else None,
        "payment_status_history": history,
        "customer": {"email": doc["buyer"]["email"]},
    }


def _full(row: Json, doc: Json, settings: Settings) -> Json:
    weight = sum(line["weight"] * line["quantity"] for line in doc["lines"])
    courier = doc["courier"]
    return {
        **_names(row, doc),
        "secret_slug": row["slug"],
        **_status(doc),
        **_payment_state(doc),
        **_spam(doc),
        "business": {"username": "toko-nusantara", "client_id": _BUSINESS_CLIENT},
        "store": {"name": STORE_NAME},
        **_means(doc, settings),
        "final_variants": _by_name(doc),
        "total_quantity": sum(line["quantity"] for line in doc["lines"]),
        **_money(doc, settings),
        "customer_id": row["customer_id"],
        "customer": {"email": doc["buyer"]["email"], "name": doc["buyer"]["name"], "phone": row["phone"] or None},
        "destination_address": _destination(row, doc),
        "origin_address": _ORIGIN if courier else None,
        "warehouse": {"name": "Gudang Jakarta", "unique_id": "warehouse_jakarta01"} if courier else None,
        "product_weight": weight,
        "weight_bump": 0,
        "total_weight": weight,
        "courier_service": courier and {
            "name": courier["name"],
            "code": courier["code"],
            "courier": {"name": courier["courier_name"], "code": courier["courier"]},
        },
        "courier_aggregator_code": courier and courier.get("aggregator"),
        "shipment_receipt": None,
        "shipment_status": None,
        "rtsproof_url": None,
        "notes": doc["notes"],
        "awb_status": "unavailable",
        "awb_ca_status": "unavailable",
        "tags": [],
        "orderlines": [_line(line) for line in doc["lines"]],
        **_stamps(doc),
    }  # fmt: skip


_ORIGIN: Json = {
    "address": "Jl. Gudang 1",
    "subdistrict": "Cempaka Putih",
    "city": "Kota Jakarta Pusat",
    "province": "DKI Jakarta",
    "postal_code": "10510",
}


def _by_name(doc: Json) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in doc["lines"]:
        found[line["product_name"]] = found.get(line["product_name"], 0) + line["quantity"]
    return found


def _money(doc: Json, settings: Settings) -> Json:
    fee = {settings.fee_field: decimal_text(doc["service_fee"])}
    merchants = {"discount_rate": _FREE, "cogs": _FREE, "payment_fee": _FREE}
    net = doc["product_price"] - doc["discount"] - doc["unique_code"]
    return {
        "payment_link_income": _FREE,
        **fee,
        **views.amounts(doc),
        "other_income_name": doc["other_income_name"],
        "net_revenue": decimal_text(net),
        **merchants,
    }


def _destination(row: Json, doc: Json) -> Json | None:
    destination = doc["destination"]
    if destination is None:
        return None
    kept = {name: value for name, value in destination.items() if name != "location_id"}
    return kept | {"phone": row["phone"] or None, "email": doc["buyer"]["email"], "notes": doc["notes"]}


def _line(line: Json) -> dict[str, Any]:
    return {
        "quantity": line["quantity"],
        "is_inventory": line["item_type"] == "physical",
        "weight": line["weight"],
        "product_name": line["product_name"],
        "variant_unique_id": line["unique_id"],
        "variant_sku": f"SKU-{line['ref']}" if line["type"] == "variant" else None,
        "variant_price": decimal_text(line["price"]),
        "variant_cogs": _FREE,
        "product_price": decimal_text(line["price"] * line["quantity"]),
        "discount": _FREE,
        "discount_code_discount": _FREE,
        "cogs": _FREE,
    }
