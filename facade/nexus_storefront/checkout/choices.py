"""The choices of one checkout, and what is sent for them. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from .. import arguments
from ..answer_fields import field, integer, text
from ..arguments import Reads, email as read_email, given, identifier, opaque, phone as read_phone, prose, typed, whole
from ..cart.lines import CartLine, Item, content_of
from ..contents import Content, can_be_sent
from ..errors import InvalidInput
from ..signposts import Signposted
from ..stores.records import dump, load
from .outcomes import Quote

if TYPE_CHECKING:
    from nexus_commerce.models import CustomerAddress, StorefrontShippingOption

    from ..clock import Clock


_NAMES = ("province", "city", "subdistrict")
_SERVICE_CODES = ("warehouse_unique_id", "courier_aggregator_code")


Part: TypeAlias = Mapping[str, str | int]


def _only(*names: str) -> Callable[[object, object, Part], None]:
    """A validator: a part of a body has no other names than these."""

    def check(_: object, __: object, part: Part) -> None:
        if not part.keys() <= {*names}:
            raise ValueError("a choice of another name")

    return check


def _can_be_sent(_: object, __: object, items: Content | None) -> None:
    if items is not None and not can_be_sent(items):
        raise ValueError("items that no checkout takes")


@attrs.define(kw_only=True, eq=False, repr=False, slots=False, on_setattr=attrs.setters.NO_OP)
class Choices(Signposted):
    """The choices of one checkout so far. A change drops what it invalidates: shipping options and choice, and quote.

    `needs_shipping` is False for a checkout known to be digital.
    """

    items: Content | None = attrs.field(validator=_can_be_sent)
    use_cart: bool
    """The shopper's cart is ordered (without `items`), or cleared by the order (with them)."""
    customer: bool
    digital: bool
    needs_shipping: bool = attrs.field(default=attrs.Factory(lambda self: not self.digital, takes_self=True))
    _buyer: Mapping[str, str] = attrs.field(
        factory=dict, validator=_only("customer_name", "customer_email", "customer_phone")
    )
    _destination: Part = attrs.field(factory=dict, validator=_only("location_id", "postal_code"))
    _address: Part = attrs.field(factory=dict, validator=_only("address", "address_id", *_NAMES))
    _shipping: Part = attrs.field(factory=dict, validator=_only("courier_service_id", *_SERVICE_CODES))
    _payment: str | None = None
    _pay_later: bool = False
    _discount: str | None = None
    _notes: str | None = None
    # These are neither taken over by `again()` nor in the text of `dump()`.
    options: tuple[object, ...] | None = attrs.field(default=None, init=False)
    """The shipping options of the moment, once asked for."""
    _options_for: Content | None = attrs.field(default=None, init=False)
    quoted: Quote | None = attrs.field(default=None, init=False)
    _intent_token: str | None = attrs.field(default=None, init=False)
    _changes: int = attrs.field(default=0, init=False)
    """Counts the changes that affect the amount: an answer that was asked for before one is not used after it."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(missing={self.missing!r})"

    def set_items(
        self, items: Iterable[Item | CartLine | Mapping[str, Any]], *, clear_cart: bool | None = None
    ) -> None:
        """Order these items, 1 to 50, instead of what was chosen before. `clear_cart`: whether the order empties the
        cart as well; by default as `start` said. Raises `InvalidInput` for items that no checkout takes.
        """
        content = content_of(items)
        as_before = self.use_cart and self.items is not None
        self.use_cart = as_before if clear_cart is None else arguments.flag("clear_cart", clear_cart)
        self.items = content
        self._shipping_changed()

    def set_buyer(self, *, name: str, email: str, phone: str | None = None) -> None:
        """Set who buys: name, e-mail address, and phone of up to 20 characters, e.g. `6281234567890`. Raises
        `InvalidInput` for a signed-in customer, whose account has all that.
        """
        if self.customer:
            raise InvalidInput("the buyer is the signed-in customer: name and e-mail come from the account")
        buyer = {
            "customer_name": prose("name", name, limit=200),
            "customer_email": read_email("email", email, limit=254),
        }
        if phone is not None:
            buyer["customer_phone"] = read_phone("phone", phone)
        self._buyer = buyer

    def deliver_to(
        self,
        *,
        location_id: int | str,
        postal_code: str | None = None,
        address: str,
        province: str | None = None,
        city: str | None = None,
        subdistrict: str | None = None,
    ) -> None:
        """Set the address to deliver to. `location_id` and `postal_code` come from `shop.locations`; the names of the
        places are for the people who pack.

        A guest's destination needs its postal code (`InvalidInput` without), a signed-in customer's does not.
        """
        if postal_code is None and not self.customer:
            raise InvalidInput("postal_code must be given: a guest's destination needs it")
        names = {"province": province, "city": city, "subdistrict": subdistrict}
        self._deliver(
            {"location_id": whole("location_id", location_id), **given({"postal_code": postal_code}, _READS)},
            {"address": prose("address", address), **given(names, _READS)},
        )

    def deliver_to_saved(self, address: CustomerAddress | Mapping[str, Any]) -> None:
        """Deliver to an address of the signed-in customer's address book: one of `shop.checkout.my_addresses()`, or a
        mapping like one. Raises `InvalidInput` for a guest.
        """
        if not self.customer:
            raise InvalidInput("saved addresses are for signed-in customers")
        location = field(field(address, "location"), "id")
        if location is None:
            raise InvalidInput("address must be one of shop.checkout.my_addresses(), or a mapping like one")
        where = {
            "location_id": whole("location_id", location),
            **given({"postal_code": field(address, "postal_code") or None}, _READS),
        }
        self._deliver(where, {"address_id": identifier("address_id", field(address, "id"))})

    def ship_with(self, option: StorefrontShippingOption | Mapping[str, Any]) -> None:
        """Choose one of `shipping_options()` (`StorefrontShippingOption`, or a mapping with its three codes). Raises
        `InvalidInput` for one that is not among those asked for last.
        """
        service = field(option, "courier_service_id")
        if service is None:
            raise InvalidInput("option must be one of shipping_options(), or a mapping like one")
        codes = {name: text(field(option, name)) for name in _SERVICE_CODES}
        chosen = {"courier_service_id": whole("courier_service_id", service), **given(codes, _READS)}
        if self.options is not None and not has_service(self.options, chosen):
            raise InvalidInput("this is none of the shipping options of the moment: ask for them again")
        self._shipping = chosen
        self._amount_changed()

    def pay_with(self, method: str) -> None:
        """Choose a payment method by its code: one of `shop.checkout.payment_methods()` that is `enabled`. Drops the
        shipping options, which depend on it.
        """
        if method == "no_payment":
            raise InvalidInput("the service refuses no_payment; for strict two-step checkouts use pay_later()")
        self._payment, self._pay_later = identifier("payment method", method), False
        self._shipping_changed()

    def pay_later(self) -> None:
        """Leave the payment method open: strict two-step stores take the order as `payment_link`."""
        self._payment, self._pay_later = None, True
        self._shipping_changed()

    def use_discount(self, code: str | None) -> None:
        """Use a discount code, up to 100 characters; None for none. Whether it applies shows in the quote."""
        self._discount = None if code is None else typed("discount code", code, limit=100)
        self._amount_changed()

    def set_notes(self, notes: str | None) -> None:
        """Add a message to the store, up to 2,000 characters; None for none."""
        self._notes = None if notes is None else prose("notes", notes)

    def _set_intent_token(self, token: str | None) -> None:
        self._intent_token = None if token is None else opaque("intent token", token, limit=4096)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of what `place()` still needs, in the order a shopper would give it; the quote comes last."""
        checks = (
            ("items", self.use_cart or bool(self.items)),
            ("buyer", self.customer or bool(self._buyer)),
            ("destination", not self.needs_shipping or bool(self._destination)),
            ("payment_method", self._pay_later or self._payment is not None),
            ("shipping_option", not self.needs_shipping or bool(self._shipping)),
            ("quote", self.quoted is not None),
        )
        return tuple(name for name, there in checks if not there)

    # The bodies of requests, without the goods (`goods_body`): copies, which later choices do not change.

    def _options_body(self) -> dict[str, Any]:
        """The body of the shipping options request."""
        where = self._destination if self.customer or not self._destination else {"destination": self._destination}
        return {**where, **_given(payment_method=self._payment)}

    def _summary_body(self) -> dict[str, Any]:
        """The body of the summary request: everything that decides the amount."""
        return {**self._options_body(), **self._shipping, **_given(discount_code_code=self._discount)}

    def _order_body(self) -> dict[str, Any]:
        where = {**self._destination, **self._address}
        if self.customer:
            where = {name: value for name, value in where.items() if name not in _NAMES}
        else:
            where = {f"shipping_{name}": value for name, value in where.items()}
        more = _given(payment_method=self._payment, discount_code_code=self._discount, notes=self._notes)
        return {**self._buyer, **self._shipping, **where, **more, **_given(checkout_intent_token=self._intent_token)}

    def _deliver(self, destination: dict[str, Any], written: dict[str, Any]) -> None:
        moved = destination != self._destination
        self._destination, self._address = destination, written
        if moved:
            self.digital = False
            self._shipping_changed()

    def _shipping_changed(self) -> None:
        self.options, self._options_for, self._shipping = None, None, {}
        self.needs_shipping = not self.digital
        self._amount_changed()

    def _amount_changed(self) -> None:
        self.quoted = None
        self._changes += 1


