"""The exact rupiah type and the parts of an amount."""

from __future__ import annotations

import copy
import json
import pickle
from decimal import Decimal, Inexact, Rounded, localcontext
from enum import Enum
from typing import Any, cast

import pytest
from hypothesis import given, strategies as st
from nexus_storefront.errors import InvalidInput
from nexus_storefront.events.attribution import _millis
from nexus_storefront.money import Breakdown, Money, UnknownAmount


@pytest.mark.parametrize(
    ("sent", "amount"),
    [
        (12000, "12000"),
        ("12000", "12000"),
        ("125000.00", "125000"),
        (12000.0, "12000"),
        (0.1, "0.1"),
        ("1.2E+4", "12000"),
        (" 7 ", "7"),
        ("-5.50", "-5.5"),
        ("12000.000", "12000"),
        ("0.125", "0.125"),
        (Decimal("99.99"), "99.99"),
        (0, "0"),
    ],
)
def test_every_form_the_service_sends_is_read_exactly(sent: object, amount: str) -> None:
    money = Money.of(sent)
    assert money.amount == Decimal(amount)
    assert type(money.amount) is Decimal


@pytest.mark.parametrize(
    "sent",
    [
        "125.000",
        "1.250.000",
        "1,000",
        "Rp1000",
        "",
        "NaN",
        "Infinity",
        "1e99",
        "١٢",
        True,
        [],
        {},
        float("nan"),
        10**40,
        "1" * 65,
    ],
)
def test_what_cannot_be_read_is_kept_and_never_guessed(sent: object) -> None:
    money = Money.of(sent)
    assert not money.is_known
    assert not money.is_absent
    assert money.raw is sent
    assert str(money)
    with pytest.raises(UnknownAmount):
        money + 1
    with pytest.raises(UnknownAmount):
        _ = money < Money(1)
    with pytest.raises(UnknownAmount):
        bool(money)


def test_null_is_absent_and_counts_as_zero_only_when_asked() -> None:
    absent = Money.of(None)
    assert absent.is_absent
    assert absent.or_zero() == 0
    assert absent != 0
    with pytest.raises(UnknownAmount):
        absent + 1
    assert not Money.of("x").or_zero().is_known


def test_a_float_never_gets_inside() -> None:
    with pytest.raises(TypeError):
        Money(1.5)  # type: ignore[arg-type]
    for mix in (
        lambda: Money(1) + 1.0,
        lambda: 1.0 + Money(1),
        lambda: Money(1) - 0.5,
        lambda: Money(1) * 1.1,
        lambda: Money(1) < 2.0,
        lambda: Money(1) == 1.0,
    ):
        with pytest.raises(TypeError):
            mix()


def test_own_amounts_are_strict() -> None:
    for bad in ("abc", "125.000", True, [], float("inf"), Decimal("NaN")):
        with pytest.raises((TypeError, ValueError)):
            Money(bad)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money(1) * Money(2)  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Money(1) + "1"  # type: ignore[operator]


def test_what_cannot_be_read_is_shown_as_it_is_written() -> None:
    for raw in (Decimal("NaN"), Decimal("1E+40"), float("inf"), "12 rupiah", True):
        assert str(Money.of(raw)) == str(raw)
    assert str(Money.of(10**5000)) == "<int>"


def test_arithmetic_order_and_equality() -> None:
    assert Money(10) + Money("5.5") - 5 == Money("10.5")
    assert 100 - Money(40) == 60
    assert 3 * Money(1000) == Money(3000) == Decimal(3000)
    assert sum([Money(1), Money(2), Money(3)]) == Money(6)
    assert -Money(5) == Money(-5)
    assert abs(Money(-5)) == Money(5)
    assert sorted([Money(3), Money(1), Money(2)]) == [Money(1), Money(2), Money(3)]
    assert max(Money("12000.00"), Money(11999)) == 12000
    assert Money(1) <= 1
    assert Money(2) > Decimal(1)
    assert len({Money(12000), Money("12000.00"), Money.of(12000.0), 12000}) == 1
    assert not Money(0)
    assert Money(1) != "1"


def test_it_cannot_be_changed_and_survives_pickle_and_copy() -> None:
    for money in (Money("125000.50"), Money.of("x"), Money.of(None)):
        assert pickle.loads(pickle.dumps(money)) == money
        assert copy.deepcopy(money) == money
        with pytest.raises(AttributeError):
            money.amount = Decimal(1)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        (0, "Rp0"),
        (999, "Rp999"),
        ("125000.00", "Rp125.000"),
        (1234567890, "Rp1.234.567.890"),
        (-12000, "-Rp12.000"),
        ("1000.5", "Rp1.000,50"),
        ("0.125", "Rp0,125"),
        (None, "-"),
        ("?", "?"),
    ],
)
def test_formatting(sent: object, shown: str) -> None:
    assert str(Money.of(sent)) == shown


