"""Small typed views of answers, for what a storefront reads most, and the items it sends. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, NoReturn, TypeVar, cast, overload

from . import _read
from .errors import InvalidInput, MissingValue
from .money import Money

if TYPE_CHECKING:
    from datetime import date

    from nexus_commerce._model import Model
    from nexus_commerce.models import (
        CustomerCart,
        GuestCart,
        GuestCartBundlePriceOptionItem,
        GuestCartVariantItem,
        StorefrontDiscountCodeCheckResponse,
        StorefrontVariantPricing,
    )
    from nexus_commerce.types import Unset

__all__ = ["CartLine", "CartSnapshot", "DiscountCheck", "Item", "Page", "VariantOffer", "item_bodies", "present"]

T = TypeVar("T")
Given = TypeVar("Given", bound="str | float | date | list[Any] | dict[str, Any] | Model | CartLine")
Owner = Literal["guest", "customer"]


# Unions of scalars stay what they are in both mypy and pyright only if nothing but the value's own type is inferred.
@overload
def present(value: Unset | None, name: str = ...) -> NoReturn: ...
@overload
def present(value: Given, name: str = ...) -> Given: ...
def present(value: Given | Unset | None, name: str = "a value") -> Given:
    """`value`, with a type that says it is there. Raises `MissingValue`, naming `name`, for None and `UNSET`.

    0, False and empty texts are values. For a value with a default, `value or default` is typed as well.
    """
    if value is None or type(value).__name__ == "Unset":
        raise MissingValue(f"the answer lacks {name}")
    return cast("Given", value)


@dataclass(frozen=True, slots=True, init=False)
class Item:
    """Something to buy: a product's variant or a bundle price option, by numeric id, 1 to 100 of it."""

    variant_id: int | None
    bundle_price_option_id: int | None
    quantity: int

    def __init__(
        self, variant_id: int | str | None = None, bundle_price_option_id: int | str | None = None, quantity: int = 1
    ) -> None:
        if (variant_id is None) == (bundle_price_option_id is None):
            raise InvalidInput("an item is either a variant_id or a bundle_price_option_id")
        for name, value in (("variant_id", variant_id), ("bundle_price_option_id", bundle_price_option_id)):
            object.__setattr__(self, name, None if value is None else _read.whole(name, value))
        object.__setattr__(self, "quantity", _read.quantity(quantity))

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


_ITEM_KEYS = ("type", "variant_id", "bundle_price_option_id", "quantity")


def items_from(items: object) -> list[Item]:
    """`Item`s, from those, from lines of a cart and from mappings by the same names; also from a single one."""
    if isinstance(items, (Item, CartLine, Mapping)):
        items = (items,)
    if isinstance(items, (str, bytes)) or not isinstance(items, Iterable):
        raise InvalidInput("items must be a list of items")
    return [_item(item) for item in items]


def item_bodies(items: object) -> list[dict[str, Any]]:
    """1 to 50 items as the contract wants them."""
    bodies = [item.to_body() for item in items_from(items)]
    if not 1 <= len(bodies) <= 50:
        raise InvalidInput("items must be 1 to 50")
    return bodies


def _item(source: object) -> Item:
    if isinstance(source, Item):
        return source
    if isinstance(source, CartLine):
        return source.to_item()
    if isinstance(source, Mapping) and (unknown := [name for name in source if name not in _ITEM_KEYS]):
        raise InvalidInput(f"an item has no {unknown[0]!r:.60}: it has {', '.join(_ITEM_KEYS)}")
    variant, bundle, number = (_read.field(source, name) for name in _ITEM_KEYS[1:])
    return Item(cast("Any", variant), cast("Any", bundle), cast("Any", 1 if number is None else number))


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
    name: str | None = field(default=None, compare=False)
    """To show. The contract promises neither this nor what follows; what a store does not send is None, or absent."""
    unit_price: Money = field(default=Money(None), compare=False)
    total: Money = field(default=Money(None), compare=False)
    slug: str | None = field(default=None, compare=False)
    """Of the product or bundle price option, for `catalog.product` or `catalog.bundle`."""
    item_type: str | None = field(default=None, compare=False)
    """`physical`, `digital`, or what else the store calls it."""
    raw: GuestCartVariantItem | GuestCartBundlePriceOptionItem | dict[str, Any] | None = field(
        default=None, repr=False, compare=False
    )
    """The line as it came; a plain mapping where its kind was added later."""

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
    raw: GuestCart | CustomerCart | None = field(default=None, repr=False, compare=False)

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
        return _content(self) == _content(other)


def _content(cart: CartSnapshot) -> dict[tuple[str, int | None], int]:
    counts: dict[tuple[str, int | None], int] = {}
    for line in cart.lines:
        counts[line.key] = counts.get(line.key, 0) + line.quantity
    return counts


def read_cart(answer: Any, owner: Owner, *, replaced: bool = False) -> CartSnapshot:
    lines = []
    line: Any
    for line in _read.items_of(_read.field(answer, "items")):
        variant, bundle = (_read.integer(_read.field(line, name)) for name in ("variant_id", "bundle_price_option_id"))
        kind = _read.text(_read.field(line, "type")) or _read.text(_read.field(line, "type_")) or ""
        if not kind:
            kind = "variant" if variant is not None else "bundle_price_option"
        quantity = _read.integer(_read.field(line, "quantity")) or 0
        price, total = Money.of(_read.field(line, "unit_price")), Money.of(_read.field(line, "total_price"))
        slug = _read.field(line, "product_slug") or _read.field(_read.field(line, kind), "product_slug")
        lines.append(
            CartLine(
                id=_read.text(_read.field(line, "id")) or "",
                type=kind,
                quantity=quantity,
                variant_id=variant,
                bundle_price_option_id=bundle,
                name=_read.text(_read.field(line, "name")),
                unit_price=price,
                total=price * quantity if total.is_absent and price.is_known else total,
                slug=_read.text(_read.field(line, f"{kind}_slug") if bundle is not None else slug),
                item_type=_read.text(_read.field(line, "item_type")),
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
    raw: StorefrontVariantPricing | None = field(default=None, repr=False, compare=False)


def read_offer(answer: Any) -> VariantOffer | None:
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
    raw: StorefrontDiscountCodeCheckResponse | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list."""

    items: tuple[T, ...]
    next_cursor: str | None = None
    previous_cursor: str | None = None
    page_size: int | None = None
    raw: Any = field(default=None, repr=False, compare=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def read_page(answer: object) -> Page[Any]:
    """A page of any collection; its cursors are None where there is nothing further that way.

    What is no model of the contract, such as a kind of item added later, is left out; `raw` has it.
    """

    def cursor(name: str, flag: str) -> str | None:
        return None if _read.boolean(_read.field(answer, flag)) is False else _read.text(_read.field(answer, name))

    return Page(
        items=tuple(entry for entry in _read.items_of(_read.field(answer, "data")) if hasattr(entry, "to_dict")),
        next_cursor=cursor("next_cursor", "has_next") or None,
        previous_cursor=cursor("previous_cursor", "has_previous") or None,
        page_size=_read.integer(_read.field(answer, "page_size")),
        raw=answer,
    )
