"""The contract as JSON Schema: what OpenAPI 3.0 says differently, and how problems are named."""

from __future__ import annotations

from typing import Any

import pytest
from nexus_sandbox.calls import HANDLERS
from nexus_sandbox.contract.pin import Pin, load_pin, the_pin, to_json_schema
from usage_table import OPERATIONS

SIDE = {
    "Storefront",
    "Customer Auth",
    "Customer Account",
    "Customer Cart",
    "Customer Checkout",
    "Customer Orders",
    "Customer Subscriptions",
    "Customer Courses",
}


def _pin(schema: dict[str, Any]) -> Pin:
    return Pin({"paths": {}, "components": {"schemas": {"Other": {"type": "object"}, "It": schema}}})


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"type": "string", "nullable": True}, [None, "a"], [1]),
        ({"type": "string", "enum": ["a"], "nullable": True}, [None, "a"], ["b"]),
        ({"type": "string", "enum": ["a", None], "nullable": True}, [None, "a"], ["b"]),
        ({"nullable": True, "allOf": [{"$ref": "#/components/schemas/Other"}]}, [None, {}], [1, "a"]),
        ({"type": "object", "nullable": True, "allOf": [{"required": ["x"]}]}, [None, {"x": 1}], [{}]),
        ({"oneOf": [{"type": "string", "nullable": True}, {"type": "number"}]}, [None, "a", 1.5], [True, []]),
        ({"type": "number", "minimum": 0, "exclusiveMinimum": True}, [1], [0]),
        ({"type": "number", "maximum": 9, "exclusiveMaximum": False}, [9], [10]),
        ({"type": "string", "nullable": False}, ["a"], [None]),
        ({"type": "string", "format": "uuid"}, ["0b0bd1a0-6e2f-4f1f-9a52-0a8a76c81f10"], ["x", "0b0bd1a0"]),
        ({"type": "string", "format": "date-time"}, ["2026-01-01T00:00:00Z"], ["2026-01-01"]),
    ],
)
def test_openapi_keywords_keep_their_meaning(schema: dict[str, Any], good: list[Any], bad: list[Any]) -> None:
    checker = _pin(schema).schema_checker("It")
    assert [value for value in good if checker.problems(value)] == []
    assert [value for value in bad if not checker.problems(value)] == []


def test_conversion_leaves_a_property_called_nullable_alone() -> None:
    schema = {"properties": {"nullable": {"type": "string"}, "minimum": {"type": "integer"}}}
    assert to_json_schema(schema) == schema


def test_every_schema_of_the_contract_compiles() -> None:
    pin = the_pin()
    document = load_pin()
    asked = {raw["operationId"]: raw for item in document["paths"].values() for raw in item.values() if "tags" in raw}
    for operation in pin.operations.values():
        for status in operation.statuses:
            if status.isdigit():
                operation.answer(int(status))
        body = asked[operation.id].get("requestBody", {})
        if "$ref" in body:
            body = document["components"]["requestBodies"][body["$ref"].rpartition("/")[2]]
        wanted = body.get("content", {})
        assert (operation.body is not None) is any("json" in kind for kind in wanted), operation.id
    assert len(pin.operations) == len(
        [m for item in load_pin()["paths"].values() for m in item if m in ("get", "post", "put", "patch", "delete")]
    )


@pytest.mark.parametrize(
    ("operation", "body", "fields"),
    [
        ("addGuestCartItem", {"type": "variant"}, {"variant_id"}),
        (
            "addGuestCartItem",
            {"type": "bundle_price_option", "variant_id": 1},
            {"bundle_price_option_id", "variant_id"},
        ),
        ("addGuestCartItem", {"type": "gift"}, {"type"}),
        ("addGuestCartItem", {"type": "variant", "variant_id": 1, "quantity": 0}, {"quantity"}),
        (
            "createPublicCheckout",
            {"customer_email": "nobody", "items": [{"type": "variant", "variant_id": 1, "quantity": 101}], "x": 1},
            {"customer_name", "customer_email", "items.0.quantity", "x"},
        ),
        ("createPublicCheckout", {"customer_name": "a", "customer_email": "a@b.co", "items": []}, {"items"}),
        ("getPublicCheckoutSummary", {"destination": {"location_id": 1}}, {"destination.postal_code"}),
    ],
)
def test_problems_name_the_field(operation: str, body: Any, fields: set[str]) -> None:
    checker = the_pin().operations[operation].body
    assert checker is not None
    assert {problem.field for problem in checker.problems(body)} == fields


def test_the_whole_storefront_side_is_served() -> None:
    import nexus_sandbox.app  # noqa: F401 - registers the handlers

    wanted = {op.id for op in the_pin().operations.values() if SIDE & set(op.tags)}
    wanted |= {"checkDiscountCode", "createPageCheckoutIntent", "updatePageCheckoutIntent", "getCheckoutIntentPrefill"}
    assert set(HANDLERS) <= wanted
    # What the contract gained since is told when the pin moves; the table of the facade says what has to be served.
    assert set(HANDLERS) >= OPERATIONS
