"""The signed-in customer's profile, password and address book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..calls import Call, operation
from ..clock import iso
from ..pages import paginate, whole
from ..refusals import Answer, Json, invalid, not_found
from ..rules.passwords import check_password
from ..settings import BUSINESS_ID, STORE_ID, STORE_NAME, STORE_NUMBER
from ..store import Row, Store, number_in
from .auth import require_customer, set_password
from .locations import location_json


def profile(call: Call) -> Json:
    row = require_customer(call)
    return {
        "customer": {
            "id": row["id"],
            "email": row["email"],
            "name": row["name"],
            "phone": row["phone"],
            "avatar": None,
            "bio_description": None,
            "date_of_birth": row["date_of_birth"],
            "sex": row["sex"],
            "confirmed_at": iso(row["created"]),
            "created_at": iso(row["created"]),
            "last_updated_at": iso(row["updated"]),
            "status": "confirmed",
            "is_unsubscribe": bool(row["unsubscribed"]),
            "business_id": BUSINESS_ID,
        },
        "store": {
            "id": STORE_NUMBER,
            "unique_id": STORE_ID,
            "name": STORE_NAME,
            "is_customer_otp_required": bool(row["otp_required"] or call.state.settings.otp_required),
        },
        "is_generated_password_reset": not row["password_generated"],
    }


@operation("getCustomerMe")
def get_me(call: Call) -> Answer:
    return Answer(200, profile(call))


@operation("updateCustomerMe")
def update_me(call: Call) -> Answer:
    row = require_customer(call)
    given = call.body
    call.store.run(
        "UPDATE customers SET name = ?, phone = ?, date_of_birth = ?, sex = ?, unsubscribed = ?, updated = ?"
        " WHERE id = ?",
        given.get("name", row["name"]), given.get("phone", row["phone"]),
        given.get("date_of_birth", row["date_of_birth"]), given.get("sex", row["sex"]),
        int(given.get("is_unsubscribe", row["unsubscribed"])), call.now, row["id"],
    )  # fmt: skip
    return Answer(200, profile(call))


@operation("setCustomerPassword")
def set_new_password(call: Call) -> Answer:
    row = require_customer(call)
    check_password(call.body["password"])
    set_password(call, row["id"], row["email"], call.body["password"])
    return Answer(200, profile(call))


def address_json(store: Store, row: Row) -> Json:
    place = store.one("SELECT * FROM locations WHERE id = ?", row["location_id"])
    location = location_json(place) if place else None
    if location is not None:
        del location["display"]
    return {
        "id": row["id"],
        "name": row["name"],
        "phone": row["phone"],
        "email": row["email"],
        "location": location,
        "address": row["address"],
        "postal_code": row["postal_code"],
        "notes": row["notes"],
    }


def find_address(store: Store, customer_id: int, address_id: Any) -> Row | None:
    return store.one("SELECT * FROM addresses WHERE customer_id = ? AND id = ?", customer_id, number_in(address_id))


def _own_address(call: Call) -> Row:
    row = find_address(call.store, call.customer_id, call.path["address_id"])
    if row is None:
        raise not_found("Address")
    return row


def read_location(store: Store, value: Any, name: str) -> Row:
    """Return the location a body names in field `name`. Refuses with 400."""
    row = store.one("SELECT * FROM locations WHERE id = ?", number_in(value))
    if row is None:
        raise invalid(name, "is not a known location", "location_not_found")
    return row


_FIELDS = ("name", "phone", "email", "location_id", "address", "postal_code", "notes")


def _values(call: Call, before: Row | None) -> list[Any]:
    given = dict(call.body)
    if "location_id" in given:
        given["location_id"] = read_location(call.store, given["location_id"], "location_id")["id"]
    return [given.get(name, before[name] if before else None) for name in _FIELDS]


@operation("listCustomerMeAddresses")
def list_addresses(call: Call) -> Answer:
    def fetch(comparison: str, direction: str, bound: int, limit: int) -> Sequence[Row]:
        return call.store.all(
            f"SELECT * FROM addresses WHERE customer_id = ? AND id {comparison} ? ORDER BY id {direction} LIMIT ?",  # noqa: S608 - fixed parts
            call.customer_id, bound, limit,
        )  # fmt: skip

    def show(rows: Sequence[Row]) -> list[Json]:
        return [address_json(call.store, row) for row in rows]

    scope = f"addresses/{call.customer_id}"
    return Answer(200, paginate(call, scope, fetch, lambda row: int(row["id"]), show))


@operation("createCustomerMeAddress")
def create_address(call: Call) -> Answer:
    number = call.store.insert(
        "INSERT INTO addresses (customer_id, name, phone, email, location_id, address, postal_code, notes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.customer_id, *_values(call, None),
    )  # fmt: skip
    row = find_address(call.store, call.customer_id, number)
    assert row is not None
    return Answer(200, address_json(call.store, row))


@operation("getCustomerMeAddress")
def get_address(call: Call) -> Answer:
    return Answer(200, address_json(call.store, _own_address(call)))


@operation("updateCustomerMeAddress")
def update_address(call: Call) -> Answer:
    row = _own_address(call)
    call.store.run(
        "UPDATE addresses SET name = ?, phone = ?, email = ?, location_id = ?, address = ?, postal_code = ?, notes = ?"
        " WHERE id = ?",
        *_values(call, row), row["id"],
    )  # fmt: skip
    return Answer(200, address_json(call.store, _own_address(call)))


@operation("deleteCustomerMeAddress")
def delete_address(call: Call) -> Answer:
    call.store.run("DELETE FROM addresses WHERE id = ?", _own_address(call)["id"])
    return Answer(204)


@operation("listCheckoutAddresses")
def list_checkout_addresses(call: Call) -> Answer:
    rows = call.store.all("SELECT * FROM addresses WHERE customer_id = ? ORDER BY id", call.customer_id)
    return Answer(200, whole([address_json(call.store, row) for row in rows]))
