"""Lines and snapshots of carts, read from answers; items to put in. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, cast

import attrs

from .. import arguments
from ..answer_fields import field, integer, items_of, text
from ..contents import ITEM_TYPES, MOST_LINES, Content, added_up, can_be_sent, item_body
from ..errors import DecodeError, Effect, InvalidInput
from ..money import Money
from ..redact import shown
from ..signposts import Signposted

if TYPE_CHECKING:
    from nexus_commerce.models import CustomerCart, GuestCart, GuestCartBundlePriceOptionItem, GuestCartVariantItem


Owner = Literal["guest", "customer"]


def unreadable_cart(owner: Owner, effect: Effect = "refused") -> DecodeError:
    """The error of an answer that does not say what is in a cart, which is never taken for an empty one."""
    name = "getGuestCart" if owner == "guest" else "getCustomerCart"
    return DecodeError("the cart's answer does not say what is in it", operation_id=name, effect=effect)


@attrs.frozen(init=False)
class Item:
    """Something to buy: a product's variant or a bundle price option, by numeric id, 1 to 100 of it."""

    variant_id: int | None
    """A variant's number, or None."""
    bundle_price_option_id: int | None
    """A bundle price option's number, or None."""
    quantity: int
    """How many, 1 to 100."""

    def __init__(
        self, variant_id: int | str | None = None, bundle_price_option_id: int | str | None = None, quantity: int = 1
    ) -> None:
        if (variant_id is None) == (bundle_price_option_id is None):
            raise InvalidInput("an item is either a variant_id or a bundle_price_option_id")
        for name, value in (("variant_id", variant_id), ("bundle_price_option_id", bundle_price_option_id)):
            object.__setattr__(self, name, None if value is None else arguments.whole(name, value))
        object.__setattr__(self, "quantity", arguments.quantity(quantity))

    @property
    def key(self) -> tuple[str, int]:
        """The item without its quantity: type and number."""
        if self.variant_id is not None:
            return ("variant", self.variant_id)
        return ("bundle_price_option", self.bundle_price_option_id or 0)

    def to_body(self) -> dict[str, Any]:
        """The contract's typed item."""
        return item_body(*self.key, self.quantity)


_ITEM_IDS = tuple(f"{kind}_id" for kind in ITEM_TYPES)
_ITEM_KEYS = ("type", *_ITEM_IDS, "quantity")


def items_from(items: object) -> list[Item]:
    """`Item`s, from those, from lines of a cart and from mappings by the same names; also from a single one."""
    if isinstance(items, (Item, CartLine, Mapping)):
        items = (items,)
    return [_item(item) for item in arguments.sequence("items", cast("Any", items), "items")]


def content_of(items: object) -> Content:
    """1 to 50 items: `Item`s, lines of a cart, or mappings by the same names. Raises `InvalidInput`."""
    content = added_up((*item.key, item.quantity) for item in items_from(items))
    if not can_be_sent(content):
        raise InvalidInput(f"a checkout takes 1 to {MOST_LINES} items, each 1 to {arguments.MOST_QUANTITY} times")
    return content


def item_bodies(items: object) -> list[dict[str, Any]]:
    """1 to 50 items as the contract wants them."""
    bodies = [item.to_body() for item in items_from(items)]
    if not 1 <= len(bodies) <= MOST_LINES:
        raise InvalidInput(f"items must be 1 to {MOST_LINES}")
    return bodies


def _item(source: object) -> Item:
    if isinstance(source, Item):
        return source
    if isinstance(source, CartLine):
        return source.to_item()
    if isinstance(source, Mapping) and (unknown := [name for name in source if name not in _ITEM_KEYS]):
        raise InvalidInput(f"an item has no {shown(unknown[0])}: it has {', '.join(_ITEM_KEYS)}")
    variant, bundle, number = (field(source, name) for name in _ITEM_KEYS[1:])
    return Item(cast("Any", variant), cast("Any", bundle), cast("Any", 1 if number is None else number))


@attrs.frozen
class CartLine:
    """One line of a cart."""

    id: str
    """The line's id, which `change` and `remove` take."""
    type: str
    """`variant`, `bundle_price_option`, or a kind added later."""
    quantity: int
    """How many."""
    variant_id: int | None = None
    """The variant's number; None for a line of another type."""
    bundle_price_option_id: int | None = None
    """The bundle price option's number; None for a line of another type."""
    name: str | None = attrs.field(default=None, eq=False)
    """A name to show. The contract promises neither this nor the fields below: None, or an absent amount, if not sent.
    """
    unit_price: Money = attrs.field(default=Money(None), eq=False)
    """The price of one piece."""
    total: Money = attrs.field(default=Money(None), eq=False)
    """The price of the line."""
    slug: str | None = attrs.field(default=None, eq=False)
    """The slug of the product or bundle price option, for `catalog.product` or `catalog.bundle`."""
    item_type: str | None = attrs.field(default=None, eq=False)
    """`physical`, `digital`, or what else the store calls it."""
    raw: GuestCartVariantItem | GuestCartBundlePriceOptionItem | dict[str, Any] | None = attrs.field(
        default=None, repr=False, eq=False
    )
    """The line as it came; a plain mapping where its kind was added later."""

    def __str__(self) -> str:
        return f"{self.quantity} × {self.name or f'{self.type} {self.key[1]}'}: {self.total}"

    @property
    def key(self) -> tuple[str, int | None]:
        """The line's item, without the quantity: type and number."""
        return (self.type, self.variant_id if self.type == "variant" else self.bundle_price_option_id)

    def to_item(self) -> Item:
        """The line as an item to check out; `InvalidInput` for a kind that a checkout does not take."""
        if self.type == "variant":
            return Item(variant_id=self.variant_id, quantity=self.quantity)
        return Item(bundle_price_option_id=self.bundle_price_option_id, quantity=self.quantity)


