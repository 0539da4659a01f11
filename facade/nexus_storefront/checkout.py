"""What is pure about a checkout: the choices made so far, what is missing, the quote, the outcomes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from ._read import field, identifier, integer, text, whole
from .errors import InvalidInput, StorefrontError
from .money import Breakdown, Money, PriceChange
from .payments.state import next_page
from .views import CartLine, Item, items_from

if TYPE_CHECKING:
    from nexus_commerce.models import (
        CustomerAddress,
        StorefrontCustomerFacingOrder,
        StorefrontPublicOrder,
        StorefrontShippingOption,
    )

    from .payments import PaymentInstructions

__all__ = ["CheckoutPolicy", "Choices", "NotPlaced", "Outcome", "Placed", "Quote", "Unknown"]

MOST_LINES = 50
MOST_QUANTITY = 100
ITEM_TYPES = ("variant", "bundle_price_option")

_NAMES = ("province", "city", "subdistrict")

Evidence: TypeAlias = Literal["answer", "order", "cart"]
NoOrder: TypeAlias = Literal["refused", "never_sent", "not_found", "dismissed"]


Content: TypeAlias = tuple[tuple[str, int, int], ...]
"""What a cart or an order holds: (type, id, quantity), sorted, equal things added up."""


def content_of(items: object) -> Content:
    """1 to 50 items: `Item`s, lines of a cart, or mappings by the same names. Raises `InvalidInput`."""
    content = _added_up((*item.key, item.quantity) for item in items_from(items))
    if not can_be_sent(content):
        raise InvalidInput(f"a checkout takes 1 to {MOST_LINES} items, each 1 to {MOST_QUANTITY} times")
    return content


def cart_content(cart: object) -> Content | None:
    """What a cart's answer holds, beyond any limit; None when it does not tell that for certain.

    An answer without a readable list of items must never pass for an empty cart.
    """
    items, count = field(cart, "items"), integer(field(cart, "item_count"))
    if not isinstance(items, list) or (not items and count not in (None, 0)):
        return None
    entries = []
    for item in items:
        kind, amount = text(field(item, "type")), integer(field(item, "quantity"))
        number = integer(field(item, f"{kind}_id" if kind in ITEM_TYPES else "id"))
        if kind is None or number is None or amount is None:
            return None
        entries.append((kind, number, amount))
    return _added_up(entries)


def _added_up(entries: Iterable[tuple[str, int, int]]) -> Content:
    counts: dict[tuple[str, int], int] = {}
    for kind, number, amount in entries:
        counts[kind, number] = counts.get((kind, number), 0) + amount
    return tuple(sorted((kind, number, amount) for (kind, number), amount in counts.items()))


def can_be_sent(content: Content) -> bool:
    """Whether a checkout takes this as its items."""
    return 1 <= len(content) <= MOST_LINES and all(
        kind in ITEM_TYPES and number >= 1 and 1 <= amount <= MOST_QUANTITY for kind, number, amount in content
    )


@attrs.frozen
class CheckoutPolicy:
    """Limits of a checkout, in seconds."""

    quote_max_age: float = 600.0
    """An older quote is refused by `place()`."""
    settle_reads: tuple[float, ...] = (0.0, 1.0, 2.0, 4.0, 8.0)
    """After an answer was lost: the pauses before each look at the cart and at the orders."""
    settle_after: float = 120.0
    """How long a request whose answer was lost may still be at work at the service. Only after that does an untouched
    cart mean that no order was made."""

    def __attrs_post_init__(self) -> None:
        if self.quote_max_age <= 0 or self.settle_after < 0 or not self.settle_reads or min(self.settle_reads) < 0:
            raise InvalidInput("a checkout policy's times must not be negative, and at least one look is needed")


@attrs.frozen
class Quote:
    """What the order would cost, as the service computed it for the choices of that moment."""

    content: Content
    request: Mapping[str, Any] = attrs.field(repr=False)
    """What it was asked for with: everything that decides the amount."""
    made_at: float = attrs.field(repr=False)
    """Monotonic seconds."""
    summary: object = attrs.field(repr=False)
    """The answer itself (`StorefrontCheckoutSummaryResponse`)."""

    @cached_property
    def breakdown(self) -> Breakdown:
        """The parts of the amount, and whether they add up to it."""
        return Breakdown.of(self.summary)

    @cached_property
    def total(self) -> Money:
        """`gross_revenue`: what the buyer pays."""
        return Money.of(field(self.summary, "gross_revenue"))

    @property
    def discount(self) -> Money:
        """What the discount code takes off. A summary has no field for it: it is what its parts have too much."""
        if "discount_code_code" not in self.request or not self.breakdown.is_readable:
            return Money(0)
        return max(Money(0), -self.breakdown.difference)


@attrs.frozen
class Placed:
    """The order exists."""

    attempt_id: str
    evidence: Evidence
    """`answer`: the service said so. `order`: found in the customer's order list after the answer was lost. `cart`: the
    answer was lost, and the cart has been emptied as an order empties it."""
    order: StorefrontPublicOrder | StorefrontCustomerFacingOrder | None = attrs.field(default=None, repr=False)
    """None when the answer was lost and a guest cannot look the order up; the buyer has the service's mail."""
    price_change: PriceChange | None = None
    """How the order's amount differs from the quote; None if it does not, or cannot be told."""
    secret_slug: str | None = attrs.field(default=None, repr=False)
    order_id: str | None = None

    @property
    def next_page(self) -> str | None:
        """Where to send the shopper: the order's `redirect_url`, else its `public_order_url`."""
        return next_page(self.order)

    @property
    def instructions(self) -> PaymentInstructions | None:
        from .payments import read_payment

        return None if self.order is None else read_payment(self.order)


