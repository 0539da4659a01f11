"""Small typed views of answers, for what a storefront reads most, and the items it sends. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from . import _read
from .errors import InvalidInput
from .money import Money

__all__ = ["CartLine", "CartSnapshot", "DiscountCheck", "Item", "Page", "VariantOffer", "item_bodies"]

T = TypeVar("T")
Owner = Literal["guest", "customer"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something to buy: a product's variant or a bundle price option, by numeric id, 1 to 100 of it."""

    variant_id: int | None = None
    bundle_price_option_id: int | None = None
    quantity: int = 1

    def __post_init__(self) -> None:
        if (self.variant_id is None) == (self.bundle_price_option_id is None):
            raise InvalidInput("an item is either a variant_id or a bundle_price_option_id")
        name = "variant_id" if self.variant_id is not None else "bundle_price_option_id"
        object.__setattr__(self, name, _read.whole(name, getattr(self, name)))
        object.__setattr__(self, "quantity", _read.quantity(self.quantity))

    @property
    def key(self) -> tuple[str, int]:
        """What it is, without how many."""
        if self.variant_id is not None:
            return ("variant", self.variant_id)
        return ("bundle_price_option", self.bundle_price_option_id or 0)

    def to_body(self) -> dict[str, Any]:
        """The contract's typed item."""
        kind, number = self.key
        return {"type": kind, f"{kind}_id": number, "quantity": self.quantity}


def item_bodies(items: Iterable[Item | Mapping[str, Any]]) -> list[dict[str, Any]]:
    """1 to 50 items as the contract wants them; mappings are taken by the same names."""
    bodies = [item.to_body() if isinstance(item, Item) else _item(item).to_body() for item in items]
    if not 1 <= len(bodies) <= 50:
        raise InvalidInput("items must be 1 to 50")
    return bodies


def _item(source: Mapping[str, Any]) -> Item:
    try:
        return Item(source.get("variant_id"), source.get("bundle_price_option_id"), source.get("quantity", 1))
    except AttributeError:
        raise InvalidInput("an item is an Item or a mapping with variant_id or bundle_price_option_id") from None


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line of a cart."""

    id: str
    """What `change` and `remove` take."""
    type: str
    """`variant`, `bundle_price_option`, or a kind added later."""
    quantity: int
    variant_id: int | None = None
    bundle_price_option_id: int | None = None
    raw: object = field(default=None, repr=False, compare=False)
    """The line as it came."""

    @property
    def key(self) -> tuple[str, int | None]:
        return (self.type, self.variant_id if self.type == "variant" else self.bundle_price_option_id)

    def to_item(self) -> Item:
        """The line as an item to check out; `InvalidInput` for a kind that a checkout does not take."""
        if self.type == "variant":
            return Item(variant_id=self.variant_id, quantity=self.quantity)
        return Item(bundle_price_option_id=self.bundle_price_option_id, quantity=self.quantity)


@dataclass(frozen=True, slots=True)
class CartSnapshot:
    """A cart at one moment."""

    id: int | None
    lines: tuple[CartLine, ...]
    item_count: int
    total: Money
    owner: Owner
    replaced: bool = False
    """The guest cart that was known is gone; this is a new one in its place."""
    raw: object = field(default=None, repr=False, compare=False)

    def __iter__(self) -> Iterator[CartLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def find(self, *, variant_id: int | None = None, bundle_price_option_id: int | None = None) -> CartLine | None:
        """The first line with this variant or bundle price option."""
        wanted = Item(variant_id, bundle_price_option_id).key
        return next((line for line in self.lines if line.key == wanted), None)

    def same_content(self, other: CartSnapshot) -> bool:
        """The same things in the same numbers, whatever the lines' ids and order."""
        return _content(self) == _content(other)


def _content(cart: CartSnapshot) -> dict[tuple[str, int | None], int]:
    counts: dict[tuple[str, int | None], int] = {}
    for line in cart.lines:
        counts[line.key] = counts.get(line.key, 0) + line.quantity
    return counts


def read_cart(answer: object, owner: Owner, *, replaced: bool = False) -> CartSnapshot:
    lines = []
    for line in _read.items_of(_read.field(answer, "items")):
        variant, bundle = (_read.integer(_read.field(line, name)) for name in ("variant_id", "bundle_price_option_id"))
        kind = _read.text(_read.field(line, "type")) or _read.text(_read.field(line, "type_")) or ""
        if not kind:
            kind = "variant" if variant is not None else "bundle_price_option"
        lines.append(
            CartLine(
                id=_read.text(_read.field(line, "id")) or "",
                type=kind,
                quantity=_read.integer(_read.field(line, "quantity")) or 0,
                variant_id=variant,
                bundle_price_option_id=bundle,
                raw=line,
            )
        )
    count = _read.integer(_read.field(answer, "item_count"))
    return CartSnapshot(
        id=_read.integer(_read.field(answer, "id")),
        lines=tuple(lines),
        item_count=sum(line.quantity for line in lines) if count is None else count,
        total=Money.of(_read.field(answer, "total")),
        owner=owner,
        replaced=replaced,
        raw=answer,
    )


@dataclass(frozen=True, slots=True)
class VariantOffer:
    """What a variant costs now, and whether it can be had."""

    variant_id: int
    price: Money
    currency: str | None
    available: bool | None
    available_qty: int | None
    """How many are left; None where the store does not count."""
    raw: object = field(default=None, repr=False, compare=False)


def read_offer(answer: object) -> VariantOffer | None:
    variant_id = _read.integer(_read.field(answer, "variant_id"))
    if variant_id is None:
        return None
    return VariantOffer(
        variant_id=variant_id,
        price=Money.of(_read.field(answer, "price")),
        currency=_read.text(_read.field(answer, "currency")),
        available=_read.boolean(_read.field(answer, "available")),
        available_qty=_read.integer(_read.field(answer, "available_qty")),
        raw=answer,
    )


@dataclass(frozen=True, slots=True)
class DiscountCheck:
    """Whether a discount code applies to what is being bought, and what it takes off."""

    code: str
    is_eligible: bool
    discount: Money
    details: object = field(default=None, repr=False)
    """`eligibility_details`: why, in the service's own form."""
    raw: object = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list."""

    items: tuple[T, ...]
    next_cursor: str | None = None
    previous_cursor: str | None = None
    page_size: int | None = None
    raw: object = field(default=None, repr=False, compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def read_page(answer: object) -> Page[Any]:
    """A page of any collection; its cursors are None where there is nothing further that way."""

    def cursor(name: str, flag: str) -> str | None:
        return None if _read.boolean(_read.field(answer, flag)) is False else _read.text(_read.field(answer, name))

    return Page(
        items=tuple(_read.items_of(_read.field(answer, "data"))),
        next_cursor=cursor("next_cursor", "has_next") or None,
        previous_cursor=cursor("previous_cursor", "has_previous") or None,
        page_size=_read.integer(_read.field(answer, "page_size")),
        raw=answer,
    )
