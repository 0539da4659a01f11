"""Exact rupiah amounts, and the parts that an amount to pay is made of.

The service writes one amount in three ways: a decimal string (`"125000.00"`), an integer and a JSON float. Floats are
read through their shortest decimal form, and are never kept or calculated with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from functools import total_ordering
from math import isfinite
from typing import cast

import attrs

from .answer_fields import field, is_unset
from .errors import InvalidInput, StorefrontError, WrongType
from .redact import shown

# Wide enough for every amount that `Money.of` accepts; a result that would have to be rounded raises instead.
_EXACT = Context(prec=120, traps=[InvalidOperation, DivisionByZero, Overflow, Inexact])
_PLACES = 30
"""Digits before the point, and places after it, within which an amount begins."""
_DIGITS = 64
_LONGEST_RAW = 10_000
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?", re.ASCII)
# "125.000" is 125 on the wire and 125,000 when an Indonesian wrote it: refused instead of being wrong by a thousand.
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)


class UnknownAmount(StorefrontError, ValueError):
    """An amount was needed, but the service sent none, or one that cannot be read."""


def _read_amount(value: object) -> Decimal | None:
    match value:
        case str() if len(value) <= _DIGITS:
            text = value.strip()
            if not _NUMBER.fullmatch(text) or _AMBIGUOUS.fullmatch(text):
                return None
            amount = Decimal(text)
        case bool():
            return None
        case int() if abs(value) < 10**_PLACES:
            return Decimal(value)
        case float() if isfinite(value):
            amount = Decimal(float.__repr__(value))
        case Decimal() if value.is_finite() and len(value.as_tuple().digits) <= _DIGITS:
            amount = value
        case _:
            return None
    return amount if -_PLACES <= amount.adjusted() < _PLACES else None


def _own_amount(value: object) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, float):
        raise WrongType("Money takes int, Decimal or str; a float has already lost the exact amount")
    amount = _read_amount(value)
    if amount is None:
        raise InvalidInput(f"not an amount of rupiah: {shown(value)}")
    return amount


@total_ordering
@attrs.frozen(eq=False, repr=False)
class Money:
    """An exact amount of rupiah: immutable, hashable, ordered.

    `Money.of(value)` reads anything the service sends and never raises; `Money(12000)` is for amounts of your own and
    does. Mixes with `int` and `Decimal`; any operation with a `float` raises `TypeError`. Calculating with or ordering
    an unknown amount raises `UnknownAmount`. Fractions are kept exactly and shown (`Rp1.000,50`); `int(money)` refuses
    them.
    """

    amount: Decimal | None = attrs.field(converter=_own_amount)
    """Rupiah, exact; None when nothing, or nothing readable, was sent."""
    raw: object = None
    """The value as it was sent, if it could not be read."""

    @classmethod
    def of(cls, value: object) -> Money:
        """Read an amount as the service sends it. What cannot be read is kept in `raw`, with `amount` None."""
        return value if isinstance(value, Money) else _made(_read_amount(value), value)

    @property
    def is_known(self) -> bool:
        """Whether there is an amount."""
        return self.amount is not None

    @property
    def is_absent(self) -> bool:
        """Nothing was sent (null or no such field), as opposed to something unreadable."""
        return self.amount is None and self.raw is None

    def known(self) -> Decimal:
        """The amount, or `UnknownAmount`."""
        if self.amount is None:
            raise UnknownAmount("no amount was sent" if self.raw is None else f"unreadable amount {shown(self.raw)}")
        return self.amount

    def or_zero(self) -> Money:
        """Zero if nothing was sent. An unreadable amount stays as it is."""
        return Money(0) if self.is_absent else self

    def __str__(self) -> str:
        if self.amount is None:
            write = str.__str__ if isinstance(self.raw, str) else str
            return "-" if self.raw is None else shown(self.raw, 40, write) or "?"
        # Not `abs`: that rounds as the program's own decimal context says.
        sign, digits = ("-" if self.amount < 0 else ""), f"{self.amount.copy_abs():f}"
        whole, _, fraction = digits.partition(".")
        fraction = fraction.rstrip("0")
        return f"{sign}Rp{int(whole):,}".replace(",", ".") + (f",{fraction.ljust(2, '0')}" if fraction else "")

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __repr__(self) -> str:
        if self.amount is None:
            return f"Money.of({shown(self.raw)})"
        return f"Money('{self.amount:f}')"

    def to_wire(self) -> str:
        """The form to send: a plain decimal string without an exponent."""
        return f"{self.known():f}"

    def __int__(self) -> int:
        amount = self.known()
        if amount != amount.to_integral_value():
            raise InvalidInput(f"{self} has a fraction of a rupiah")
        return int(amount)

    def __bool__(self) -> bool:
        return bool(self.known())

    @property
    def _key(self) -> Decimal | str:
        """Two are equal if this is: the amount, or else the beginning of what was sent."""
        return shown(self.raw, _LONGEST_RAW) if self.amount is None else self.amount

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Money):
            return self._key == other._key
        amount = _operand(other)
        return NotImplemented if amount is None else self.amount == amount

    def __lt__(self, other: Money | int | Decimal) -> bool:
        amount = _operand(other)
        return NotImplemented if amount is None else self.known() < amount

    def _calculated(self, operation: Callable[[Decimal, Decimal], Decimal], other: object) -> Money:
        """The result, which may be larger than any amount that is read; `InvalidInput` rather than a rounded one."""
        amount = _operand(other)
        if amount is None:
            return cast("Money", NotImplemented)
        try:
            return _made(operation(self.known(), amount))
        except ArithmeticError:
            raise InvalidInput("the result has too many digits to be exact") from None

    def __add__(self, other: Money | int | Decimal) -> Money:
        return self._calculated(_EXACT.add, other)

    __radd__ = __add__

    def __sub__(self, other: Money | int | Decimal) -> Money:
        return self._calculated(_EXACT.subtract, other)

    def __rsub__(self, other: int | Decimal) -> Money:
        return -self + other

    def __mul__(self, factor: int | Decimal) -> Money:
        if isinstance(factor, Money):
            raise WrongType("money times money is not an amount")
        return self._calculated(_EXACT.multiply, factor)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return _made(self.known().copy_negate())

    def __abs__(self) -> Money:
        return _made(self.known().copy_abs())


def _made(amount: Decimal | None, raw: object = None) -> Money:
    """Not by the constructor, which would read again what was read just now."""
    money = Money.__new__(Money)
    object.__setattr__(money, "amount", amount)
    object.__setattr__(money, "raw", None if amount is not None or is_unset(raw) else raw)
    return money


def _operand(value: object) -> Decimal | None:
    """The other side of an operation; None if it is nothing to calculate with. Floats are refused aloud."""
    if isinstance(value, Money):
        return value.known()
    if isinstance(value, float):
        raise WrongType("Money does not mix with float; use int, Decimal or Money")
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value if isinstance(value, Decimal) and value.is_finite() else None


# Sign and name of every part the contract knows; the group is what a shopper would call it.
_PARTS: Mapping[str, tuple[str, int]] = {
    "product_price": ("products", 1),
    "product_discount": ("products", -1),
    "shipping_cost": ("shipping", 1),
    "shipping_discount": ("shipping", -1),
    "other_income": ("other charges", 1),
    "service_fee": ("service fee", 1),
    "payment_link_income": ("service fee", 1),
    "unique_code_discount": ("unique code", -1),
    "discount_code_discount": ("discount code", -1),
}

#: The fields of a summary or an order that make its amount, by contract name.
AMOUNTS = ("gross_revenue", *_PARTS)


@attrs.frozen
class PriceChange:
    """How the amount of an order differs from the one that was quoted (order minus quote)."""

    quoted: Money
    """The total that was quoted."""
    ordered: Money
    """The total of the order."""
    parts: tuple[tuple[str, Money], ...]
    """The groups of parts that moved, largest first, each with what it moved by."""
    unexplained: Money
    """The rest of the difference, which no part explains."""
    payment_link: bool = False
    """The order is one whose method is chosen on the service's own page: other charges and the service fee come on top
    there, so that its amount rises after it was made."""

    @property
    def difference(self) -> Money:
        """The amount by which it rose; negative if it fell."""
        return self.ordered - self.quoted

    def __str__(self) -> str:
        moved = [*self.parts, *([("unexplained", self.unexplained)] if self.unexplained else [])]
        detail = ", ".join(f"{name} {_signed(by)}" for name, by in moved)
        later = "; charges are added when a method is chosen" if self.payment_link else ""
        return f"{self.quoted} → {self.ordered} ({_signed(self.difference)}: {detail}{later})"


@attrs.frozen
class Breakdown:
    """The parts of an amount to pay, and whether they add up to it.

    Made from a checkout summary or from an order; `parts` keeps every part that was sent, in the contract's order.
    `service_fee` and `payment_link_income` are two names of one fee: where both are sent, the newer one counts.
    """

    total: Money
    """`gross_revenue`: what the buyer pays."""
    parts: tuple[tuple[str, Money], ...]
    """Every part that was sent, by its contract name, in the contract's order."""
    other_income_name: str | None = None
    """The store's name for its other charges."""
    payment_link: bool = False
    """An order whose method is still to be chosen on the service's own page, where its charges come on top."""

    @classmethod
    def of(cls, source: object) -> Breakdown:
        """Read `gross_revenue` and the parts from a summary or an order (model or mapping)."""
        parts = ((name, Money.of(field(source, name))) for name in _PARTS)
        label = field(source, "other_income_name")
        return cls(
            total=Money.of(field(source, "gross_revenue")),
            parts=tuple((name, money) for name, money in parts if not money.is_absent),
            other_income_name=label if isinstance(label, str) else None,
            payment_link=str(field(source, "payment_method")).strip().lower() == "payment_link",
        )

    def __str__(self) -> str:
        lines = [f"{name} {amount}" for name, amount in self.groups().items() if amount] if self.is_readable else []
        return "\n".join([*lines, f"total {self.total}"])

    def part(self, name: str) -> Money:
        """One part by its contract name; absent if it was not sent."""
        return next((money for part, money in self.parts if part == name), Money(None))

    @property
    def is_readable(self) -> bool:
        """Whether the total and all parts that count are amounts."""
        return self.total.is_known and all(money.is_known for _, money in self._counted())

    @property
    def difference(self) -> Money:
        """Total minus the sum of the signed parts: zero when they add up, unknown when one of them is unreadable."""
        return self.total - sum(self.groups().values(), Money(0)) if self.is_readable else Money(None)

    @property
    def adds_up(self) -> bool:
        """Whether the parts come to the total."""
        difference = self.difference
        return difference.is_known and not difference

    def groups(self) -> dict[str, Money]:
        """Signed sums by what a shopper would call them: products, shipping, other charges, service fee, discounts."""
        groups: dict[str, Money] = {}
        for name, money in self._counted():
            group, sign = _PARTS[name]
            groups[group] = groups.get(group, Money(0)) + money * sign
        return groups

    def _counted(self) -> list[tuple[str, Money]]:
        """The parts that make the total: of the fee's newer and older name, the one that says something."""
        fee, before = self.part("service_fee"), self.part("payment_link_income")
        older = fee.is_absent or (fee == 0 and not before.is_absent)
        unused = "service_fee" if older else "payment_link_income"
        return [(name, money) for name, money in self.parts if name != unused]

    def change_to(self, ordered: Breakdown) -> PriceChange | None:
        """The change from this quote to an order; None if the amounts are equal or one of them is unknown."""
        if not (self.total.is_known and ordered.total.is_known) or self.total == ordered.total:
            return None
        moved: list[tuple[str, Money]] = []
        if self.is_readable and ordered.is_readable:
            before, after = self.groups(), ordered.groups()
            if self.difference < 0:
                # A summary has no field for a discount code: it is the amount by which the parts exceed the total.
                before.setdefault("discount code", self.difference)
            names = dict.fromkeys([*before, *after])
            moved = [(name, after.get(name, Money(0)) - before.get(name, Money(0))) for name in names]
            moved = sorted(((name, by) for name, by in moved if by), key=lambda part: abs(part[1]), reverse=True)
        unexplained = ordered.total - self.total - sum((by for _, by in moved), Money(0))
        link = self.payment_link or ordered.payment_link
        return PriceChange(self.total, ordered.total, tuple(moved), unexplained, link)


def _signed(money: Money) -> str:
    return f"+{money}" if money > 0 else str(money)
