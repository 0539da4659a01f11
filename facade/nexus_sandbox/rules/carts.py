"""Carts: one per guest token or customer, lines that merge, nothing HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..refusals import Json, invalid, not_found
from ..store import Row, Store, number_in
from .money import decimal_text

LineType = Literal["variant", "bundle_price_option"]
MOST_LINES = 50
MOST_QUANTITY = 100


@dataclass(frozen=True, slots=True)
class Line:
    """Something to buy, with what the catalogue says of it. `unit_price` in rupiah, `weight` in grams."""

    type: LineType
    ref: int
    unique_id: str
    quantity: int
    unit_price: int
    name: str
    product_name: str
    item_type: str
    weight: int
    slug: str
    options: tuple[str | None, str | None]
    parts: tuple[tuple[int, int], ...]
    """Variant ids and how many of each one unit takes."""
    sellable: int | None
    """How many units the stock allows; None: no limit."""
    disabled: bool = False
    """Whether the shop has taken it, or a part of it, off sale for now; then `sellable` is 0."""

    @property
    def total(self) -> int:
        return self.unit_price * self.quantity

    @property
    def physical(self) -> bool:
        return self.item_type == "physical"


def look_up(store: Store, kind: str, ref: int, quantity: int) -> Line | None:
    """Return the catalogue's view of a variant or bundle price option; None when there is none."""
    if not 0 < ref < 2**62:
        return None
    if kind == "variant":
        row = store.one(
            "SELECT variants.*, items.name AS product_name, items.slug FROM variants"
            " JOIN items ON items.seq = item_seq WHERE variants.id = ?",
            ref,
        )
        if row is None:
            return None
        options = (row["option1"], row["option2"])
        return Line(
            type="variant", ref=ref, unique_id=row["unique_id"], quantity=quantity, unit_price=row["price"],
            name=" - ".join([row["product_name"], *(value for value in options if value)]),
            product_name=row["product_name"], item_type=row["item_type"], weight=row["weight"], slug=row["slug"],
            options=options, parts=((ref, 1),), sellable=0 if row["disabled"] else row["stock"],
            disabled=bool(row["disabled"]),
        )  # fmt: skip
    row = store.one("SELECT * FROM items WHERE entity = 'bundle_price_option' AND id = ?", ref)
    if row is None:
        return None
    parts = store.all(
        "SELECT variant_id, quantity, stock, weight, disabled FROM bundle_lines"
        " JOIN variants ON variants.id = variant_id WHERE bundle_price_option_id = ? ORDER BY variant_id",
        ref,
    )
    disabled = any(part["disabled"] for part in parts)
    limits = [0] if disabled else [part["stock"] // part["quantity"] for part in parts if part["stock"] is not None]
    return Line(
        type="bundle_price_option", ref=ref, unique_id=row["unique_id"], quantity=quantity,
        unit_price=row["price_min"], name=row["name"], product_name=row["name"], item_type=row["item_type"],
        weight=sum(part["weight"] * part["quantity"] for part in parts), slug=row["slug"], options=(None, None),
        parts=tuple((part["variant_id"], part["quantity"]) for part in parts),
        sellable=min(limits, default=None), disabled=disabled,
    )  # fmt: skip


def guest_cart(store: Store, token: str | None, now: float) -> tuple[int, str]:
    """Return id and token of the guest cart; a missing or unknown token gets a new cart and a new token."""
    if token is not None:
        row = store.one("SELECT id, token FROM carts WHERE token = ?", token.lower())
        if row is not None:
            return int(row["id"]), str(row["token"])
    issued = store.make_uuid("guest")
    return store.insert("INSERT INTO carts (token, created) VALUES (?, ?)", issued, now), issued


def known_guest_cart(store: Store, token: str | None) -> tuple[int, str]:
    """Return id and token of a guest cart that exists; anything else is not found."""
    row = store.one("SELECT id, token FROM carts WHERE token = ?", (token or "").lower())
    if row is None:
        raise not_found("Cart")
    return int(row["id"]), str(row["token"])


def customer_cart(store: Store, customer_id: int, now: float) -> int:
    row = store.one("SELECT id FROM carts WHERE customer_id = ?", customer_id)
    if row is not None:
        return int(row["id"])
    return store.insert("INSERT INTO carts (customer_id, created) VALUES (?, ?)", customer_id, now)


def cart_rows(store: Store, cart_id: int) -> list[Row]:
    return store.all("SELECT * FROM cart_items WHERE cart_id = ? ORDER BY id", cart_id)


def cart_lines(store: Store, cart_id: int) -> list[Line]:
    found = (look_up(store, row["type"], row["ref"], row["quantity"]) for row in cart_rows(store, cart_id))
    return [line for line in found if line is not None]


def _room(line: Line, wanted: int) -> None:
    if line.sellable is not None and wanted > line.sellable:
        raise invalid("quantity", f"is more than the {line.sellable} in stock", "out_of_stock")
    if wanted > MOST_QUANTITY:
        raise invalid("quantity", f"must be at most {MOST_QUANTITY}")


def add_item(store: Store, cart_id: int, body: Json) -> None:
    """Put an item in the cart; an item that is there already gets more of it."""
    kind: LineType = body["type"]
    name = f"{kind}_id"
    quantity = int(body.get("quantity", 1))
    line = look_up(store, kind, number_in(body[name]), quantity)
    if line is None:
        raise invalid(name, "is not in this store's catalogue", "item_not_found")
    known = store.one(
        "SELECT id, quantity FROM cart_items WHERE cart_id = ? AND type = ? AND ref = ?", cart_id, kind, line.ref
    )
    _room(line, quantity + (known["quantity"] if known else 0))
    if known is None and len(cart_rows(store, cart_id)) >= MOST_LINES:
        raise invalid(name, f"would be line {MOST_LINES + 1} of the cart; {MOST_LINES} are allowed")
    store.run(
        "INSERT INTO cart_items (cart_id, type, ref, quantity) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (cart_id, type, ref) DO UPDATE SET quantity = quantity + excluded.quantity",
        cart_id, kind, line.ref, quantity,
    )  # fmt: skip


def _item(store: Store, cart_id: int, item_id: str) -> Row:
    row = store.one("SELECT * FROM cart_items WHERE cart_id = ? AND id = ?", cart_id, number_in(item_id))
    if row is None:
        raise not_found("Cart item")
    return row


def set_quantity(store: Store, cart_id: int, item_id: str, quantity: int) -> None:
    row = _item(store, cart_id, item_id)
    quantity = int(quantity)
    line = look_up(store, row["type"], row["ref"], quantity)
    if line is not None:
        _room(line, quantity)
    store.run("UPDATE cart_items SET quantity = ? WHERE id = ?", quantity, row["id"])


def remove_item(store: Store, cart_id: int, item_id: str) -> None:
    store.run("DELETE FROM cart_items WHERE id = ?", _item(store, cart_id, item_id)["id"])


def clear(store: Store, cart_id: int) -> None:
    store.run("DELETE FROM cart_items WHERE cart_id = ?", cart_id)


def merge(store: Store, guest: int, customer: int) -> None:
    """Move every line of the guest cart into the customer's; the same item adds up, as far as stock and limit allow."""
    for row in cart_rows(store, guest):
        line = look_up(store, row["type"], row["ref"], row["quantity"])
        if line is None:
            continue
        known = store.one(
            "SELECT quantity FROM cart_items WHERE cart_id = ? AND type = ? AND ref = ?", customer, line.type, line.ref
        )
        had = known["quantity"] if known else 0
        most = MOST_QUANTITY if line.sellable is None else min(MOST_QUANTITY, line.sellable)
        total = max(had, min(most, had + line.quantity))
        if total:
            store.run(
                "INSERT INTO cart_items (cart_id, type, ref, quantity) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (cart_id, type, ref) DO UPDATE SET quantity = excluded.quantity",
                customer, line.type, line.ref, total,
            )  # fmt: skip
    clear(store, guest)


def show(store: Store, cart_id: int) -> Json:
    """The cart as the contract writes it."""
    items: list[Json] = []
    total = 0
    count = 0
    for row in cart_rows(store, cart_id):
        line = look_up(store, row["type"], row["ref"], row["quantity"])
        if line is None:
            continue
        total += line.total
        count += line.quantity
        item: Json = {
            "id": row["id"],
            "type": line.type,
            "variant_id": line.ref if line.type == "variant" else None,
            "bundle_price_option_id": line.ref if line.type == "bundle_price_option" else None,
            "quantity": line.quantity,
            "name": line.name,
            "unit_price": line.unit_price,
            "total_price": line.total,
            "item_type": line.item_type,
        }
        if line.type == "variant":
            item["variant"] = {"id": line.ref, "unique_id": line.unique_id, "product_slug": line.slug}
        else:
            item["bundle_price_option_slug"] = line.slug
            item["bundle_price_option_unique_id"] = line.unique_id
        items.append(item)
    return {"id": cart_id, "item_count": count, "total": decimal_text(total), "items": items}


def direct_lines(store: Store, items: Sequence[Json]) -> list[Line]:
    """Look up the items of a checkout body; refuses what the catalogue does not have."""
    lines = []
    for position, item in enumerate(items):
        name = f"{item['type']}_id"
        line = look_up(store, item["type"], int(item[name]), int(item["quantity"]))
        if line is None:
            raise invalid(f"items.{position}.{name}", "is not in this store's catalogue", "item_not_found")
        lines.append(line)
    return lines
