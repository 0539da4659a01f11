"""The messages of webhooks, a class for each kind of payload: read tolerantly, and nothing of it lost. Pure.

Names and fields are those of the service's webhook pages; `data` has the payload as it came. A field that is absent,
null or of another shape is None, and an event of an unknown name is a plain `Webhook`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import reduce
from typing import Any, ClassVar, TypeVar, cast

from attrs import field, frozen

from ..answer_fields import boolean, field as read, integer, items_of, moment, text
from ..money import Money
from ..payments.state import PaymentState, code_of, payment_state

T = TypeVar("T")


def _from_data(reads: Callable[[object], T], *paths: str) -> T:
    """A property that `reads` what is at a path in `data`, at the first of several where there is anything."""
    place, *others = [path.split(".") for path in paths]

    def value(webhook: Webhook) -> T:
        found = reads(reduce(read, place, cast("object", webhook.data)))
        for other in others:
            found = found or reads(reduce(read, other, cast("object", webhook.data)))
        return found

    return property(value)  # type: ignore[return-value]


def _yes(value: object) -> bool:
    return boolean(value) is True


@frozen
class Webhook:
    """One verified delivery. `data` holds persons, secret slugs and recovery links: it is in no repr."""

    event: str
    """Its name, e.g. `order.created`."""
    unique_id: str | None
    """The same on every delivery of this event; None only on older test events."""
    timestamp: datetime | None
    """When the service made it."""
    data: Mapping[str, Any] = field(repr=False)
    """The whole payload as it came; amounts are exact."""
    app_id: str | None = None
    """The app whose delivery it is (`X-Scalev-App-Id`)."""

    _subject: ClassVar[str | None] = None
    _made: ClassVar[datetime | None] = None

    def __str__(self) -> str:
        about, at = f" of {self.about}" if self.about else "", f" at {self.at:%Y-%m-%d %H:%M:%S %Z}" if self.at else ""
        return f"{self.event}{about}{at}"

    @property
    def about(self) -> str | None:
        """The order or intent that it is about; None for what is about neither."""
        return self._subject

    @property
    def at(self) -> datetime | None:
        """How new the snapshot is."""
        return self._made or self.timestamp

    def newer_than(self, other: "Webhook") -> bool:
        """Whether this snapshot of an order was taken after the other one; times have whole seconds."""
        return self.at is not None and (other.at is None or self.at > other.at)


@frozen
class TestEvent(Webhook):
    """`business.test_event`: sent when webhooks are switched on."""

    __test__ = False  # for pytest


@frozen
class _OfOrder(Webhook):
    id = _from_data(text, "id")
    """The order's own id; a number on old orders, as text."""

    order_id = _from_data(text, "order_id")
    """The number that people see, as `261120KXTWQA`."""

    is_from_payment_link = _from_data(_yes, "is_from_payment_link")
    _subject = _from_data(text, "order_id", "id")
    _made = _from_data(moment, "last_updated_at")


@frozen
class DeletedEvent(_OfOrder):
    """`order.deleted`."""


@frozen
class StatusEvent(_OfOrder):
    """`order.status_changed`. A status can go back, and a time that is set does not say that it still holds."""

    status = _from_data(code_of, "status")
    """The status as a code; empty if none was sent."""


@frozen
class PaymentEvent(_OfOrder):
    """`order.payment_status_changed`, `payment.received`, `payment.failed`: no lines, no amounts, no secret slug."""

    payment_status = _from_data(code_of, "payment_status")
    payment_method = _from_data(text, "payment_method")
    is_spam = _from_data(_yes, "is_probably_spam")

    @property
    def payment(self) -> PaymentState:
        """Whether the order is paid, by `payment_state`; times count only where no status was sent."""
        return payment_state(self.data)


@frozen
class OrderLine:
    """One line of an order."""

    variant_unique_id: str | None
    quantity: int
    product_name: str | None
    variant_sku: str | None
    variant_price: Money
    product_price: Money
    """The price of the whole line."""
    raw: Mapping[str, Any] = field(repr=False)


@frozen
class OrderEvent(PaymentEvent, StatusEvent):
    """`order.created`, `order.spam_created`, `order.epayment_created`, `order.updated`: the whole order."""

    secret_slug = _from_data(text, "secret_slug")
    """Opens the public order: a secret."""

    gross_revenue = _from_data(Money.of, "gross_revenue")
    """The total that the buyer pays."""

    email = _from_data(text, "customer.email", "destination_address.email")
    phone = _from_data(text, "customer.phone", "destination_address.phone")

    @property
    def lines(self) -> tuple[OrderLine, ...]:
        return tuple(
            OrderLine(
                text(read(line, "variant_unique_id")),
                integer(read(line, "quantity")) or 0,
                text(read(line, "product_name")),
                text(read(line, "variant_sku")),
                Money.of(read(line, "variant_price")),
                Money.of(read(line, "product_price")),
                line,
            )
            for line in items_of(read(self.data, "orderlines"))
            if isinstance(line, dict)
        )


@frozen
class IntentEvent(Webhook):
    """`checkout_intent.abandoned`, `checkout_intent.completed`. Says nothing of payment."""

    id = _subject = _from_data(text, "id")
    _made = _from_data(moment, "occurred_at")
    status = _from_data(code_of, "status")
    """At the time of the event: read the intent's present state before you act on it."""

    order_id = _from_data(text, "order.order_id")
    """The number of the order that completed the intent."""

    secret_slug = _from_data(text, "order.secret_slug")
    email = _from_data(text, "customer.email")
    phone = _from_data(text, "customer.phone")
    contactable = _from_data(_yes, "contactable")

    def recovery_url(self, present: object, now: datetime) -> str | None:
        """The link that brings the shopper back, private to them; None if it may not be used any more.

        `present` is the intent as it is by now (getCheckoutIntent, with a business credential): this event may come
        after the shopper has bought, and does not know it. A link counts while the intent is active or abandoned, and
        until it runs out.
        """
        ends = moment(read(present, "recovery_url_expires_at"))
        if text(read(present, "id")) != self.id or code_of(read(present, "status")) not in ("active", "abandoned"):
            return None
        return None if ends is not None and ends <= now else text(read(present, "recovery_url"))


_CLASSES: Mapping[str, type[Webhook]] = {
    "business.test_event": TestEvent,
    "order.created": OrderEvent,
    "order.spam_created": OrderEvent,
    "order.epayment_created": OrderEvent,
    "order.updated": OrderEvent,
    "order.deleted": DeletedEvent,
    "order.status_changed": StatusEvent,
    "order.payment_status_changed": PaymentEvent,
    "payment.received": PaymentEvent,
    "payment.failed": PaymentEvent,
    "checkout_intent.abandoned": IntentEvent,
    "checkout_intent.completed": IntentEvent,
}


def webhook_of(
    event: str, unique_id: str | None, timestamp: object, data: Mapping[str, Any], app_id: str | None = None
) -> Webhook:
    """An envelope's content as the class of its event."""
    return _CLASSES.get(event, Webhook)(event, unique_id, moment(timestamp), data, app_id)
