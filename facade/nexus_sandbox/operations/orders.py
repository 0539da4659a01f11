"""Placed orders: by secret slug for anyone who has it, by id for the customer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote as quote_path

from ..calls import Call, operation
from ..clock import iso
from ..pages import paginate
from ..refusals import Answer, Json, Refused, invalid, not_found
from ..rules.orders import life, views
from ..rules.payments import METHODS
from ..store import Row
from .auth import require_customer

_UPLOAD_TTL = 900


def _order(call: Call) -> Row:
    row = call.store.one("SELECT * FROM orders WHERE slug = ?", call.path["secret_slug"])
    if row is None:
        raise not_found("Order")
    return row


@operation("getStorefrontPublicOrder")
def get_public_order(call: Call) -> Answer:
    row = life.count_read(call.store, call.state.settings, _order(call))
    return Answer(200, views.public(row, call.state.settings))


def _open(row: Row) -> Json:
    doc: Json = json.loads(row["doc"])
    if doc["status"] == "canceled":
        raise Refused(400, "order_canceled", "The order was canceled")
    return doc


@operation("updateStorefrontPublicOrder")
def update_public_order(call: Call) -> Answer:
    row = _order(call)
    doc = _open(row)
    given = call.body or {}
    if "transferproof_url" in given:
        url = given["transferproof_url"]
        host = call.state.storage_origin + "/"
        if url is not None and url.startswith(host):
            stored = call.store.one("SELECT content IS NOT NULL AS there FROM uploads WHERE key = ?", url[len(host) :])
            if stored is None or not stored["there"]:
                raise invalid("transferproof_url", "names no uploaded file", "upload_missing")
        doc["transferproof_url"] = url
        if url is not None and doc["transfer_time"] is None:
            doc["transfer_time"] = iso(call.now)
    if "transfer_time" in given:
        doc["transfer_time"] = _in_utc(given["transfer_time"])
    for field, kept in (("payment_account_holder", "account_holder"), ("payment_account_number", "account_number")):
        if field in given:
            doc[kept] = given[field]
    if "notes" in given:
        doc["notes"] = given["notes"]
    for field in ("financial_entity_id", "payment_account"):
        if field in given:
            doc[field] = given[field]
    row = life.save(call.store, row, doc, call.now)
    return Answer(200, views.public(row, call.state.settings))


def _in_utc(told: str | None) -> str | None:
    try:
        # Contract and RFC 3339 have small letters and leap seconds, too; Python has not.
        return told and iso(datetime.fromisoformat(told.upper().replace(":60", ":59")).timestamp())
    except (ValueError, OverflowError):
        raise invalid("transfer_time", "is no time that can be kept") from None


@operation("createStorefrontPublicOrderPayment")
def create_payment(call: Call) -> Answer:
    row = _order(call)
    doc = _open(row)
    if doc["payment_asked"] is not None:
        row = life.count_read(call.store, call.state.settings, row)
    elif METHODS[doc["method"]].hosted and doc["payment_status"] not in life.MONEY_IS_THERE:
        doc["payment_asked"] = call.now
        row = life.save(call.store, row, doc, call.now)
    return Answer(200, views.public(row, call.state.settings))


@operation("createStorefrontPublicOrderTransferProofUpload")
def create_transfer_proof_upload(call: Call) -> Answer:
    row = _order(call)
    if _open(row)["method"] != "bank_transfer":
        raise Refused(400, "payment_method_unavailable", "Only a bank_transfer order takes a transfer proof")
    given = call.body
    key = f"transfer-proofs/{row['n']}/{call.store.make_code('upload', 20)}"
    signature = call.store.make_code("signature", 40)
    call.store.run(
        "INSERT INTO uploads (key, order_n, filename, content_type, content_length, signature, expires)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        key, row["n"], given["filename"], given["content_type"], int(given["content_length"]), signature,
        call.now + _UPLOAD_TTL,
    )  # fmt: skip
    file_url = f"{call.state.storage_origin}/{quote_path(key)}"
    return Answer(
        200,
        {
            "key": key,
            "filename": given["filename"],
            "content_type": given["content_type"],
            "size_in_bytes": int(given["content_length"]),
            "file_url": file_url,
            "upload_url": f"{file_url}?signature={signature}",
        },
    )


@operation("listCustomerOrders")
def list_customer_orders(call: Call) -> Answer:
    customer = require_customer(call)

    def fetch(comparison: str, direction: str, bound: int, limit: int) -> Sequence[Row]:
        return call.store.all(
            f"SELECT * FROM orders WHERE customer_id = ? AND n {comparison} ? ORDER BY n {direction} LIMIT ?",  # noqa: S608 - fixed parts
            customer["id"], bound, limit,
        )  # fmt: skip

    def show(rows: Sequence[Row]) -> list[Json]:
        return [views.customer_facing(row, call.state.settings, customer) for row in rows]

    scope = f"orders/{customer['id']}"
    return Answer(200, paginate(call, scope, fetch, lambda row: int(row["n"]), show, descending=True))


@operation("getCustomerOrder")
def get_customer_order(call: Call) -> Answer:
    customer = require_customer(call)
    row = call.store.one("SELECT * FROM orders WHERE customer_id = ? AND id = ?", customer["id"], call.path["id"])
    if row is None:
        raise not_found("Order")
    row = life.count_read(call.store, call.state.settings, row)
    return Answer(200, views.customer_facing(row, call.state.settings, customer))
