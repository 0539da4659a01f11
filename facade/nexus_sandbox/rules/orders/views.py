"""The two views that the contract has of an order: anyone's with its secret slug, and the customer's who placed it."""

from __future__ import annotations

import json

from ...clock import iso
from ...refusals import Json
from ...settings import HOSTED_DOMAIN, STORE_ID, STORE_NAME, Settings
from ...store import Record, Row
from ..money import decimal_text
from ..payments import ACCOUNTS, METHODS, BankAccount, Demand, instructions
from .pages import chat_message, hosted_page, next_page, order_page
from .placing import UNPAID_FOR

_STORE_RULES: Json = {
    "days_of_payment_processing": 1,
    "is_auto_expire": True,
    "auto_expire_days": 1,
    "is_show_whatsapp": True,
    "is_show_download_invoice": True,
}
_BUSINESS: Json = {
    "username": "toko-nusantara",
    "contact_email": "halo@toko-nusantara.example",
    "aff_code": None,
    "logo": None,
}


def public(row: Row, settings: Settings) -> Json:
    """The order as anyone with its secret slug sees it."""
    doc = json.loads(row["doc"])
    destination, courier = doc["destination"], doc["courier"]
    domain = {"full_url": f"https://{HOSTED_DOMAIN}"}
    return _both(row, doc, settings) | {
        "business": _BUSINESS,
        "redirect_url": next_page(row, doc, settings),
        "is_probably_spam": doc["spam"],
        "handler_phone": settings.whatsapp_phone,
        "chat_message": chat_message(row),
        "customer_id": row["customer_id"],
        "page": None,
        "epayment_provider": settings.payment_provider if METHODS[doc["method"]].hosted else None,
        "courier_service": courier and {"name": courier["name"], "courier": {"name": courier["courier_name"]}},
        "variants": _quantities(doc, "variant"),
        "bundle_price_options": _quantities(doc, "bundle_price_option"),
        "orderlines": [_line(line) for line in doc["lines"]],
        "payment_expiration_at": iso(doc["expires"]),
        "store_custom_domain": domain,
        "store": {
            "name": STORE_NAME,
            "payment_accounts": [_account(account) for account in ACCOUNTS],
            "custom_domain": domain,
        }
        | _STORE_RULES,
        "destination_address": destination
        and {key: destination[key] for key in ("name", "phone", "address", "subdistrict", "city", "province")},
        "customer": {"email": doc["buyer"]["email"]},
    }


def customer_facing(row: Row, settings: Settings, customer: Row) -> Json:
    """The order as the customer who placed it sees it."""
    doc = json.loads(row["doc"])
    destination, courier = doc["destination"], doc["courier"]
    weight = sum(line["weight"] * line["quantity"] for line in doc["lines"])
    return _both(row, doc, settings) | {
        "store": {
            "name": STORE_NAME,
            "logo": None,
            "unique_id": STORE_ID,
            "payment_accounts": [_full_account(account) for account in ACCOUNTS],
        }
        | _STORE_RULES,
        "customer": _customer(customer),
        **{f"{name}_time": time_of(doc["history"], name) for name in _HISTORY_TIMES},
        "unpaid_time": iso(doc["created"]),
        "created_at": iso(doc["created"]),
        "last_updated_at": iso(doc["updated"]),
        "total_quantity": sum(line["quantity"] for line in doc["lines"]),
        "discount_code_applied_to": doc["discount_to"],
        "destination_address": destination
        and {
            "id": row["n"],
            "location": destination["location_id"],
            **{key: value for key, value in destination.items() if key != "location_id"},
        },
        "final_variants": doc["takes"],
        "product_weight": weight,
        "total_weight": weight,
        "is_dropshipping": False,
        "courier_service": courier and full_courier(courier),
        "shipment_status": None,
        "awb_status": None,
        "orderlines": [_line(line) | _more_of_line(line) for line in doc["lines"]],
        "notes": doc["notes"],
    }


_HISTORY_TIMES = ("pending", "confirmed", "in_process", "ready", "shipped", "completed", "rts", "canceled", "closed")