def _given(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}


def has_service(options: Iterable[object], chosen: Mapping[str, object]) -> bool:
    """Whether the chosen shipping option is among these."""
    return any(
        integer(field(option, "courier_service_id")) == chosen["courier_service_id"]
        and all(text(field(option, name)) == chosen.get(name) for name in _SERVICE_CODES)
        for option in options
    )


_READS: Reads = {
    "postal_code": partial(typed, limit=20),
    **dict.fromkeys(_SERVICE_CODES, opaque),
    **dict.fromkeys(_NAMES, partial(prose, limit=200)),
}


# --- put away as a text


@attrs.frozen
class _KeptQuote:
    """The quote as it was shown, and when it was made."""

    content: Content
    request: Mapping[str, object]
    summary: Mapping[str, object]
    at: float
    """Epoch seconds."""


@attrs.frozen(kw_only=True)
class KeptCheckout:
    """Everything that was chosen, and the quote, as a text to be taken up again in another request, process or machine.

    It names the buyer and the address: keep it like the shopper's session. It holds no token.
    """

    store_id: str
    key: str | None = None
    attempt_id: str | None = None
    choices: Choices
    quote: _KeptQuote | None = None

    @classmethod
    def text_of(cls, choices: Choices, clock: Clock, store_id: str, key: str | None, attempt_id: str | None) -> str:
        made, quote = choices.quoted, None
        if made is not None:
            at = clock.time() - (clock.monotonic() - made.made_at)
            quote = _KeptQuote(made.content, made.request, made.summary.to_dict(), at)
        kept = cls(store_id=store_id, key=key, attempt_id=attempt_id, choices=choices, quote=quote)
        return json.dumps(dump(kept), separators=(",", ":"))

    def quoted(self, clock: Clock) -> Quote | None:
        from nexus_commerce.models import CustomerCheckoutSummaryResponse, StorefrontCheckoutSummaryResponse

        quote = self.quote
        if quote is None:
            return None
        summary = CustomerCheckoutSummaryResponse if self.choices.customer else StorefrontCheckoutSummaryResponse
        made_at = clock.monotonic() - max(0.0, clock.time() - quote.at)
        return Quote(quote.content, quote.request, made_at, summary.from_dict(quote.summary))


def read_checkout(text: object, store_id: str) -> KeptCheckout:
    """What `text_of` gave, for this store. Raises `InvalidInput` for anything else."""
    kept = load(KeptCheckout, text) if isinstance(text, str) else None
    if kept is None:
        raise InvalidInput("this is no checkout that dump() of this version gave")
    if kept.store_id != store_id:
        raise InvalidInput("this checkout was kept for another store")
    return kept
