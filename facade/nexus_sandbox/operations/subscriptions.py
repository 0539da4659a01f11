"""The customer's subscriptions and their plans."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..calls import Call, operation
from ..pages import paginate, whole
from ..refusals import Answer, Json, invalid, not_found
from ..rules import subscriptions
from ..store import Row
from .auth import require_customer


@operation("listCustomerSubscriptions")
def list_subscriptions(call: Call) -> Answer:
    customer = require_customer(call)
    for row in call.store.all("SELECT * FROM subscriptions WHERE customer_id = ?", customer["id"]):
        subscriptions.roll(call.store, row, call.now)
    wanted = call.query.get("status")

    def fetch(comparison: str, direction: str, bound: int, limit: int) -> Sequence[Row]:
        return call.store.all(
            "SELECT * FROM subscriptions WHERE customer_id = ? AND (? IS NULL OR doc ->> 'status' = ?)"  # noqa: S608
            f" AND n {comparison} ? ORDER BY n {direction} LIMIT ?",
            customer["id"], wanted, wanted, bound, limit,
        )  # fmt: skip

    def show(rows: Sequence[Row]) -> list[Json]:
        return [subscriptions.as_json(call.store, row, customer, detail=False) for row in rows]

    scope = f"subscriptions/{customer['id']}/{wanted}"
    page = paginate(call, scope, fetch, lambda row: int(row["n"]), show, most=25, descending=True)
    return Answer(200, page)


def _own(call: Call) -> Row:
    row = subscriptions.find(call.store, call.customer_id, call.path["id"], call.now)
    if row is None:
        raise not_found("Subscription")
    return row


def _answer(call: Call, row: Row) -> Answer:
    return Answer(200, subscriptions.as_json(call.store, row, require_customer(call), detail=True))


@operation("getCustomerSubscription")
def get_subscription(call: Call) -> Answer:
    return _answer(call, _own(call))


@operation("cancelCustomerSubscription")
def cancel_subscription(call: Call) -> Answer:
    row = _own(call)
    doc = json.loads(row["doc"])
    if doc["status"] != "active":
        raise not_found("Active subscription")
    if not doc["at_period_end"]:
        doc |= {"at_period_end": True, "canceled": call.now}
        row = subscriptions.save(call.store, row, doc, call.now)
    return _answer(call, row)


@operation("resumeCustomerSubscription")
def resume_subscription(call: Call) -> Answer:
    row = _own(call)
    doc = json.loads(row["doc"])
    if doc["status"] != "active":
        raise not_found("Active subscription")
    if doc["at_period_end"]:
        doc |= {"at_period_end": False, "canceled": None}
        row = subscriptions.save(call.store, row, doc, call.now)
    return _answer(call, row)


def _own_item(call: Call) -> tuple[Row, Row]:
    found = subscriptions.find_item(call.store, call.customer_id, call.path["id"], call.now)
    if found is None:
        raise not_found("Subscription item")
    return found


def _plans(call: Call, *, dearer: bool) -> Answer:
    _, item = _own_item(call)
    plans = subscriptions.plans(call.store, item, dearer=dearer)
    return Answer(200, whole([subscriptions.plan_json(plan) for plan in plans]))


def _change(call: Call, *, dearer: bool) -> Answer:
    row, item = _own_item(call)
    if call.body is None:
        raise invalid("variant_id", "is required")
    if json.loads(row["doc"])["status"] != "active":
        raise not_found("Active subscription")
    subscriptions.change_plan(call.store, item, int(call.body["variant_id"]), dearer=dearer, now=call.now)
    return _answer(call, row)


@operation("listSubscriptionUpgradeOptions")
def list_upgrades(call: Call) -> Answer:
    return _plans(call, dearer=True)


@operation("upgradeSubscriptionItem")
def upgrade(call: Call) -> Answer:
    return _change(call, dearer=True)


@operation("listSubscriptionDowngradeOptions")
def list_downgrades(call: Call) -> Answer:
    return _plans(call, dearer=False)


@operation("downgradeSubscriptionItem")
def downgrade(call: Call) -> Answer:
    return _change(call, dearer=False)