def test_fractions_are_kept_and_refused_as_whole_rupiah() -> None:
    assert int(Money("125000.00")) == 125000
    with pytest.raises(ValueError, match="fraction"):
        int(Money("0.5"))
    assert Money("1E+4").to_wire() == "10000"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18, places=4),
    st.integers(0, 100),
)
def test_no_calculation_rounds(amount: Decimal, times: int) -> None:
    money = Money(amount)
    assert sum([money] * times, Money(0)) == money * times
    assert money - money == 0
    assert Money(money.to_wire()) == money


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_a_json_float_is_read_by_its_shortest_form(value: float) -> None:
    read = Money.of(json.loads(json.dumps(value))).amount
    if abs(value) >= 1e-25 or value == 0:
        assert read == Decimal(repr(value))


def test_huge_sums_stay_exact_or_raise() -> None:
    assert (Money("1e29") * 9 + Money("0.0001")).to_wire() == "9" + "0" * 29 + ".0001"
    assert (Money("1e29") * 10**6).to_wire() == "1" + "0" * 35
    with pytest.raises(InvalidInput, match="too many digits"):
        Money("1e29") * 10**6 * 10**90 + 1


def test_the_programs_own_decimal_context_changes_no_amount() -> None:
    with localcontext() as context:
        context.prec = 3
        context.traps[Inexact] = context.traps[Rounded] = True
        price = Money("125000050.25")
        assert (str(price), str(-price), str(abs(price))) == ("Rp125.000.050,25", "-Rp125.000.050,25", str(price))
        assert (price * 2).to_wire() == "250000100.50"
        assert int(Money(125000050)) == 125000050
        assert Breakdown.of(SUMMARY).adds_up
        change = Breakdown.of(SUMMARY).change_to(
            Breakdown.of(SUMMARY | {"other_income": 7501, "gross_revenue": 271001})
        )
        assert str(change) == "Rp266.000 → Rp271.001 (+Rp5.001: other charges +Rp5.001)"
        assert _millis(1764513678.123) == 1764513678123


class _Rate(float, Enum):
    LOW = 5.5


def _nested() -> list[object]:
    found: list[object] = []
    for _ in range(5000):
        found = [found]
    return found


@pytest.mark.parametrize(
    "value",
    [10**5000, Decimal("1E+9999999"), Decimal("0E+9999999"), Decimal("1E-9999999"), _nested(), {10**5000: 1}],
    ids=["number", "large", "zero", "small", "nested", "mapping"],
)
def test_what_cannot_be_written_out_is_no_amount(value: object) -> None:
    money = Money.of(value)
    assert not money.is_known
    assert len(str(money)) <= 60
    assert money == Money.of(value)
    assert hash(money) == hash(Money.of(value))
    assert repr(money)
    with pytest.raises(UnknownAmount):
        money.known()
    with pytest.raises(InvalidInput):
        Money(cast("Any", value))


def test_the_value_of_an_enum_is_an_amount() -> None:
    assert Money.of(_Rate.LOW) == Money("5.5")


SUMMARY = {
    "product_price": "250000.00",
    "shipping_cost": 12000,
    "other_income": "2500",
    "other_income_name": "Packing",
    "service_fee": 1500.0,
    "gross_revenue": "266000.00",
}


def test_the_parts_of_a_summary_are_checked_and_the_difference_reported() -> None:
    breakdown = Breakdown.of(SUMMARY)
    assert breakdown.adds_up
    assert breakdown.difference == 0
    assert breakdown.other_income_name == "Packing"
    wrong = Breakdown.of(SUMMARY | {"gross_revenue": 266001})
    assert not wrong.adds_up
    assert wrong.difference == 1
    assert wrong.part("service_fee") == 1500
    assert wrong.part("product_discount").is_absent


def test_discounts_are_taken_off_and_missing_parts_are_nothing() -> None:
    order = {
        "product_price": 100000,
        "product_discount": "10000",
        "shipping_cost": 20000,
        "shipping_discount": 5000,
        "discount_code_discount": 1000,
        "unique_code_discount": 123,
        "other_income": None,
        "gross_revenue": 103877,
    }
    assert Breakdown.of(order).adds_up
    assert dict(Breakdown.of(order).groups())["shipping"] == 15000


def test_an_unreadable_part_makes_the_difference_unknown_not_wrong() -> None:
    breakdown = Breakdown.of(SUMMARY | {"shipping_cost": "soon"})
    assert not breakdown.adds_up
    assert not breakdown.difference.is_known
    assert breakdown.part("shipping_cost").raw == "soon"


