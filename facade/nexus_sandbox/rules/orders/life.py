"""What becomes of an order: paid or not, further or back, expired, deleted."""

from __future__ import annotations

import json

from ...refusals import Json
from ...settings import Settings
from ...store import Row, Store
from ..discounts import give_back
from ..payments import ACCOUNTS, METHODS, enabled_methods
from ..quotes import charges
from ..subscriptions import begin

STATUSES = (
    "draft", "pending", "confirmed", "in_process", "ready", "shipped", "completed", "rts", "canceled", "closed",
)  # fmt: skip
PAYMENT_STATUSES = ("unpaid", "paid", "settled", "conflict")
MONEY_IS_THERE = ("paid", "settled")


def save(store: Store, row: Row, doc: Json, now: float) -> Row:
    """Write an order, and note what happened to it since it was read."""
    before: Json = json.loads(row["doc"])
    doc["updated"] = now
    store.run(
        "UPDATE orders SET doc = ?, status = ?, expires = ? WHERE n = ?",
        json.dumps(doc), doc["status"], doc["expires"] if doc["payment_status"] == "unpaid" else None, row["n"],
    )  # fmt: skip
    fresh = store.one("SELECT * FROM orders WHERE n = ?", row["n"])
    assert fresh is not None
    store.note("order.updated", fresh, now)
    if doc["payment_asked"] is not None and before["payment_asked"] is None:
        store.note("order.epayment_created", fresh, now)
    if doc["status"] != before["status"]:
        store.note("order.status_changed", fresh, now)
    if doc["payment_status"] != before["payment_status"]:
        store.note("order.payment_status_changed", fresh, now)
        if doc["payment_status"] in MONEY_IS_THERE:
            store.note("payment.received", fresh, now)
        elif doc["payment_status"] == "conflict":
            store.note("payment.failed", fresh, now)
    return fresh


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
    return set_status(store, row, "canceled", now)


def set_status(store: Store, row: Row, status: str, now: float) -> Row:
    """Move an order to `status`, forward or back. Goods go back on the shelf when it is canceled, and stay there."""
    doc = json.loads(row["doc"])
    if doc["status"] == status:
        return row
    if status == "canceled":
        _put_back(store, doc)
    doc["status"] = status
    doc["history"].append([status, now])
    return save(store, row, doc, now)


def _put_back(store: Store, doc: Json) -> None:
    if doc.get("put_back"):
        return
    doc["put_back"] = True
    for variant_id, quantity in doc["takes"].items():
        store.run("UPDATE variants SET stock = stock + ? WHERE id = ?", quantity, int(variant_id))
    if doc["discount_code"]:
        give_back(store, doc["discount_code"])


def pay(store: Store, settings: Settings, row: Row, now: float, method: str | None = None) -> Row:
    """Take the money of an order. Paying twice does nothing.

    The buyer of a `payment_link` order pays by `method` (None: qris). Raises ValueError for a canceled order, and for a
    method that cannot be chosen.
    """
    doc = json.loads(row["doc"])
    if doc["payment_status"] in MONEY_IS_THERE:
        return row
    if doc["status"] == "canceled":
        raise ValueError("a canceled order cannot be paid")
    if doc["method"] == "payment_link":
        row = _choose(store, settings, row, doc, method or "qris", now)
    elif method not in (None, doc["method"]):
        raise ValueError(f"this order is paid by {doc['method']}")
    return set_payment_status(store, row, "paid", now)


def _choose(store: Store, settings: Settings, row: Row, doc: Json, code: str, now: float) -> Row:
    """The buyer chose a method on the payment link's page: the charges are added, and the method is the order's."""
    method = METHODS.get(code)
    if method is None or code == "payment_link" or not method.hosted or code not in enabled_methods(settings):
        raise ValueError(f"{code} cannot be chosen on the page of a payment link")
    physical = any(line["item_type"] == "physical" for line in doc["lines"])
    added = charges(method, doc["product_price"] - doc["discount"] + doc["shipping_cost"], physical=physical)
    doc |= {
        "method": code,
        "payment_asked": now,
        "other_income": added.other_income,
        "other_income_name": added.other_income_name,
        "service_fee": added.service_fee,
        "gross_revenue": doc["gross_revenue"] + added.other_income + added.service_fee,
    }
    return save(store, row, doc, now)


def set_payment_status(store: Store, row: Row, status: str, now: float) -> Row:
    """Set `payment_status`, in any direction. Money confirms a pending order, and hands over what the order opens."""
    doc = json.loads(row["doc"])
    if doc["payment_status"] == status:
        return row
    doc["payment_status"] = status
    doc["payment_history"].append([status, now])
    if status in MONEY_IS_THERE:
        if doc["status"] == "pending":
            doc["status"] = "confirmed"
            doc["history"].append(["confirmed", now])
        if doc["method"] == "bank_transfer":
            account = next(account for account in ACCOUNTS if account.method == "bank_transfer")
            doc["account_holder"] = doc["account_holder"] or account.holder
            doc["account_number"] = doc["account_number"] or account.number
        if not doc.get("handed_over"):
            doc["handed_over"] = True
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


def mark_spam(store: Store, row: Row, spam: bool, now: float) -> Row:
    """Set or clear the mark of a suspected order."""
    doc = json.loads(row["doc"])
    return save(store, row, doc | {"spam": spam, "spam_by": "ai" if spam else None}, now)


def delete(store: Store, row: Row, now: float) -> None:
    """Remove an order for good, as an owner would."""
    store.run("DELETE FROM orders WHERE n = ?", row["n"])
    store.note("order.deleted", row, now)


def count_read(store: Store, settings: Settings, row: Row) -> Row:
    """Count a read of an order whose payment is being made; the provider's instructions come after some of them."""
    doc = json.loads(row["doc"])
    if doc["payment_asked"] is None or doc["reads"] >= settings.payment_info_after_reads:
        return row
    doc["reads"] += 1
    store.run("UPDATE orders SET doc = ? WHERE n = ?", json.dumps(doc), row["n"])
    fresh = store.one("SELECT * FROM orders WHERE n = ?", row["n"])
    assert fresh is not None
    return fresh
