"""Overlay actions: what they do, and that one without effect or reason stops the run."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from _contract.document import ContractError, decode, operations
from _contract.overlay import apply, select
from _contract.pin import OPENAPI, load_pin
from usage_table import OPERATIONS

Document = dict[str, Any]


def overlay(*actions: Document) -> Document:
    return {"overlay": "1.0.0", "actions": [{"description": "Because.", **action} for action in actions]}


def test_updates_merge_and_lists_grow(document: Document) -> None:
    before = copy.deepcopy(document)
    changed = apply(
        document,
        overlay(
            {
                "target": "$.paths['/items'].get",
                "update": {"summary": "Ours", "parameters": [{"name": "q", "in": "query", "schema": {}}]},
            },
            {"target": "$.servers", "update": {"url": "https://two.example"}},
            {"target": "$.components.schemas.Item.properties.name", "update": {"maxLength": 9}},
        ),
    )
    assert document == before
    get = changed["paths"]["/items"]["get"]
    assert get["summary"] == "Ours"
    assert get["operationId"] == "listItems"
    assert [parameter["name"] for parameter in get["parameters"]] == ["status", "limit", "q"]
    assert [server["url"] for server in changed["servers"]] == ["https://api.example", "https://two.example"]
    assert changed["components"]["schemas"]["Item"]["properties"]["name"] == {"type": "string", "maxLength": 9}


def test_removals(document: Document) -> None:
    changed = apply(
        document,
        overlay(
            {"target": "$.paths.*.get.parameters[?@.name == 'limit']", "remove": True},
            {"target": '$.components.schemas["Item"].properties.*.example', "remove": True},
            {"target": "$.paths['/items'].get.responses['200'].content", "remove": True},
        ),
    )
    assert [parameter["name"] for parameter in changed["paths"]["/items"]["get"]["parameters"]] == ["status"]
    assert changed["components"]["schemas"]["Item"]["properties"]["id"] == {"type": "integer"}
    assert "content" not in changed["paths"]["/items"]["get"]["responses"]["200"]


def test_several_removals_from_one_list(document: Document) -> None:
    target = "$.paths['/items'].get.parameters[?@.in == 'query']"
    changed = apply(document, overlay({"target": target, "remove": True}))
    assert changed["paths"]["/items"]["get"]["parameters"] == []


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("$", 1),
        ("$.paths.*[?@.operationId == 'getItem']", 1),
        ("$.paths.*[?@.operationId=='nothing']", 0),
        ("$.paths['/items'].get.parameters[1].schema", 1),
        ("$.paths['/items'].get.parameters[9]", 0),
        ("$.paths['/items'].get.parameters[*].schema", 2),
        ("$.paths['/items'].get.parameters[?@.schema.type == 'integer']", 1),
        ("$.paths['/items'].get.parameters[?@['name'] == 'status']", 1),
        ("$.info.title.nothing", 0),
    ],
)
def test_paths(document: Document, path: str, count: int) -> None:
    assert len(list(select({"$": document}, path))) == count


BAD_ACTIONS: dict[str, tuple[Document, str]] = {
    "target gone": (
        {"target": "$.paths['/gone'].get", "update": {"summary": "x"}},
        "finds nothing: what it corrects is gone",
    ),
    "no effect": ({"target": "$.info", "update": {"title": "Shop"}}, "changes nothing: the contract says so by itself"),
    "no reason": ({"target": "$.info", "update": {"title": "x"}, "description": " "}, "does not say why"),
    "no target": ({"update": {"title": "x"}}, "has no target"),
    "neither update nor remove": ({"target": "$.info"}, "needs either an update or"),
    "update and remove": ({"target": "$.info", "update": {}, "remove": True}, "needs either an update or"),
    "misspelt key": ({"target": "$.info", "updaet": {"title": "x"}}, "unknown keys: updaet"),
    "text as target": ({"target": "$.info.title", "update": "x"}, "can only update an object or a list"),
    "path that is not understood": ({"target": "$.info..title", "remove": True}, "not understood at '..title'"),
    "path without root": ({"target": "info", "remove": True}, "a JSONPath starts with $"),
}


@pytest.mark.parametrize("case", BAD_ACTIONS)
def test_bad_actions(case: str, document: Document) -> None:
    action, message = BAD_ACTIONS[case]
    with pytest.raises(ContractError) as caught:
        apply(document, overlay({"target": "$.info", "update": {"x-first": 1}}, action))
    assert message in str(caught.value)
    if "JSONPath" not in str(caught.value):
        assert "overlay action 2" in str(caught.value)


def test_not_an_overlay(document: Document) -> None:
    with pytest.raises(ContractError, match="not an OpenAPI Overlay"):
        apply(document, {"actions": []})


def test_every_operation_that_we_call_has_our_words() -> None:
    """And none elsewhere; one that the contract gains is told by `make pin`, until somebody decides."""
    corrected = apply(load_pin(), decode((OPENAPI / "overlay.yaml").read_bytes()))
    described = {operation["operationId"] for _, _, operation in operations(corrected) if operation.get("description")}
    storefront = {
        operation["operationId"]
        for path, _, operation in operations(corrected)
        if operation["tags"][0] in ("Storefront", "Checkout Intents")
        or operation["tags"][0].startswith("Customer ")
        or path == "/v3/stores/{store_id}/public/discount-codes/check"
    }
    assert len(described) > 70
    assert described <= storefront
    assert described >= OPERATIONS


def test_the_client_supplies_the_identity_headers() -> None:
    corrected = apply(load_pin(), decode((OPENAPI / "overlay.yaml").read_bytes()))
    headers = {
        parameter["name"]: parameter["required"]
        for parameter in corrected["components"]["parameters"].values()
        if parameter["in"] == "header"
    }
    assert headers["X-Scalev-Storefront-Api-Key"] is False
    assert headers["X-Scalev-Guest-Token"] is False
    assert headers["X-Scalev-Page-Api-Key"] is False
    assert headers["X-Scalev-Checkout-Intent-Token"] is True