@attrs.frozen
class CartSnapshot(Signposted):
    """A cart at one moment."""

    id: int | None
    """The cart's number at the service."""
    lines: tuple[CartLine, ...]
    """The lines, in the service's order."""
    item_count: int
    """How many pieces are in the cart, of all lines together."""
    total: Money
    """The price of all lines, without shipping and charges."""
    owner: Owner
    """`guest` or `customer`."""
    replaced: bool = False
    """The guest cart that was known is gone; this is a new one in its place."""
    content: Content | None = attrs.field(default=None, repr=False, eq=False)
    """The content, as far as it is certain: (type, id, quantity) of each item. None when a line could not be read."""
    raw: GuestCart | CustomerCart | None = attrs.field(default=None, repr=False, eq=False)
    """The cart as it came."""

    def __str__(self) -> str:
        return "\n".join([*map(str, self.lines), f"total {self.total}"]) if self.lines else "an empty cart"

    def __iter__(self) -> Iterator[CartLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def find(
        self, *, variant_id: int | str | None = None, bundle_price_option_id: int | str | None = None
    ) -> CartLine | None:
        """The first line with this variant or bundle price option."""
        wanted = Item(variant_id, bundle_price_option_id).key
        return next((line for line in self.lines if line.key == wanted), None)

    def same_content(self, other: CartSnapshot) -> bool:
        """The same things in the same numbers, whatever the lines' ids and order."""
        return self._counts() == other._counts()

    def _counts(self) -> dict[tuple[str, int | None], int]:
        counts: dict[tuple[str, int | None], int] = {}
        for line in self.lines:
            counts[line.key] = counts.get(line.key, 0) + line.quantity
        return counts


def read_cart(answer: GuestCart | CustomerCart, owner: Owner, *, replaced: bool = False) -> CartSnapshot:
    """The cart of an answer (getGuestCart, getCustomerCart, and what changes them), to show: as far as it can be read.

    What it holds for certain is read by `held_in`.
    """
    lines, count = tuple(_line(line) for line in items_of(answer.items)), integer(answer.item_count)
    return CartSnapshot(
        id=integer(answer.id),
        lines=lines,
        item_count=sum(line.quantity for line in lines) if count is None else count,
        total=Money.of(answer.total),
        owner=owner,
        content=held_in(answer),
        replaced=replaced,
        raw=answer,
    )


def held_in(answer: GuestCart | CustomerCart) -> Content | None:
    """What the cart of an answer holds. None unless every line could be read for certain, and the lines have no fewer
    pieces than the answer counts: an odd answer must never be taken for an empty cart.
    """
    listed = answer.items
    if not isinstance(listed, list):
        return None
    entries = [_entry(line) for line in listed]
    certain = [entry for entry in entries if entry is not None]
    counted = integer(answer.item_count) or 0
    return (
        added_up(certain) if len(certain) == len(entries) and sum(amount for *_, amount in certain) >= counted else None
    )


def _entry(line: object) -> tuple[str, int, int] | None:
    """Type, number and quantity of a line; None when it cannot be read for certain."""
    kind, amount = _kind(line), integer(field(line, "quantity"))
    *named, own = [integer(field(line, name)) for name in (*_ITEM_IDS, "id")]
    # One of a kind added later goes by the line's own number, unless it may be of a known kind.
    number = named[ITEM_TYPES.index(kind)] if kind in ITEM_TYPES else None if any(named) else own
    if kind is None or number is None or amount is None:
        return None
    return (kind, number, amount) if 1 <= number <= arguments.LARGEST_ID and amount >= 1 else None


def _kind(line: object) -> str | None:
    kind = field(line, "type") or field(line, "type_")
    return kind if isinstance(kind, str) else None


def _line(line: Any) -> CartLine:
    variant, bundle = integer(field(line, "variant_id")), integer(field(line, "bundle_price_option_id"))
    kind = _kind(line) or ("bundle_price_option" if variant is None else "variant")
    quantity = integer(field(line, "quantity")) or 0
    price, total = Money.of(field(line, "unit_price")), Money.of(field(line, "total_price"))
    slug = field(line, "product_slug") or field(field(line, kind), "product_slug")
    return CartLine(
        id=text(field(line, "id")) or "",
        type=kind,
        quantity=quantity,
        variant_id=variant,
        bundle_price_option_id=bundle,
        name=text(field(line, "name")),
        unit_price=price,
        total=price * quantity if total.is_absent and price.is_known else total,
        slug=text(field(line, f"{kind}_slug") if bundle is not None else slug),
        item_type=text(field(line, "item_type")),
        raw=line,
    )
