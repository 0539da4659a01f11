"""What a webhook says, one class for each kind of payload: read tolerantly, and nothing of it lost. Pure.

Names and fields are those of the service's webhook pages; `data` has the payload as it came. A field that is absent,
null or of another shape is None, and an event of an unknown name is a plain `Webhook`.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from attrs import field, frozen

from ..answer_fields import boolean, field as read, integer, items_of, moment, text
from ..money import Money
from ..payments.state import PaymentState, code_of, payment_state

__all__ = [
    "DeletedEvent",
    "IntentEvent",
    "OrderEvent",
    "OrderLine",
    "PaymentEvent",
    "StatusEvent",
    "TestEvent",
    "Webhook",
    "typed",
]


@frozen
class Webhook:
    """One verified delivery. `data` holds persons, secret slugs and recovery links: it is in no repr."""

    event: str
    unique_id: str | None
    """The same on every delivery of this event; None only on older test events."""
    timestamp: datetime | None
    data: Mapping[str, Any] = field(repr=False)
    app_id: str | None = None
    """The app whose delivery it is (`X-Scalev-App-Id`)."""

    @property
    def about(self) -> str | None:
        """The order or intent that it is about; None for what is about neither."""
        return None

    @property
    def at(self) -> datetime | None:
        """How new the snapshot is."""
        return self.timestamp

    def newer_than(self, other: "Webhook") -> bool:
        """Whether this snapshot of an order was taken after the other one; times have whole seconds."""
        return self.at is not None and (other.at is None or self.at > other.at)


@frozen
class TestEvent(Webhook):
    """`business.test_event`: sent when webhooks are switched on."""

    __test__ = False  # for pytest


@frozen
class _OfOrder(Webhook):
    @property
    def id(self) -> str | None:
        """The order's own id; a number on old orders, as text."""
        return text(read(self.data, "id"))

    @property
    def order_id(self) -> str | None:
        """The number that people see, as `261120KXTWQA`."""
        return text(read(self.data, "order_id"))

    @property
    def about(self) -> str | None:
        return self.order_id or self.id

    @property
    def at(self) -> datetime | None:
        return moment(read(self.data, "last_updated_at")) or self.timestamp

    @property
    def is_from_payment_link(self) -> bool:
        return boolean(read(self.data, "is_from_payment_link")) is True


@frozen
class DeletedEvent(_OfOrder):
    """`order.deleted`."""


@frozen
class StatusEvent(_OfOrder):
    """`order.status_changed`. A status can go back, and a time that is set does not say that it still holds."""

    @property
    def status(self) -> str:
        """As a code; empty if none was sent."""
        return code_of(read(self.data, "status"))


@frozen
class PaymentEvent(_OfOrder):
    """`order.payment_status_changed`, `payment.received`, `payment.failed`: no lines, no amounts, no secret slug."""

    @property
    def payment_status(self) -> str:
        return code_of(read(self.data, "payment_status"))

    @property
    def payment(self) -> PaymentState:
        """By the rule that everything here goes by; times count only where no status was sent."""
        return payment_state(self.data)

    @property
    def payment_method(self) -> str | None:
        return text(read(self.data, "payment_method"))

    @property
    def is_spam(self) -> bool:
        return boolean(read(self.data, "is_probably_spam")) is True


@frozen
class OrderLine:
    """One line of an order."""

    variant_unique_id: str | None
    quantity: int
    product_name: str | None
    variant_sku: str | None
    variant_price: Money
    product_price: Money
    """Of the whole line."""
    raw: Mapping[str, Any] = field(repr=False)


@frozen
class OrderEvent(PaymentEvent, StatusEvent):
    """`order.created`, `order.spam_created`, `order.epayment_created`, `order.updated`: the whole order."""

    @property
    def secret_slug(self) -> str | None:
        """Opens the public order: a secret."""
        return text(read(self.data, "secret_slug"))

    @property
    def gross_revenue(self) -> Money:
        """What the buyer pays."""
        return Money.of(read(self.data, "gross_revenue"))

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

    @property
    def email(self) -> str | None:
        return self._contact("email")

    @property
    def phone(self) -> str | None:
        return self._contact("phone")

    def _contact(self, name: str) -> str | None:
        customer, address = read(self.data, "customer"), read(self.data, "destination_address")
        return text(read(customer, name)) or text(read(address, name))


@frozen
class IntentEvent(Webhook):
    """`checkout_intent.abandoned`, `checkout_intent.completed`. Says nothing of payment."""

    @property
    def id(self) -> str | None:
        return text(read(self.data, "id"))

    @property
    def about(self) -> str | None:
        return self.id

    @property
    def at(self) -> datetime | None:
        return moment(read(self.data, "occurred_at")) or self.timestamp

    @property
    def status(self) -> str:
        """At the time of the event: read the intent's present state before you act on it."""
        return code_of(read(self.data, "status"))

    @property
    def order_id(self) -> str | None:
        """Of the order that completed it."""
        return text(read(read(self.data, "order"), "order_id"))

    @property
    def secret_slug(self) -> str | None:
        return text(read(read(self.data, "order"), "secret_slug"))

    @property
    def email(self) -> str | None:
        return text(read(read(self.data, "customer"), "email"))

    @property
    def phone(self) -> str | None:
        return text(read(read(self.data, "customer"), "phone"))

    @property
    def contactable(self) -> bool:
        return boolean(read(self.data, "contactable")) is True

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


def typed(
    event: str, unique_id: str | None, timestamp: object, data: Mapping[str, Any], app_id: str | None = None
) -> Webhook:
    """An envelope's content as the class of its event."""
    return _CLASSES.get(event, Webhook)(event, unique_id, moment(timestamp), data, app_id)
