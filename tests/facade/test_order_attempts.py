"""The journal's record, and what may be concluded from what the witnesses say."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st
from nexus_commerce.models import GuestCart
from nexus_storefront.cart.lines import read_cart
from nexus_storefront.checkout.verdict import Look, answered, judge, newest_of, order_ids
from nexus_storefront.errors import ConnectionFailed, DecodeError, StorefrontError, Timeout
from nexus_storefront.money import Breakdown
from nexus_storefront.order_journal.attempt import OrderAttempt, amounts_of
from nexus_storefront.transport.judge import error_for

HELD = (("variant", 7, 2),)
GUEST = OrderAttempt(
    id="a", until=0.0, purchase="p", token="t", held=HELD, ordered=HELD, quoted={"gross_revenue": "1000"}
)
CUSTOMER = OrderAttempt(
    id="b",
    until=0.0,
    purchase="p",
    account="x",
    ordered=HELD,
    orders=("old",),
    newest=1_000_000.0,
    quoted={"gross_revenue": "1000"},
)


def order(name: str, lines: Any = ((7, 2),), total: Any = "1000.00", made: Any = "2026-01-01T00:00:00Z") -> Any:
    found = [{"variant": variant, "quantity": amount} for variant, amount in lines]
    return {"id": name, "orderlines": found, "gross_revenue": total, "created_at": made}


def test_an_attempt_of_several_tries_is_read() -> None:
    kept = json.loads(GUEST.to_bytes()) | {"phase": "not_placed", "reason": "not_found", "tries": 2, "after": "a"}
    lost = attrs.evolve(GUEST, phase="not_placed", reason="not_found")
    for older in (kept, kept | {"phase": "preparing"}, kept | {"phase": "preparing", "tries": 0, "renewed": True}):
        assert OrderAttempt.from_bytes(json.dumps(older).encode()) == lost


def test_an_attempt_of_the_first_form_is_read() -> None:
    kept = {"v": 1} | json.loads(GUEST.to_bytes())  # without a phase, as there was none before sending
    assert OrderAttempt.from_bytes(json.dumps(kept).encode()) == attrs.evolve(GUEST, phase="sending")
    kept = {"v": 1, "phase": "placed"} | kept
    assert OrderAttempt.from_bytes(json.dumps(kept).encode()) == attrs.evolve(GUEST, phase="placed")


def test_a_guests_cart_tells() -> None:
    assert judge(GUEST, Look(())).conclusion == "emptied"
    assert judge(GUEST, Look(HELD)).conclusion == "untouched"
    assert judge(GUEST, Look((("variant", 7, 1),))).conclusion == "changed"
    assert judge(GUEST, Look(None)).conclusion == "blind"
    assert judge(attrs.evolve(GUEST, held=()), Look(())).conclusion == "blind"


def test_an_untouched_cart_says_nothing_where_emptying_it_is_not_documented() -> None:
    from_cart = attrs.evolve(GUEST, clears=False, ordered=None)
    assert judge(from_cart, Look(HELD)).conclusion == "unclear"
    assert judge(from_cart, Look(())).conclusion == "emptied"


def test_the_orders_of_a_customer_tell() -> None:
    old, mine, other = order("old"), order("new"), order("new2", ((8, 1),), "5")
    assert judge(CUSTOMER, Look(None, [mine, old])).order is mine
    assert judge(CUSTOMER, Look(None, [other, mine, old])).order is mine
    assert judge(CUSTOMER, Look(None, [old])).conclusion == "untouched"
    assert judge(CUSTOMER, Look(None, [other, old])).conclusion == "untouched"
    assert judge(CUSTOMER, Look(None, [other], complete=False)).conclusion == "blind"
    assert judge(CUSTOMER, Look(None, [mine, order("twin"), old])).conclusion == "ambiguous"
    assert judge(CUSTOMER, Look(None, None)).conclusion == "blind"
    assert judge(attrs.evolve(CUSTOMER, orders=None), Look(None, [mine])).conclusion == "blind"


def test_an_order_of_more_than_was_asked_for_may_be_this_one() -> None:
    """Something may have been added to it since: taken for no order, it would be made a second time."""
    for lines in (((7, 2), (9, 1)), ((7, 3),)):
        assert judge(CUSTOMER, Look(None, [order("new", lines), order("old")])).conclusion == "ambiguous"
    for lines in (((7, 1), (9, 1)), ((9, 2),)):
        assert judge(CUSTOMER, Look(None, [order("new", lines), order("old")])).conclusion == "untouched"
    emptied = attrs.evolve(CUSTOMER, cart_id=1, held=HELD)
    assert judge(emptied, Look((), [order("new", ((7, 2), (9, 1))), order("old")])).conclusion == "order"


def test_an_intent_tells_before_all_else() -> None:
    done, still_open = {"intent_completed": True}, {"intent_completed": False}
    for cart in ((), HELD, None):
        assert judge(GUEST, Look(cart, **done)).conclusion == "completed"
    old, mine, alike = order("old"), order("new"), order("new2")
    assert judge(CUSTOMER, Look(None, [mine, old], **done)).order is mine
    assert judge(CUSTOMER, Look(None, [mine, alike, old], **done)).conclusion == "completed"
    assert judge(CUSTOMER, Look(None, [old], **done)).conclusion == "completed"
    # An order would have completed it: what looks like one is another's.
    assert judge(GUEST, Look((), **still_open)).conclusion == "ambiguous"
    assert judge(CUSTOMER, Look(None, [mine, old], **still_open)).conclusion == "ambiguous"
    for attempt, seen in ((GUEST, Look(HELD, **still_open)), (CUSTOMER, Look(None, [old], **still_open))):
        assert judge(attempt, seen).conclusion == "untouched"


def test_an_older_order_that_comes_up_in_the_list_is_not_this_one() -> None:
    early = order("unseen", made="1970-01-02T00:00:00Z")
    assert judge(CUSTOMER, Look(None, [early, order("old")])).conclusion == "untouched"
    assert judge(CUSTOMER, Look(None, [order("n", made=None), order("old")])).conclusion == "order"
    of_that_second = order("new", made="1970-01-12T13:46:40Z")
    assert judge(CUSTOMER, Look(None, [of_that_second, order("old")])).order is of_that_second


def test_bundles_are_recognised_by_the_amount() -> None:
    bundle = attrs.evolve(CUSTOMER, ordered=(("bundle_price_option", 9, 1),))
    assert judge(bundle, Look(None, [order("new", ((70, 1), (71, 1)))])).conclusion == "order"
    assert judge(bundle, Look(None, [order("new", ((70, 1),), "999")])).conclusion == "ambiguous"
    unreadable = order("new") | {"orderlines": [{"variant": None, "quantity": 1}], "gross_revenue": "999"}
    assert judge(CUSTOMER, Look(None, [unreadable])).conclusion == "ambiguous"
    for quantity in (None, "many", {}):
        line = {"variant": 7, "quantity": quantity}
        assert judge(CUSTOMER, Look(None, [unreadable | {"orderlines": [line]}])).conclusion == "ambiguous"
    # With the cart emptied as well, the one new order is it, whatever it costs by now.
    both = attrs.evolve(bundle, cart_id=1, held=HELD)
    assert judge(both, Look((), [order("new", ((70, 1),), "999")])).conclusion == "order"


def test_witnesses_that_disagree_are_ambiguous() -> None:
    both = attrs.evolve(CUSTOMER, cart_id=1, held=HELD)
    assert judge(both, Look((), [order("old")])).conclusion == "ambiguous"
    assert judge(both, Look((), None)).conclusion == "emptied"
    assert judge(both, Look((), [order("other", ((8, 1),))], complete=False)).conclusion == "emptied"
    assert judge(both, Look(HELD, None)).conclusion == "untouched"
    # Another device changed the cart; the list still tells that there is no order.
    assert judge(both, Look((("variant", 8, 1),), [order("old")])).conclusion == "untouched"


@pytest.mark.parametrize(
    ("status", "body", "over"),
    [
        *[(status, b'{"error": "x"}', True) for status in (500, 501)],
        *[(status, b'{"error": "x"}', False) for status in (301, 302, 307, 408, 421, 425, 499, 502, 503, 504, 520)],
        # Of something in front of the service: it may still be at work.
        *[(500, body, False) for body in (b"<html>", b"", b"[]", b'{"message": "proxy"}')],
    ],
)
def test_the_service_itself_ends_a_request_with_an_error_of_its_own(status: int, body: bytes, over: bool) -> None:
    made = error_for(status, {}, body, operation_id="createPublicCheckout", changes_something=True)
    assert made.effect == "may_have_taken_effect"
    assert answered(made) is over


@pytest.mark.parametrize("error", [ConnectionFailed("x"), Timeout("x"), DecodeError("x", status=500)])
def test_what_has_no_answer_was_not_ended_by_the_service(error: StorefrontError) -> None:
    assert not answered(error)


content = st.lists(st.tuples(st.sampled_from(("variant", "bundle_price_option")), st.integers(1), st.integers(1, 100)))


@given(
    held=content, ordered=st.none() | content, orders=st.none() | st.lists(st.text(max_size=9)), answered=st.booleans()
)
def test_an_attempt_survives_the_journal(held: Any, ordered: Any, orders: Any, answered: bool) -> None:
    attempt = attrs.evolve(
        GUEST,
        held=tuple(held),
        ordered=None if ordered is None else tuple(ordered),
        orders=None if orders is None else tuple(orders),
        answered=answered,
    )
    assert OrderAttempt.from_bytes(attempt.to_bytes()) == attempt


@pytest.mark.parametrize(
    ("ended", "kept"),
    [
        (lambda attempt: attempt.placed("cart", None), False),
        (lambda attempt: attempt.not_placed("refused"), False),
        (lambda attempt: attempt.not_placed("never_sent"), False),
        (lambda attempt: attempt.not_placed("not_found"), True),
        (lambda attempt: attempt.not_placed("dismissed"), True),
    ],
)
def test_tokens_are_kept_until_it_is_certain_how_an_attempt_ended(ended: Any, kept: bool) -> None:
    end = ended(attrs.evolve(GUEST, intent_token="cit_1"))
    assert [token is not None for token in (end.token, end.intent_token)] == [kept, kept]


WRITTEN = json.loads(CUSTOMER.to_bytes())


@pytest.mark.parametrize("value", [b"", b"[]", b"{}", b"7", b'{"v": 3}', b'{"v": 2}', b"[" * 100_000, b"\xff"])
def test_what_is_no_attempt_is_none(value: bytes) -> None:
    assert OrderAttempt.from_bytes(value) is None


@pytest.mark.parametrize(
    "damage",
    [
        {"until": "soon"},
        {"until": 10**400},
        {"phase": "lost"},
        {"id": 7},
        {"held": [["variant", 1]]},
        {"held": [["variant", 1, True]]},
        {"held": {}},
        {"orders": "old"},
        {"orders": [7]},
        {"newest": None, "cart_id": "7"},
        {"quoted": {"gross_revenue": [1]}},
        {"quoted": []},
        {"spoiled": 1},
        {"surprise": None},
        {"v": 3},
    ],
)
def test_an_attempt_with_a_value_of_another_type_is_none(damage: dict[str, Any]) -> None:
    assert OrderAttempt.from_bytes(json.dumps(WRITTEN).encode()) == CUSTOMER
    assert OrderAttempt.from_bytes(json.dumps(WRITTEN | damage).encode()) is None


def test_a_repr_shows_no_token_and_no_slug() -> None:
    assert "SECRET" not in repr(attrs.evolve(GUEST, token="SECRET", secret_slug="SECRET"))


def test_amounts_go_into_the_journal_and_come_back() -> None:
    summary = {"product_price": "100.00", "service_fee": 1.5, "shipping_cost": None, "gross_revenue": 1015, "name": "x"}
    kept = OrderAttempt.from_bytes(attrs.evolve(GUEST, quoted=amounts_of(summary)).to_bytes())
    assert kept is not None
    assert kept.quoted == {"product_price": "100.00", "service_fee": 1.5, "gross_revenue": 1015}
    assert kept.breakdown == Breakdown.of(summary)
    assert amounts_of({"gross_revenue": "9" * 65, "product_price": [1]}) == {}


def test_what_is_remembered_of_the_orders() -> None:
    orders = [order("1"), order("2", made="2026-02-01T00:00:00Z"), {"order_id": "3"}, {}]
    assert order_ids(orders) == ("1", "2", "3", "")
    assert newest_of(orders) == 1769904000.0
    assert newest_of([]) is None


def variant(**more: Any) -> dict[str, Any]:
    return {"id": 1, "type": "variant", "variant_id": 7, "quantity": 2} | more


@pytest.mark.parametrize(
    ("cart", "read"),
    [
        ({"items": []}, ()),
        ({"items": [], "item_count": 0}, ()),
        ({"items": [variant()], "item_count": None}, HELD),
        ({"items": [variant(quantity="2", variant_id="7")]}, HELD),
        ({"items": [variant(quantity=1), variant(quantity=1)]}, HELD),
        ({"items": [{"type": "gift_card", "id": 5, "quantity": 1}]}, (("gift_card", 5, 1),)),
        ({"items": [variant(quantity=1000)]}, (("variant", 7, 1000),)),
        ({}, None),
        ({"items": None}, None),
        ({"items": {}}, None),
        ({"items": [], "item_count": 2}, None),
        ({"items": [variant(quantity=None)]}, None),
        ({"items": [variant(variant_id=None)]}, None),
        ({"items": [variant(type=None)]}, None),
        ({"items": [7]}, None),
    ],
)
def test_a_cart_is_only_empty_when_it_says_so(cart: Any, read: Any) -> None:
    assert read_cart(GuestCart.from_dict(cart), "guest").content == read


@pytest.mark.parametrize("odd", [True, float("inf"), float("nan"), 10**80, None, [], {"a": 1}, "x" * 70, 12, 1.5, "7"])
def test_what_an_attempt_keeps_of_a_summary_can_be_read_again(odd: Any) -> None:
    """An entry that it could not read itself would be damaged, and an order that may exist never settled."""
    attempt = attrs.evolve(GUEST, quoted=amounts_of({"gross_revenue": "1000", "service_fee": odd}))
    assert OrderAttempt.from_bytes(attempt.to_bytes()) == attempt
    assert ("service_fee" in attempt.quoted) == (odd in (12, 1.5, "7"))
