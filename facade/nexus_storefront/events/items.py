"""What was looked at, put in a cart or bought, in the terms of conversion events: unique ids, quantities, whole rupiah.

Cart and checkout speak in numeric ids, events in unique ids. `ItemIndex` remembers the pairs it has seen in product
details, bundle details and cart lines. Pure; reads models of the client, facade objects and plain mappings alike.
"""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from attrs import define, evolve, field, frozen

from ..answer_fields import field as own_field, integer, items_of, text
from ..errors import InvalidInput
from ..money import Money
from .attribution import scalar_text

ItemKind = Literal["variant", "bundle_price_option"]

# JSON numbers beyond this lose digits in a browser
_LARGEST = Decimal(2**53 - 1)


@frozen
class EventItem:
    """One line of an event. `unit_price` is in whole rupiah, None when unknown."""

    unique_id: str
    quantity: int = 1
    unit_price: int | None = None
    name: str | None = None
    """The product's or bundle's name, as shown."""
    category: str | None = None
    kind: ItemKind = "variant"
    physical: bool = False
    """Delivered to a door."""


@frozen
class Reference:
    """A numeric id, as used by cart and checkout."""

    kind: ItemKind
    id: int


@define
class ItemIndex:
    """Numeric id → item, as far as seen. The pairs never change, so nothing expires; the oldest go beyond `limit`."""

    limit: int = 20_000
    _known: dict[Reference, EventItem] = field(factory=dict, repr=False, init=False)
    _by_unique_id: dict[str, EventItem] = field(factory=dict, repr=False, init=False)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.limit, bool) or not isinstance(self.limit, int) or self.limit < 1:
            raise InvalidInput("limit must be a whole number above 0")

    def learn(self, source: object) -> None:
        """Remember every pair in a product detail, a bundle price option detail, a cart, or a list of such."""
        if isinstance(source, (list, tuple)):
            for part in source:
                self.learn(part)
            return
        for variant in items_of(read(source, "variants")):
            self._remember(Reference("variant", integer(read(variant, "id")) or 0), variant_item(variant, source))
        for line in items_of(read(source, "items")):
            self.learn(line)
        reference = reference_of(source)
        if reference is not None:
            self._remember(reference, _own(source, reference.kind))

    def find(self, line: object, *, quantity: int | None = None) -> EventItem | None:
        """The item of a cart line, checkout line, variant or bundle; None if its unique id was never seen."""
        if isinstance(line, EventItem):
            return line if quantity is None else evolve(line, quantity=quantity)
        reference = reference_of(line)
        own = _own(line, reference.kind if reference else "variant")
        known = self._known.get(reference) if reference else None
        item = _merged(own, known or (self._by_unique_id.get(own.unique_id) if own else None))
        if item is None:
            return None
        price = _price(line)
        return evolve(
            item,
            quantity=quantity or _quantity(line),
            unit_price=item.unit_price if price is None else price,
        )

    def by_unique_id(self, unique_id: str, quantity: int, kind: ItemKind) -> EventItem:
        """An item of which an order tells only unique id and quantity, with what is known of it."""
        return evolve(self._by_unique_id.get(unique_id) or EventItem(unique_id, kind=kind), quantity=quantity)

    def unknown(self, lines: Iterable[object]) -> dict[Reference, object]:
        """The lines whose unique id is not known yet, by numeric id."""
        pairs = ((reference_of(line), line) for line in lines if self.find(line) is None)
        return {reference: line for reference, line in pairs if reference is not None}

    def _remember(self, reference: Reference, item: EventItem | None) -> None:
        if item is None or not reference.id:
            return
        merged = _merged(item, self._known.pop(reference, None))
        if merged is not None:
            self._known[reference] = self._by_unique_id[merged.unique_id] = merged
        while len(self._known) > self.limit:
            oldest = self._known.pop(next(iter(self._known)))
            self._by_unique_id.pop(oldest.unique_id, None)


def _own(source: object, kind: ItemKind) -> EventItem | None:
    """What an object says of itself; a line's plain `unique_id` would be the line's, not the item's."""
    nested = read(source, kind)
    unique_id = _label(read(source, f"{kind}_unique_id")) or _label(read(nested, "unique_id"))
    if unique_id is None and read(source, "quantity") is None:
        unique_id = _label(read(source, "unique_id"))
    if unique_id is None:
        return None
    return EventItem(
        unique_id,
        _quantity(source),
        _price(source),
        _label(read(source, "product_name")) or _label(read(source, "name")) or _label(read(nested, "name")),
        _label(read(read(source, "taxonomy"), "name")),
        kind,
        "physical" in (text(read(source, "item_type")), text(read(nested, "item_type"))),
    )


def _merged(newer: EventItem | None, known: EventItem | None) -> EventItem | None:
    """The newer price, but the name and category of the product page, which a cart line does not carry."""
    if newer is None or known is None or newer.unique_id != known.unique_id:
        return newer or known
    return evolve(
        newer,
        unit_price=known.unit_price if newer.unit_price is None else newer.unit_price,
        name=known.name or newer.name,
        category=known.category or newer.category,
        physical=known.physical or newer.physical,
    )


