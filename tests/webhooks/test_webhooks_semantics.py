"""What webhooks say together: any of them, in any order, over restarts, and with less in them than the pages show."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from nexus_storefront.money import Money
from nexus_storefront.payments.state import code_of
from nexus_storefront.webhooks import (
    Inbox,
    IntentEvent,
    OrderSeen,
    PaymentEvent,
    Receiver,
    StatusEvent,
    Webhook,
    WebhookWorker,
    verify,
)
from webhook_deliveries import SECRET, envelope, intent, order, payment, signed, stamp, status


class Shop:
    """One file, and what was fulfilled; each look at it is a process of its own."""

    def __init__(self, path: Path, clock: Any) -> None:
        self.path = path
        self.clock = clock
        self.told: list[tuple[str, str | None]] = []
        self.fulfilled: list[tuple[str, Money]] = []

    def handle(self, webhook: Webhook, seen: OrderSeen | None) -> None:
        self.told.append((webhook.event, seen and seen.status))
        if seen is not None and seen.newly_paid and seen.snapshot is not None:
            self.fulfilled.append((seen.order_id, seen.snapshot.gross_revenue))

    def take(self, *bodies: bytes) -> None:
        inbox = Inbox(self.path, clock=self.clock)
        for body in bodies:
            assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 200
        inbox.close()

    def work(self, handle: Callable[[Webhook, OrderSeen | None], object] | None = None) -> None:
        inbox = Inbox(self.path, clock=self.clock)
        WebhookWorker(inbox, handle or self.handle).flush()
        inbox.close()
        self.clock.passed += 31

    def dead(self) -> list[str]:
        inbox = Inbox(self.path, clock=self.clock)
        found = [letter.reason for letter in inbox.dead_letters("business")]
        inbox.close()
        return found

    def order(self, number: str = "A1") -> OrderSeen:
        inbox = Inbox(self.path, clock=self.clock)
        found = inbox.order(number)
        inbox.close()
        assert found is not None
        return found


@pytest.fixture
def shop(tmp_path: Path, clock: Any) -> Shop:
    return Shop(tmp_path / "inbox", clock)


def test_the_amount_of_a_payment_is_that_of_the_newest_order(shop: Shop) -> None:
    """A payment link's total rises when its method is chosen; the payment itself has no amount."""
    shop.take(envelope("order.created", order()))
    shop.work()
    shop.take(envelope("payment.received", payment(at=5)), envelope("order.updated", order(at=4, gross_revenue="320")))
    shop.work()
    assert shop.fulfilled == [("A1", Money(320))]
    shop.take(envelope("order.updated", order(at=9, gross_revenue="999", payment="paid")))  # changed after it was paid
    shop.work()
    assert shop.fulfilled == [("A1", Money(320))]
    assert shop.order().data["gross_revenue"] == "999"


def test_a_payment_that_comes_first_waits_over_restarts(shop: Shop) -> None:
    shop.take(envelope("payment.received", payment(at=2)))
    for _ in range(3):
        shop.work()
    assert shop.told == []
    shop.take(envelope("order.created", order()))
    shop.work()
    assert [event for event, _ in shop.told] == ["order.created", "payment.received"]
    assert shop.fulfilled == [("A1", Money(318724))]


def without(name: str, data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != name}


def test_an_order_that_is_only_named_by_its_id(shop: Shop) -> None:
    shop.take(envelope("payment.received", without("order_id", payment())))
    shop.work()
    shop.take(envelope("order.created", without("order_id", order())))
    shop.work()
    assert shop.fulfilled == [("019d-A1", Money(318724))]


def test_a_payment_named_by_another_name_than_its_order_is_no_guess(shop: Shop) -> None:
    shop.take(envelope("order.created", order()), envelope("payment.received", without("order_id", payment())))
    shop.work()
    shop.clock.passed += 7 * 3600
    shop.work()
    assert shop.fulfilled == []
    assert shop.dead() == ["refused: its order never came"]


@pytest.mark.parametrize("payment_at", [1, 5])
def test_held_for_spam_and_then_cleared(shop: Shop, payment_at: int) -> None:
    shop.take(envelope("order.spam_created", order(is_probably_spam=True)))
    shop.take(envelope("payment.received", payment(at=payment_at, is_probably_spam=True)))
    shop.work()
    assert shop.fulfilled == []
    shop.take(envelope("order.updated", order(at=9, payment="paid", is_probably_spam=False)))
    shop.work()
    assert shop.fulfilled == [("A1", Money(318724))]
    shop.take(envelope("order.updated", order(at=12, payment="paid", is_probably_spam=True)))
    shop.work()
    assert (shop.order().is_spam, shop.order().fulfilled) == (True, True)


def test_deleted_stays_deleted_whatever_comes_after(shop: Shop) -> None:
    shop.take(envelope("order.created", order()))
    shop.take(envelope("order.deleted", {"order_id": "A1", "last_updated_at": stamp(5)}))
    shop.work()
    shop.take(envelope("order.updated", order(at=9, status="confirmed")))
    shop.work()
    known = shop.order()
    assert (known.deleted, known.status) == (True, "confirmed")


NEWER = order(at=9, status="shipped", payment="settled", notes="newer", is_probably_spam=False)
OLDER: dict[str, dict[str, Any]] = {
    "order.created": order(at=1, notes="older"),
    "order.spam_created": order(at=1, is_probably_spam=True),
    "order.epayment_created": order(at=1, payment_method="va_bca"),
    "order.updated": order(at=1, status="draft"),
    "order.status_changed": status(at=1, value="canceled"),
    "order.payment_status_changed": payment(at=1, status="unpaid"),
    "payment.received": payment(at=1, status="paid"),
    "payment.failed": payment(at=1, status="conflict", is_probably_spam=True),
}