def _both(row: Row, doc: Json, settings: Settings) -> Json:
    """What both views tell in the same words."""
    return {
        "id": row["id"],
        "secret_slug": row["slug"],
        "order_id": row["order_id"],
        "public_order_url": order_page(row),
        "payment_url": hosted_page(row, doc),
        "status": doc["status"],
        "draft_time": iso(doc["created"]),
        "status_history": [{"status": status, "timestamp": iso(at)} for status, at in doc["history"]],
        "payment_status": doc["payment_status"],
        "paid_time": time_of(doc["payment_history"], "paid"),
        "transfer_time": doc["transfer_time"],
        "transferproof_url": doc["transferproof_url"],
        "payment_method": doc["method"],
        "payment_account_holder": doc["account_holder"],
        "payment_account_number": doc["account_number"],
        "pg_payment_info": payment_info(row, doc, settings),
        "shipment_receipt": None,
        "shipment_status_history": [],
        "discount_code_code": doc["discount_code"],
        "other_income_name": doc["other_income_name"],
        settings.fee_field: decimal_text(doc["service_fee"]),
        **amounts(doc),
    }


def amounts(doc: Json) -> Json:
    """The parts of the price and their sum, but for the fee, whose field's name is a setting."""
    return {
        "gross_revenue": decimal_text(doc["gross_revenue"]),
        "product_price": decimal_text(doc["product_price"]),
        "product_discount": "0.00",
        "shipping_cost": decimal_text(doc["shipping_cost"]),
        "shipping_discount": "0.00",
        "other_income": decimal_text(doc["other_income"]),
        "unique_code_discount": decimal_text(doc["unique_code"]),
        "discount_code_discount": decimal_text(doc["discount"]),
    }


def payment_info(row: Record, doc: Json, settings: Settings) -> Json:
    """`pg_payment_info`: the provider's instructions, once they were asked for and some reads have passed."""
    method = METHODS[doc["method"]]
    if doc["payment_asked"] is None or not method.hosted or doc["reads"] < settings.payment_info_after_reads:
        return {}
    demand = Demand(
        order_id=row["order_id"],
        number=row["n"] + 4_010_000,
        amount=doc["gross_revenue"],
        holder=doc["buyer"]["name"],
        phone=doc["buyer"]["phone"],
        expires=doc["expires"] or doc["created"] + UNPAID_FOR,
        return_page=f"{order_page(row)}/success",
    )
    return instructions(method, settings.payment_provider, demand)


def time_of(history: list[list[object]], status: str) -> str | None:
    """When a status was last reached. A time that is set does not mean that the status still holds."""
    reached = [at for name, at in history if name == status]
    return iso(float(str(reached[-1]))) if reached else None


def full_courier(courier: Json) -> Json:
    return {
        "id": courier["id"],
        "name": courier["name"],
        "code": courier["code"],
        "courier": {"id": courier["courier_id"], "name": courier["courier_name"], "code": courier["courier"]},
    }


def _quantities(doc: Json, kind: str) -> Json:
    return {str(line["ref"]): line["quantity"] for line in doc["lines"] if line["type"] == kind}


def _line(line: Json) -> Json:
    return {
        "quantity": line["quantity"],
        "product_name": line["product_name"],
        "item_type": line["item_type"],
        "variant_option1_value": line["options"][0],
        "variant_option2_value": line["options"][1],
        "variant_option3_value": None,
        "variant_price": decimal_text(line["price"]),
    }


def _more_of_line(line: Json) -> Json:
    return {
        "id": line["id"],
        "variant": line["ref"] if line["type"] == "variant" else None,
        "is_file_enabled": line["item_type"] == "digital",
        "is_lms_enabled": line["item_type"] == "course",
        "is_license_enabled": line["item_type"] == "license",
        "currency": "IDR",
        "product_price": decimal_text(line["price"] * line["quantity"]),
        "weight": line["weight"],
    }


def _account(account: BankAccount) -> Json:
    return {
        "id": account.id,
        "account_holder": account.holder,
        "account_number": account.number,
        "method": account.method,
        "financial_entity": {"id": account.entity_id, "code": account.entity_code, "name": account.entity_name},
    }


def _full_account(account: BankAccount) -> Json:
    entity = {
        "id": account.entity_id,
        "code": account.entity_code,
        "entity_type": "bank",
        "name": account.entity_name,
        "platform": None,
        "duitku_code": None,
        "xendit_code": None,
    }
    return _account(account) | {"unique_id": account.unique_id, "financial_entity": entity}


def _customer(customer: Row) -> Json:
    return {
        "id": customer["id"],
        "email": customer["email"],
        "phone": customer["phone"],
        "name": customer["name"],
        "confirmed_at": iso(customer["created"]),
        "created_at": iso(customer["created"]),
        "last_updated_at": iso(customer["updated"]),
        "status": "confirmed",
    }
