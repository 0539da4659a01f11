"""Catalogue: items, products, bundle price options, categories, payment methods, pricing and availability."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..calls import Call, operation
from ..clock import iso
from ..pages import paginate, whole
from ..refusals import Answer, Json, not_found
from ..rules.money import decimal_text
from ..rules.payments import enabled_methods, listed_methods
from ..store import Row, Store, number_in

LOW_STOCK = 5

_CARD = """
SELECT items.*, categories.name AS category_name, categories.full_path AS category_path,
    CASE items.entity
        WHEN 'product' THEN EXISTS (
            SELECT 1 FROM variants WHERE item_seq = items.seq AND NOT disabled AND (stock IS NULL OR stock > 0))
        ELSE NOT EXISTS (
            SELECT 1 FROM bundle_lines JOIN variants ON variants.id = variant_id
            WHERE bundle_price_option_id = items.id AND (disabled OR stock < quantity))
    END AS in_stock
FROM items LEFT JOIN categories ON categories.id = items.category_id
"""


def _card(row: Row) -> Json:
    card: Json = {
        "id": row["id"],
        "slug": row["slug"],
        "name": row["name"],
        "description": row["description"],
        "entity_type": row["entity"],
        "is_multiple": row["price_min"] != row["price_max"],
        "option1_name": row["option1"],
        "option2_name": row["option2"],
        "option3_name": None,
        "in_stock": bool(row["in_stock"]),
        "price_range": {"min": decimal_text(row["price_min"]), "max": decimal_text(row["price_max"])},
        "images": json.loads(row["images"]),
        "meta_thumbnail": json.loads(row["images"])[0],
        "taxonomy": {"id": row["category_id"], "name": row["category_name"], "full_path": row["category_path"]},
        "created_at": iso(row["created"]),
        "unique_id": row["unique_id"],
    }
    if row["entity"] == "product":
        card["item_type"] = row["item_type"]
    else:
        card["bundle_price_option_id"] = row["id"]
        card["bundle_id"] = row["bundle_id"]
    return card


def variant_name(row: Row) -> str:
    """The options of a variant in words: `250 g, Biji`; the product's name when it has none."""
    return ", ".join(value for value in (row["option1"], row["option2"]) if value) or str(row["product_name"])


def _variant(row: Row) -> Json:
    options = [value for value in (row["option1"], row["option2"]) if value]
    return {
        "id": row["id"],
        "uuid": row["uuid"],
        "unique_id": row["unique_id"],
        "sku": row["sku"],
        "name": variant_name(row),
        "fullname": " - ".join([row["product_name"], *options]),
        "description": None,
        "option1_value": row["option1"],
        "option2_value": row["option2"],
        "option3_value": None,
        "item_type": row["item_type"],
        "currency": "IDR",
        "price": decimal_text(row["price"]),
        "pricing_type": row["pricing_type"],
        "interval": row["period"],
        "interval_count": row["period_count"],
        "images": [],
        "is_inventory": row["stock"] is not None,
        "is_active": True,
        "weight": row["weight"],
    }


@operation("listStorefrontItems")
def list_items(call: Call) -> Answer:
    def fetch(comparison: str, direction: str, bound: int, limit: int) -> Sequence[Row]:
        return call.store.all(
            f"{_CARD} WHERE hidden = 0 AND seq {comparison} ? ORDER BY seq {direction} LIMIT ?", bound, limit
        )

    def show(rows: Sequence[Row]) -> list[Json]:
        return [_card(row) for row in rows]

    return Answer(200, paginate(call, "items", fetch, lambda row: int(row["seq"]), show, most=1000))


@operation("countStorefrontItems")
def count_items(call: Call) -> Answer:
    row = call.store.one("SELECT count(*) AS n FROM items WHERE hidden = 0")
    assert row is not None
    return Answer(200, {"total": row["n"]})


@operation("getStorefrontProduct")
def get_product(call: Call) -> Answer:
    row = call.store.one(f"{_CARD} WHERE entity = 'product' AND slug = ?", call.path["slug"])
    if row is None:
        raise not_found("Product")
    variants = call.store.all(
        "SELECT variants.*, ? AS product_name FROM variants WHERE item_seq = ? ORDER BY id", row["name"], row["seq"]
    )
    return Answer(
        200, _card(row) | {"rich_description": row["rich_description"], "variants": [_variant(v) for v in variants]}
    )


@operation("getStorefrontBundlePriceOption")
def get_bundle_price_option(call: Call) -> Answer:
    row = call.store.one(f"{_CARD} WHERE entity = 'bundle_price_option' AND slug = ?", call.path["slug"])
    if row is None:
        raise not_found("Bundle price option")
    lines = call.store.all(
        "SELECT bundle_lines.quantity, variants.*, items.name AS product_name FROM bundle_lines"
        " JOIN variants ON variants.id = variant_id JOIN items ON items.seq = item_seq"
        " WHERE bundle_price_option_id = ? ORDER BY variant_id",
        row["id"],
    )
    detail: Json = {
        "rich_description": row["rich_description"],
        "bundle_name": row["name"],
        "bundle_price_option_name": row["name"],
        "price": decimal_text(row["price_min"]),
        "weight_bump": 0,
        "bundlelines": [
            {
                "variant_id": line["id"],
                "quantity": line["quantity"],
                "variant_name": variant_name(line),
                "product_name": line["product_name"],
            }
            for line in lines
        ],
    }
    return Answer(200, _card(row) | detail)


@operation("listStorefrontCategories")
def list_categories(call: Call) -> Answer:
    return Answer(200, whole([dict(row) for row in call.store.all("SELECT * FROM categories ORDER BY id")]))


@operation("listStorefrontPaymentMethods")
def list_payment_methods(call: Call) -> Answer:
    enabled = enabled_methods(call.state.settings)
    rows: list[Json] = [
        {
            "code": method.code,
            "label": method.label,
            "description": method.description,
            "enabled": method.code in enabled,
            "requires_redirect": method.redirects,
            "metadata": {},
        }
        for method in listed_methods(call.state.settings)
    ]
    return Answer(200, whole(rows))


def available_quantity(row: Row) -> int | None:
    """How many can be sold; None: no limit."""
    if row["disabled"]:
        return 0
    return None if row["stock"] is None else int(row["stock"])


def _find_variant(store: Store, reference: str) -> Row | None:
    return store.one("SELECT * FROM variants WHERE id = ? OR unique_id = ?", number_in(reference), reference)


@operation("getStorefrontVariantPricing")
def get_variant_pricing(call: Call) -> Answer:
    rows: list[Json] = []
    for reference in dict.fromkeys(part.strip() for part in (call.query.get("ids") or "").split(",")):
        variant = _find_variant(call.store, reference) if reference else None
        if variant is not None:
            quantity = available_quantity(variant)
            rows.append(
                {
                    "variant_id": variant["id"],
                    "price": decimal_text(variant["price"]),
                    "currency": "IDR",
                    "available": quantity is None or quantity > 0,
                    "available_qty": quantity,
                }
            )
    return Answer(200, whole(rows))


@operation("getStorefrontVariantAvailability")
def get_variant_availability(call: Call) -> Answer:
    variant = _find_variant(call.store, call.path["variant_id"])
    if variant is None:
        raise not_found("Variant")
    quantity = available_quantity(variant)
    status = "in_stock"
    if quantity is not None and quantity <= LOW_STOCK:
        status = "low_stock" if quantity else "out_of_stock"
    return Answer(
        200,
        {
            "variant_id": variant["id"],
            "available": status != "out_of_stock",
            "available_qty": quantity,
            "stock_status": status,
        },
    )