@pytest.mark.parametrize("event", OLDER)
def test_what_is_older_undoes_nothing(shop: Shop, event: str) -> None:
    shop.take(envelope("order.updated", NEWER))
    shop.work()
    stale: list[bool] = []
    shop.take(envelope(event, OLDER[event]))
    shop.work(lambda webhook, seen: stale.append(seen is not None and seen.stale))
    known = shop.order()
    assert known.snapshot is not None
    assert (known.data, known.status, known.payment_status, known.is_spam) == (NEWER, "shipped", "settled", False)
    assert stale == [True]


def test_what_is_of_the_same_second_is_not_older(shop: Shop) -> None:
    stale: list[bool] = []
    for name in ("event_1", "event_2"):
        shop.take(envelope("order.updated", NEWER, name))
        shop.work(lambda webhook, seen: stale.append(seen is not None and seen.stale))
    assert stale == [False, False]


@pytest.mark.parametrize("late", [True, False])
def test_an_intent_that_is_abandoned_and_completed_gives_no_link(shop: Shop, late: bool) -> None:
    """The abandoned event may come after the shopper has bought, and does not know it."""
    abandoned = envelope("checkout_intent.abandoned", intent())
    completed = envelope(
        "checkout_intent.completed", intent(status="completed", order={"order_id": "A1"}, occurred_at=stamp(9))
    )
    present = {**intent(), "status": "completed", "recovery_url": None}
    links: list[str | None] = []

    def write(webhook: Webhook, seen: OrderSeen | None) -> None:
        assert isinstance(webhook, IntentEvent)
        assert seen is None
        shop.told.append((webhook.event, webhook.order_id))
        links.append(webhook.recovery_url(present, datetime(2026, 11, 21, tzinfo=UTC)))

    shop.take(*((completed, abandoned) if late else (abandoned, completed)))
    shop.work(write)
    # both there: the older one goes first
    assert shop.told == [("checkout_intent.abandoned", None), ("checkout_intent.completed", "A1")]
    assert links == [None, None]


# --- any webhooks at all, in any order

_times = st.integers(0, 2)
_spam = st.sampled_from([{}, {"is_probably_spam": True}, {"is_probably_spam": False}, {"is_probably_spam": None}])
_statuses = st.sampled_from(["pending", "shipped", "canceled", "of the future", ""])
_payments = st.sampled_from(["unpaid", "paid", "settled", "refunded", ""])
_amounts = st.sampled_from([{}, {"gross_revenue": 2.5}, {"gross_revenue": None}])


def _whole(event: str, at: int, value: str, paid: str, spam: Any, amount: Any) -> tuple[str, Any]:
    return event, order(at=at, status=value, payment=paid) | spam | amount


def _paid(event: str, at: int, paid: str, spam: Any) -> tuple[str, Any]:
    return event, payment(at=at, status=paid) | spam


_webhooks = st.one_of(
    st.builds(
        _whole,
        st.sampled_from(["order.created", "order.spam_created", "order.epayment_created", "order.updated"]),
        *(_times, _statuses, _payments, _spam, _amounts),
    ),
    st.builds(
        _paid,
        st.sampled_from(["order.payment_status_changed", "payment.received", "payment.failed"]),
        *(_times, _payments, _spam),
    ),
    st.builds(lambda at, value: ("order.status_changed", status(at=at, value=value)), _times, _statuses),
    st.builds(lambda at: ("order.deleted", {"order_id": "A1", "last_updated_at": stamp(at)}), _times),
    st.builds(lambda at: ("order.archived", {"order_id": "A1", "last_updated_at": stamp(at)}), _times),
    st.builds(lambda paid: ("payment.received", {"order_id": "A1", "payment_status": paid}), _payments),
)


def told(event: str, data: Any, number: int) -> Webhook:
    body = envelope(event, data, f"event_{number}", timestamp=stamp(number))
    return verify(body, signed(body), SECRET)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    st.lists(_webhooks, min_size=1, max_size=7).flatmap(
        lambda happened: st.tuples(
            st.just([told(*said, number) for number, said in enumerate(happened)]),
            *([st.permutations(range(len(happened)))] * 2),
        )
    ),
    st.integers(0, 2**14 - 1),
)
def test_what_is_known_in_the_end_is_the_same_for_every_order_of_arrival(
    happened: tuple[list[Webhook], list[int], list[int]], restarts: int
) -> None:
    """With copies and restarts; and it is the newest of what was told."""
    webhooks, *orders = happened
    ends = []
    for arrivals in orders:
        known = OrderSeen("A1")
        for place, number in enumerate(arrivals + arrivals[:2]):
            known = known.after(webhooks[number])
            if restarts >> place & 1:  # another process goes on
                known = OrderSeen.load("A1", known.dump(), fulfilled=False)
        ends.append(known.dump())
    assert ends[0] == ends[1]
    for mark, kinds, name in (
        (known.status_mark, StatusEvent, "status"),
        (known.payment_mark, PaymentEvent, "payment_status"),
    ):
        values = [(each.at, each.data[name]) for each in webhooks if isinstance(each, kinds) and each.data[name]]
        newest = max((at for at, _ in values if at), default=None)
        assert mark[0] == (newest.timestamp() if newest else 0.0)
        assert not values or mark[1] in {code_of(value) for at, value in values if at == newest}


def test_two_webhooks_that_say_the_same_end_the_same() -> None:
    first, second = told("order.created", order(), 1), told("order.updated", order(), 2)
    ends = {OrderSeen("A1").after(one).after(other).dump() for one, other in ((first, second), (second, first))}
    assert len(ends) == 1
