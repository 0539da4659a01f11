"""The buyer's half of checkout intents: start or resume, update, prefill."""

from __future__ import annotations

import json

from ..calls import Call, operation
from ..reading import bad_prefill_token
from ..refusals import Answer, Json
from ..rules import intents
from ..rules.carts import look_up
from ..rules.money import decimal_text
from ..settings import PAGE_ID, STORE_ID

TOKEN_HEADER = "x-scalev-checkout-intent-token"  # noqa: S105 - a header's name


def _start(call: Call, owner: str) -> Answer:
    row = intents.start(call.store, call.state.settings, owner, call.body, call.now)
    return Answer(201, intents.capture(row, call.now))


def _update(call: Call, owner: str) -> Answer:
    token = call.headers[TOKEN_HEADER]
    intents.update(call.store, owner, call.path["checkout_intent_id"], token, call.body, call.now)
    return Answer(204)


@operation("createStorefrontCheckoutIntent")
def start_on_storefront(call: Call) -> Answer:
    return _start(call, STORE_ID)


@operation("updateStorefrontCheckoutIntent")
def update_on_storefront(call: Call) -> Answer:
    return _update(call, STORE_ID)


@operation("createPageCheckoutIntent")
def start_on_page(call: Call) -> Answer:
    return _start(call, PAGE_ID)


@operation("updatePageCheckoutIntent")
def update_on_page(call: Call) -> Answer:
    return _update(call, PAGE_ID)


def _item(call: Call, item: Json) -> Json:
    name = f"{item['type']}_id"
    line = look_up(call.store, item["type"], int(item[name]), int(item["quantity"]))
    shown: Json = {"type": item["type"], name: int(item[name]), "quantity": int(item["quantity"])}
    if line is None:
        return shown | {"available": False, "is_available": False, "unavailable_reason": "deleted"}
    available = line.sellable is None or line.sellable >= line.quantity
    reason = "disabled" if line.disabled else "out_of_stock"
    return shown | {
        "name": line.name,
        "unit_price": decimal_text(line.unit_price),
        "line_total": decimal_text(line.total),
        "currency": "IDR",
        f"{item['type']}_unique_id": line.unique_id,
        "product_name": line.product_name,
        "item_type": line.item_type,
        "weight": line.weight,
        "available_qty": line.sellable,
        "available": available,
        "is_available": available,
        "unavailable_reason": None if available else reason,
    }


@operation("getCheckoutIntentPrefill")
def get_prefill(call: Call) -> Answer:
    row = intents.find_prefill(call.store, call.query["checkout_intent_prefill_token"], call.now)
    if row is None:
        raise bad_prefill_token()
    doc = json.loads(row["doc"])
    fields = doc.get("fields", {})
    return Answer(
        200,
        {
            "data": {
                "name": fields.get("customer_name"),
                "email": fields.get("customer_email"),
                "phone": fields.get("customer_phone"),
                "fullPhoneNumber": fields.get("customer_phone"),
                "address": fields.get("shipping_address"),
                "province": fields.get("shipping_province"),
                "city": fields.get("shipping_city"),
                "subdistrict": fields.get("shipping_subdistrict"),
                "postalCodeSelected": fields.get("shipping_postal_code"),
                "payment_method": fields.get("payment_method"),
                "sub_payment_method": fields.get("sub_payment_method"),
                "notes": fields.get("notes"),
                "discountCode": fields.get("discount_code_code"),
                "destination_subdistrict_id": fields.get("shipping_location_id"),
                "checkout_intent": {
                    "id": row["id"],
                    "fields": fields,
                    "items": [_item(call, item) for item in doc.get("items", [])],
                },
            }
        },
    )