@attrs.frozen
class NotPlaced:
    """No order was made. Trying again is safe: `checkout.again()`."""

    attempt_id: str
    reason: NoOrder
    """`refused`: the service said no. `never_sent`: no connection came about. `not_found`: the answer was lost, and
    once the service was done with the request there was no trace of an order. `dismissed`: a person said so."""
    error: StorefrontError | None = None

    @property
    def retry_after(self) -> float | None:
        """Seconds that the service asked to wait, if it did."""
        return getattr(self.error, "retry_after", None)


@attrs.frozen
class Unknown:
    """It is not known whether the order exists. Do not order again: look again, `shop.checkout.resume(attempt_id)`."""

    attempt_id: str
    reason: str
    check_after: float | None = None
    """Seconds until another look will settle it; None when only a person can (e.g. the cart was changed meanwhile)."""
    error: StorefrontError | None = None


Outcome: TypeAlias = Placed | NotPlaced | Unknown


class Choices:
    """The choices of one checkout so far. A change drops what it invalidates: shipping options and choice, and quote.

    `needs_shipping` is False for a checkout known to be digital.
    """

    def __init__(self, *, items: Content | None, use_cart: bool, customer: bool, digital: bool) -> None:
        self.items = items
        self.use_cart = use_cart
        """The shopper's cart is ordered (without `items`), or cleared by the order (with them)."""
        self.customer = customer
        self.digital = digital
        self.needs_shipping = not digital
        self.options: tuple[object, ...] | None = None
        """The shipping options of the moment, once asked for."""
        self._options_for: Content | None = None
        self.quoted: Quote | None = None
        self._buyer: dict[str, Any] = {}
        self._destination: dict[str, Any] = {}
        self._address: dict[str, Any] = {}
        self._shipping: dict[str, Any] = {}
        self._payment: str | None = None
        self._pay_later = False
        self._discount: str | None = None
        self._more: dict[str, Any] = {}
        self._changes = 0
        """Counts the changes of what decides the amount: what was asked for before one is not an answer after it."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(missing={self.missing!r})"

    def set_items(
        self, items: Iterable[Item | CartLine | Mapping[str, Any]], *, clear_cart: bool | None = None
    ) -> None:
        """Order these instead. `clear_cart`: whether the order empties the cart as well; by default as `start` said."""
        content = content_of(items)
        self.use_cart = (self.use_cart and self.items is not None) if clear_cart is None else clear_cart
        self.items = content
        self._shipping_changed()

    def set_buyer(self, *, name: str, email: str, phone: str | None = None) -> None:
        """Who buys (guests only; a customer is known). `phone` up to 20 characters, e.g. `6281234567890`."""
        if self.customer:
            raise InvalidInput("the buyer is the signed-in customer: name and e-mail come from the account")
        buyer = {"customer_name": _words("name", name, 200), "customer_email": _email(email)}
        if phone is not None:
            buyer["customer_phone"] = _words("phone", phone, 20)
        self._buyer = buyer

    def deliver_to(
        self,
        *,
        location_id: int | str,
        postal_code: str,
        address: str,
        province: str | None = None,
        city: str | None = None,
        subdistrict: str | None = None,
    ) -> None:
        """Where to. `location_id` and `postal_code` come from `shop.locations`; the names only help whoever packs."""
        destination = {
            "location_id": whole("location_id", location_id),
            "postal_code": _words("postal_code", postal_code, 20),
        }
        written: dict[str, Any] = {"address": _words("address", address, 2000)}
        for name, value in zip(_NAMES, (province, city, subdistrict), strict=True):
            if value is not None:
                written[name] = _words(name, value, 200)
        self._deliver(destination, written)

    def deliver_to_saved(self, address: CustomerAddress | Mapping[str, Any]) -> None:
        """To an address of the customer's address book (`CustomerAddress`)."""
        if not self.customer:
            raise InvalidInput("saved addresses are for signed-in customers")
        where = {
            "location_id": whole("location_id", field(field(address, "location"), "id")),
            "postal_code": _words("postal_code", field(address, "postal_code"), 20),
        }
        self._deliver(where, {"address_id": identifier("address_id", field(address, "id"))})

    def ship_with(self, option: StorefrontShippingOption | Mapping[str, Any]) -> None:
        """Choose one of `shipping_options()` (`StorefrontShippingOption`, or a mapping with its three codes)."""
        chosen: dict[str, Any] = {
            "courier_service_id": whole("courier_service_id", field(option, "courier_service_id"))
        }
        for name in ("warehouse_unique_id", "courier_aggregator_code"):
            if (value := text(field(option, name))) is not None:
                chosen[name] = _words(name, value, 200)
        if self.options is not None and not has_service(self.options, chosen):
            raise InvalidInput("this is none of the shipping options of the moment: ask for them again")
        self._shipping = chosen
        self._amount_changed()

    def pay_with(self, method: str) -> None:
        """A method's code, one of `payment_methods()`."""
        if method == "no_payment":
            raise InvalidInput("the service refuses no_payment; for strict two-step checkouts use pay_later()")
        self._payment, self._pay_later = identifier("payment method", method), False
        self._shipping_changed()

    def pay_later(self) -> None:
        """Leave the method open: strict two-step stores take the order as `payment_link`."""
        self._payment, self._pay_later = None, True
        self._shipping_changed()

    def use_discount(self, code: str | None) -> None:
        """A discount code; None for none."""
        self._discount = None if code is None else _words("discount code", code, 100)
        self._amount_changed()

    def set_notes(self, notes: str | None) -> None:
        """A message to the store, up to 2,000 characters; None for none."""
        self._set("notes", None if notes is None else _words("notes", notes, 2000, lines=True))

    def _set_intent_token(self, token: str | None) -> None:
        self._set("checkout_intent_token", None if token is None else _words("intent token", token, 4096))

    @property
    def missing(self) -> tuple[str, ...]:
        """What `place()` still needs, in the order a shopper would give it; the quote comes last."""
        checks = (
            ("items", self.use_cart or bool(self.items)),
            ("buyer", self.customer or bool(self._buyer)),
            ("destination", not self.needs_shipping or bool(self._destination)),
            ("payment_method", self._pay_later or self._payment is not None),
            ("shipping_option", not self.needs_shipping or bool(self._shipping)),
            ("quote", self.quoted is not None),
        )
        return tuple(name for name, there in checks if not there)

    # What is sent, without the goods (`goods_body`): a copy, so that a choice made later is not in it.

    def _options_body(self) -> dict[str, Any]:
        """The body of the shipping options request."""
        body: dict[str, Any] = {}
        if self._destination:
            body |= self._destination if self.customer else {"destination": self._destination}
        return body | ({} if self._payment is None else {"payment_method": self._payment})

    def _summary_body(self) -> dict[str, Any]:
        """The body of the summary request: everything that decides the amount."""
        body = self._options_body() | self._shipping
        return body | ({} if self._discount is None else {"discount_code_code": self._discount})

    def _order_body(self) -> dict[str, Any]:
        body = self._buyer | self._more | self._shipping
        if self._destination:
            where = self._destination | self._address
            if self.customer:
                body |= {name: value for name, value in where.items() if name not in _NAMES}
            else:
                body |= {f"shipping_{name}": value for name, value in where.items()}
        if self._payment is not None:
            body["payment_method"] = self._payment
        return body | ({} if self._discount is None else {"discount_code_code": self._discount})

    def _copy_choices(self, other: Choices) -> None:
        """Take over everything that was chosen, but no quote."""
        for name in ("_buyer", "_destination", "_address", "_shipping", "_more"):
            setattr(self, name, dict(getattr(other, name)))
        self._payment, self._pay_later, self._discount = other._payment, other._pay_later, other._discount
        self.digital, self.needs_shipping = other.digital, other.needs_shipping
        self.options, self._options_for = other.options, other._options_for

    def _deliver(self, destination: dict[str, Any], written: dict[str, Any]) -> None:
        if destination != self._destination:
            self.digital = False
            self._shipping_changed()
        self._destination, self._address = destination, written

    def _shipping_changed(self) -> None:
        self.options, self._options_for, self._shipping = None, None, {}
        self.needs_shipping = not self.digital
        self._amount_changed()

    def _amount_changed(self) -> None:
        self.quoted = None
        self._changes += 1

    def _set(self, name: str, value: object) -> None:
        self._more.pop(name, None)
        if value is not None:
            self._more[name] = value