def read(source: object, name: str) -> object:
    """A property by its contract name, also of a facade object that keeps the answer it was made from as `raw`."""
    value = own_field(source, name)
    if value is None and name == "type":
        value = own_field(source, "type_")
    if value is None and not isinstance(source, Mapping):
        raw = getattr(source, "raw", None)
        value = own_field(raw, name) if raw is not None else None
    return value


def variant_item(variant: object, product: object) -> EventItem | None:
    """A product's variant, named after the product."""
    unique_id = _label(read(variant, "unique_id"))
    if unique_id is None:
        return None
    item_type = text(read(variant, "item_type")) or text(read(product, "item_type"))
    return EventItem(
        unique_id,
        1,
        rupiah(read(variant, "price")),
        _label(read(product, "name")) or _label(read(variant, "fullname")) or _label(read(variant, "name")),
        _label(read(read(product, "taxonomy"), "name")),
        "variant",
        item_type == "physical",
    )


def reference_of(line: object) -> Reference | None:
    """The numeric id that a line, variant or bundle goes by in a cart."""
    bundle = integer(read(line, "bundle_price_option_id")) or integer(read(read(line, "bundle_price_option"), "id"))
    variant = integer(read(line, "variant_id")) or integer(read(read(line, "variant"), "id"))
    kind = text(read(line, "type")) or text(read(line, "entity_type"))
    if bundle and kind != "variant":
        return Reference("bundle_price_option", bundle)
    if variant:
        return Reference("variant", variant)
    # a variant of a product detail carries its own id and no type
    own = integer(read(line, "id")) if kind is None and read(line, "quantity") is None else None
    return Reference("variant", own) if own and _label(read(line, "unique_id")) else None


def slug_of(line: object, kind: ItemKind) -> str | None:
    """Where the catalogue has the item of a cart line, if the line tells."""
    if kind == "bundle_price_option":
        return _label(read(line, "bundle_price_option_slug"))
    return _label(read(line, "product_slug")) or _label(read(read(line, "variant"), "product_slug"))


def shown_lines(source: object) -> list[object]:
    """The lines of a cart, a checkout, or a list of lines; a single line is a list of one."""
    if isinstance(source, (list, tuple)):
        return [_line(entry) for entry in source]
    for name in ("items", "lines"):
        found = read(source, name)
        if isinstance(found, (list, tuple)):
            return [_line(entry) for entry in found]
    return [source] if reference_of(source) or isinstance(source, EventItem) else []


def _line(entry: object) -> object:
    """A checkout keeps what it will order as (type, id, quantity)."""
    match entry:
        case (str() as kind, int() as number, int() as quantity):
            return {"type": kind, f"{kind}_id": number, "quantity": quantity}
    return entry


def order_items(order: object, index: ItemIndex) -> list[EventItem]:
    """What an order says it holds: its lines, as webhooks tell them, else maps from unique id (or numeric id) to
    quantity, or to an object with one.
    """
    found = [item for line in items_of(read(order, "orderlines")) if (item := _of_line(line, index)) is not None]
    if found:
        return found  # the maps beside them go by the products' names
    maps: tuple[tuple[str, ItemKind], ...] = (
        ("bundle_price_options", "bundle_price_option"),
        ("variants", "variant"),
        ("final_variants", "variant"),
    )
    for name, kind in maps:
        entries = read(order, name)
        if not isinstance(entries, Mapping) or (name == "final_variants" and found):
            continue
        for key, entry in entries.items():
            quantity = integer(entry) or integer(read(entry, "quantity")) or integer(read(entry, "qty")) or 1
            number = integer(key)
            item = index.find({f"{kind}_id": number, "type": kind, "quantity": quantity}) if number else None
            if item is None and number is None:
                item = index.by_unique_id(scalar_text(key), quantity, kind)
            if item is not None:
                found.append(item)
    return found


def _of_line(line: object, index: ItemIndex) -> EventItem | None:
    unique_id = _label(read(line, "variant_unique_id"))
    if unique_id is None:
        return None
    known = index.by_unique_id(unique_id, _quantity(line), "variant")
    price, name = rupiah(read(line, "variant_price")), _label(read(line, "product_name"))
    return evolve(known, unit_price=known.unit_price if price is None else price, name=known.name or name)


def rupiah(value: object) -> int | None:
    """An amount as whole rupiah, halves up; None if it cannot be read, is negative, or is too large for a browser."""
    amount = Money.of(value).amount
    if amount is None or not 0 <= amount <= _LARGEST:
        return None
    return int(amount.to_integral_value(ROUND_HALF_UP))


def _price(source: object) -> int | None:
    nested = read(source, "variant") or read(source, "bundle_price_option")
    for holder, name in ((source, "unit_price"), (source, "price"), (source, "variant_price"), (nested, "price")):
        price = rupiah(read(holder, name))
        if price is not None:
            return price
    return None


def _quantity(source: object) -> int:
    quantity = integer(read(source, "quantity"))
    return quantity if quantity and quantity > 0 else 1


def _label(value: object) -> str | None:
    """A text worth sending: not blank, no lone surrogates."""
    found = text(value)
    return scalar_text(found).strip() or None if found else None
