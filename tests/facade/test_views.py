"""Views of answers: items by any form of id, lines of a cart as a page shows them, lists of a newer service."""

from __future__ import annotations

import pickle
from datetime import datetime
from typing import Any

import httpx
import pytest
from nexus_commerce.models import GuestCart
from nexus_commerce.types import UNSET
from nexus_storefront import DriftReport, InvalidInput, Item, MissingValue, Money, Storefront, present
from nexus_storefront.cart.lines import read_cart


def test_an_item_takes_ids_as_answers_give_them() -> None:
    assert Item("494535") == Item(variant_id=494535) == Item(494535, None, 1)
    assert Item(bundle_price_option_id="31925", quantity=3).to_body() == {
        "type": "bundle_price_option",
        "bundle_price_option_id": 31925,
        "quantity": 3,
    }
    assert pickle.loads(pickle.dumps(Item("7"))) == Item(7)
    for wrong in ({}, {"variant_id": 1, "bundle_price_option_id": 2}, {"variant_id": "x"}, {"variant_id": UNSET}):
        with pytest.raises(InvalidInput):
            Item(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [0, False, "", "x", [], {}, datetime(2026, 1, 1)])
def test_what_is_there_is_given_back(value: Any) -> None:
    assert present(value) is value


@pytest.mark.parametrize("nothing", [None, UNSET])
def test_what_is_not_there_is_named(nothing: Any) -> None:
    with pytest.raises(MissingValue, match="the answer lacks secret_slug"):
        present(nothing, "secret_slug")


def test_a_cart_can_be_shown() -> None:
    variant = {
        "id": 1,
        "type": "variant",
        "variant_id": 5,
        "bundle_price_option_id": None,
        "quantity": 2,
        "name": "Kopi",
        "unit_price": "12500.00",
        "total_price": 24000,
        "item_type": "physical",
        "variant": {"unique_id": "variant_x", "product_slug": "kopi"},
    }
    bundle = {
        "id": 2,
        "type": "bundle_price_option",
        "variant_id": None,
        "bundle_price_option_id": 6,
        "bundle_price_option_slug": "paket",
        "quantity": 3,
        "unit_price": 1000,
    }
    promised = {"id": 3, "type": "variant", "variant_id": 7, "bundle_price_option_id": None, "quantity": 1}
    cart = read_cart(GuestCart.from_dict({"id": 1, "items": [variant, bundle, promised], "total": "27000.00"}), "guest")
    assert [(line.name, line.unit_price, line.total, line.slug, line.item_type) for line in cart] == [
        ("Kopi", Money(12500), Money(24000), "kopi", "physical"),
        (None, Money(1000), Money(3000), "paket", None),
        (None, Money(None), Money(None), None, None),
    ]
    assert cart.lines[2].total.is_absent
    assert cart.find(variant_id="7") is cart.lines[2]


def test_kinds_of_items_from_a_newer_service_are_left_out_and_counted() -> None:
    body = {
        "data": [{"id": 1, "name": "Kopi", "entity_type": "product"}, {"entity_type": "gift_card"}, None, "x"],
        "is_paginated": True,
        "has_next": False,
    }
    drift = DriftReport()
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=body))
    with Storefront("store_x", "sfpk_x", transport=transport, drift=drift) as shop:
        assert [(item.name, item.entity_type) for item in shop.catalog.items()] == [("Kopi", "product")]
        assert shop.catalog.items().page().raw.to_dict() == body
    assert "unknown variant" in drift.export()