def test_a_change_names_its_part_and_what_it_cannot_explain() -> None:
    quoted = Breakdown.of(SUMMARY)
    dearer = Breakdown.of(SUMMARY | {"shipping_cost": 15000, "gross_revenue": 269500})
    change = quoted.change_to(dearer)
    assert change is not None
    assert change.difference == 3500
    assert change.parts == (("shipping", Money(3000)),)
    assert change.unexplained == 500
    assert str(change) == "Rp266.000 → Rp269.500 (+Rp3.500: shipping +Rp3.000, unexplained +Rp500)"
    assert quoted.change_to(Breakdown.of(SUMMARY | {"gross_revenue": 266000.0})) is None
    assert quoted.change_to(Breakdown.of({})) is None


def test_a_net_price_against_a_gross_one_with_discount_is_no_move_of_products() -> None:
    quoted = Breakdown.of({"product_price": 90000, "shipping_cost": 10000, "gross_revenue": 100000})
    ordered = Breakdown.of(
        {"product_price": 100000, "product_discount": 10000, "shipping_cost": 12000, "gross_revenue": 102000}
    )
    change = quoted.change_to(ordered)
    assert change is not None
    assert change.parts == (("shipping", Money(2000)),)


def test_a_discount_that_the_summary_does_not_list_is_no_change() -> None:
    quoted = Breakdown.of({"product_price": 100000, "service_fee": 2500, "gross_revenue": 92500})
    assert quoted.difference == -10000
    order = {"product_price": 100000, "payment_link_income": 2500, "discount_code_discount": 10000}
    ordered = Breakdown.of(order | {"unique_code_discount": 123, "gross_revenue": 92377})
    change = quoted.change_to(ordered)
    assert change is not None
    assert (change.parts, change.unexplained) == ((("unique code", Money(-123)),), 0)


# The amounts of the documents' examples, by their sources' arithmetic.
EXAMPLES: dict[str, dict[str, object]] = {
    "checkout and payments": {
        "product_price": "125000.00",
        "shipping_cost": "12000.00",
        "other_income": "6500.00",
        "service_fee": "3500.00",
        "gross_revenue": "147000.00",
    },
    "webhook payload": {
        "product_price": "150000.00",
        "product_discount": "0.00",
        "shipping_cost": "19000.00",
        "shipping_discount": "0.00",
        "discount_code_discount": "0.00",
        "unique_code_discount": "276.00",
        "other_income": "0.00",
        "payment_link_income": "0.00",
        "gross_revenue": "168724.00",
    },
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_documents_add_up(example: str) -> None:
    breakdown = Breakdown.of(EXAMPLES[example])
    assert breakdown.adds_up
    assert breakdown.difference == 0


@pytest.mark.parametrize(
    ("fee", "older", "counts"),
    [
        ("3500", None, 3500),
        (None, "3500", 3500),
        ("3500", "3500", 3500),
        ("3500", 4000, 3500),
        ("0.00", "3500", 3500),
        (0, None, 0),
        ("3500", "soon", 3500),
    ],
)
def test_two_names_of_one_fee_are_counted_once(fee: object, older: object, counts: int) -> None:
    order = {"product_price": 100000, "service_fee": fee, "payment_link_income": older}
    breakdown = Breakdown.of(order | {"gross_revenue": 100000 + counts})
    assert breakdown.adds_up
    assert breakdown.groups()["service fee"] == counts
    assert breakdown.part("payment_link_income").raw == ("soon" if older == "soon" else None)


def test_a_fee_that_cannot_be_read_is_not_made_up_from_its_older_name() -> None:
    order = {"product_price": 100000, "service_fee": "soon", "payment_link_income": 3500, "gross_revenue": 103500}
    assert not Breakdown.of(order).is_readable


def test_a_payment_link_says_that_its_charges_come_when_a_method_is_chosen() -> None:
    made = {"payment_method": "payment_link", "product_price": 100000, "other_income": "0", "gross_revenue": 100000}
    quoted = Breakdown.of({"product_price": 100000, "other_income": 2000, "service_fee": 3500, "gross_revenue": 105500})
    at_creation = quoted.change_to(Breakdown.of(made))
    assert at_creation is not None
    assert at_creation.payment_link
    assert dict(at_creation.parts) == {"service fee": Money(-3500), "other charges": Money(-2000)}
    assert at_creation.unexplained == 0
    assert str(at_creation).endswith("charges are added when a method is chosen)")
    paid = made | {"payment_method": "qris", "other_income": 2000, "service_fee": 3500, "gross_revenue": 105500}
    rise = Breakdown.of(made).change_to(Breakdown.of(paid))
    assert rise is not None
    assert (rise.payment_link, rise.difference, rise.unexplained) == (True, Money(5500), Money(0))
    other = quoted.change_to(Breakdown.of(paid | {"gross_revenue": 105501}))
    assert other is not None
    assert not other.payment_link
    assert "method" not in str(other)
