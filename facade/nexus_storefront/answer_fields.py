"""Reading values of the service's answers tolerantly: a value of any other form is None, and never an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast, overload

from .errors import MissingValue

if TYPE_CHECKING:
    from datetime import date

    from nexus_commerce._model import Model
    from nexus_commerce.types import Unset

T = TypeVar("T")

_INTEGER = re.compile(r"[+-]?\d{1,30}")
_BEYOND = 10**30
"""Larger numbers are not read: the service has none, and writing or calculating with them could fail."""


def is_unset(value: object) -> bool:
    """Whether the generated layer says of a property that it was not sent."""
    return type(value).__name__ == "Unset"


def field(source: object, name: str) -> object:
    """A property of a model, declared or not, or of a mapping; None when it is absent."""
    # First what nearly every source is: whether something is a mapping takes long to find out.
    if type(source) is dict or (not hasattr(type(source), "additional_properties") and isinstance(source, Mapping)):
        return source.get(name)
    value = getattr(source, name, None)
    if value is None or is_unset(value):
        more = getattr(source, "additional_properties", None)
        return more.get(name) if isinstance(more, Mapping) else None
    return value


def text(value: object) -> str | None:
    """A string as it is, a number as its digits; everything else (absent, null, containers, booleans) is None."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else str(value)
    number = integer(value)
    return None if number is None else str(number)


def integer(value: object) -> int | None:
    """A whole number, also from `"12"` and `12.0`; else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Decimal):  # as exact JSON has it
        value = float(value)
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return int(value) if -_BEYOND < value < _BEYOND else None
    return int(value) if isinstance(value, str) and _INTEGER.fullmatch(value.strip()) else None


def boolean(value: object) -> bool | None:
    """True or False, also from `"true"`, `"false"`, 1 and 0; else None."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().lower())
    return bool(value) if isinstance(value, int) and value in (0, 1) else None


def moment(value: object) -> datetime | None:
    """A time, also from ISO 8601 text; one without a zone is UTC. Else None."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)


class Listed(list[T]):
    """A list of which `print` shows an element a line; a part of it, too."""

    __slots__ = ()

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        return Listed(found) if isinstance(at, slice) else found

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "nothing"


def items_of(value: object) -> list[object]:
    """A list as it is; anything else is an empty one."""
    return value if isinstance(value, list) else []


def models_of(value: object) -> Listed[Any]:
    """The entries of a list that are models of the contract; an empty list for anything but a list."""
    return Listed(entry for entry in items_of(value) if hasattr(entry, "to_dict"))


Given = TypeVar("Given", bound="str | float | date | list[Any] | dict[str, Any] | Model")


# Unions of scalars stay what they are in both mypy and pyright only if nothing but the value's own type is inferred.
@overload
def present(value: Unset | None, name: str = ...) -> NoReturn: ...


@overload
def present(value: Given, name: str = ...) -> Given: ...


def present(value: Given | Unset | None, name: str = "a value") -> Given:
    """`value`, with a type that says it is there. Raises `MissingValue`, naming `name`, for None and `UNSET`.

    0, False and empty texts are values. For a value with a default, `value or default` is typed as well.
    """
    if value is None or is_unset(value):
        raise MissingValue(f"the answer lacks {name}")
    return cast("Given", value)