@attrs.frozen
class Asked:
    """Everything chosen at the moment of `place()`: a choice made while it is under way is not part of it."""

    quoted: Quote
    items: Content | None
    use_cart: bool
    summary: dict[str, Any] = attrs.field(repr=False)
    order: dict[str, Any] = attrs.field(repr=False)

    def purchase(self, scope: str) -> str:
        """A digest that tells one purchase of a scope from another."""
        order = sorted(part for part in self.order.items() if part[0] != "checkout_intent_token")
        return digest(self.items, *order, scope)


def goods_body(content: Content | None, cart_id: int | None) -> dict[str, Any]:
    """The part of a body that says what is bought."""
    body: dict[str, Any] = {} if cart_id is None else {"cart_id": cart_id}
    if content is not None:
        body["items"] = [{"type": kind, f"{kind}_id": number, "quantity": amount} for kind, number, amount in content]
    return body


def digest(*parts: object) -> str:
    """A short name for texts, numbers and tuples of them, the same in every process."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def has_service(options: Iterable[object], chosen: Mapping[str, object]) -> bool:
    """Whether the chosen shipping option is among these."""
    return any(_same_service(option, chosen) for option in options)


def _same_service(option: object, chosen: Mapping[str, object]) -> bool:
    return integer(field(option, "courier_service_id")) == chosen["courier_service_id"] and all(
        text(field(option, name)) == chosen.get(name) for name in ("warehouse_unique_id", "courier_aggregator_code")
    )


_NO_LINE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def _words(name: str, value: object, limit: int, *, lines: bool = False) -> str:
    """What a person typed: not empty, no control characters."""
    if not isinstance(value, str) or not value.strip() or len(value) > limit:
        raise InvalidInput(f"{name} must be a text of 1 to {limit} characters")
    if (_NO_TEXT if lines else _NO_LINE).search(value):
        raise InvalidInput(f"{name} holds a control character")
    return value


def _email(value: object) -> str:
    email = _words("email", value, 254)
    local, at, domain = email.rpartition("@")
    if not (local and at and domain) or email.split() != [email]:
        raise InvalidInput("email must be an e-mail address")
    return email
