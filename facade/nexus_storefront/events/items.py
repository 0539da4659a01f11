"""What was looked at, put in a cart or bought, as conversion events name it: unique ids, quantities, whole rupiah.

Cart and checkout speak in numeric ids, events in unique ids. `ItemIndex` remembers the pairs it has seen in product
details, bundle details and cart lines. Pure; reads models of the client, facade objects and plain mappings alike.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Literal

from attrs import define, evolve, field, frozen

from ..answer_fields import integer, items_of
from ..arguments import whole
from .reading import first, number_id, read, rupiah, sendable

ItemKind = Literal["variant", "bundle_price_option"]

# Where a line, a variant or a bundle has its price, its kind, its slug; the first that is there counts.
_PRICES = ("unit_price", "price", "variant_price", "variant.price", "bundle_price_option.price")
_MAPS = {"bundle_price_options": "bundle_price_option", "variants": "variant", "final_variants": "variant"}
_SLUGS = {"variant": ("product_slug", "variant.product_slug"), "bundle_price_option": ("bundle_price_option_slug",)}


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

    @property
    def delivery(self) -> str | None:
        """How, in Meta's word."""
        return "home_delivery" if self.physical else None


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
        self.limit = whole("limit", self.limit)

    def learn(self, source: object) -> None:
        """Remember every pair in a product detail, a bundle price option detail, a cart, or a list of such."""
        if isinstance(source, (list, tuple)):
            for part in source:
                self.learn(part)
            return
        for variant in items_of(read(source, "variants")):
            self._remember(variant, source)
        for line in items_of(read(source, "items")):
            self.learn(line)
        self._remember(source)

    def find(self, line: object, *, quantity: int | None = None) -> EventItem | None:
        """The item of a cart line, checkout line, variant or bundle; None if its unique id was never seen."""
        if isinstance(line, EventItem):
            return line if quantity is None else evolve(line, quantity=quantity)
        reference = reference_of(line)
        known = self._known.get(reference) if reference else None
        kind = reference.kind if reference else _kind(line)
        own = _own(line, kind, unique_id=known.unique_id if known else None)
        if own is None:
            return None
        item = _merged(own, known or self._by_unique_id.get(own.unique_id))
        return evolve(item, quantity=quantity or own.quantity)

    def find_all(self, lines: Iterable[object]) -> list[EventItem]:
        """The items of those lines whose unique id was seen."""
        return [item for line in lines if (item := self.find(line)) is not None]

    def unknown(self, lines: Iterable[object]) -> dict[Reference, object]:
        """The lines whose unique id is not known yet, by numeric id."""
        pairs = ((reference_of(line), line) for line in lines if self.find(line) is None)
        return {reference: line for reference, line in pairs if reference is not None}

    def _remember(self, source: object, product: object = None) -> None:
        reference = reference_of(source)
        item = _own(source, reference.kind, product) if reference else None
        if reference is None or item is None:
            return
        merged = _merged(item, self._known.pop(reference, None))
        self._known[reference] = self._by_unique_id[merged.unique_id] = merged
        while len(self._known) > self.limit:
            with suppress(KeyError, RuntimeError):  # another thread was first
                oldest = self._known.pop(next(iter(self._known)))
                self._by_unique_id.pop(oldest.unique_id, None)


def _own(source: object, kind: ItemKind, product: object = None, *, unique_id: str | None = None) -> EventItem | None:
    """The item that an object describes; None without a unique id. The plain `unique_id` of a line is the line's own
    and is not read. `product`: the detail that a variant belongs to, by whose name it goes. `unique_id`: the one of an
    object that has none itself.
    """
    own = first(sendable, source, f"{kind}_unique_id", f"{kind}.unique_id")
    if own is None and read(source, "quantity") is None:
        own = sendable(read(source, "unique_id"))
    unique_id = own or unique_id
    if unique_id is None:
        return None
    item_type = first(sendable, source, "item_type", f"{kind}.item_type") or sendable(read(product, "item_type"))
    return EventItem(
        unique_id,
        max(1, integer(read(source, "quantity")) or 1),
        first(rupiah, source, *_PRICES),
        sendable(read(product, "name")) or first(sendable, source, "product_name", "fullname", "name", f"{kind}.name"),
        sendable(read(product or source, "taxonomy.name")),
        kind,
        item_type == "physical",
    )


def _merged(newer: EventItem, known: EventItem | None) -> EventItem:
    """The newer price, but the name and category of the product page, which a cart line does not carry."""
    if known is None or newer.unique_id != known.unique_id:
        return newer
    return evolve(
        newer,
        unit_price=known.unit_price if newer.unit_price is None else newer.unit_price,
        name=known.name or newer.name,
        category=known.category or newer.category,
        physical=known.physical or newer.physical,
    )


def reference_of(line: object) -> Reference | None:
    """The numeric id that a line, variant or bundle goes by in a cart."""
    bundle = first(number_id, line, "bundle_price_option_id", "bundle_price_option.id")
    kind = first(sendable, line, "type", "entity_type")
    if bundle and kind != "variant":
        return Reference("bundle_price_option", bundle)
    variant = first(number_id, line, "variant_id", "variant.id")
    if variant is None and kind is None and read(line, "quantity") is None and sendable(read(line, "unique_id")):
        variant = number_id(read(line, "id"))  # a variant of a product detail carries its own id and no type
    return Reference("variant", variant) if variant else None


def _kind(line: object) -> ItemKind:
    """The kind of a line without a numeric id."""
    bundle = sendable(read(line, "bundle_price_option_unique_id"))
    return "bundle_price_option" if bundle and read(line, "type") == "bundle_price_option" else "variant"


def slug_of(line: object, kind: ItemKind) -> str | None:
    """The slug under which the catalogue has a cart line's item; None if the line has none."""
    return first(sendable, line, *_SLUGS[kind])


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
    """The items of an order: of its lines, as webhooks have them, else of its maps from unique id (or numeric id) to a
    quantity, or to an object with one.
    """
    found = index.find_all(items_of(read(order, "orderlines")))
    if found:
        return found  # the maps beside them go by the products' names
    for name, kind in _MAPS.items():
        entries = read(order, name)
        if not isinstance(entries, Mapping) or (name == "final_variants" and found):
            continue
        for key, entry in entries.items():
            quantity = integer(entry) or first(number_id, entry, "quantity", "qty") or 1
            by = f"{kind}_unique_id" if integer(key) is None else f"{kind}_id"
            found += index.find_all([{by: key, "type": kind, "quantity": quantity}])
    return found
