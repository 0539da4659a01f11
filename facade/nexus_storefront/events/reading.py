"""How events read what they are given: models of the client, facade objects and plain mappings alike, as far as they
tell; and settings and arguments, which are checked. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar

from ..answer_fields import field, integer, text
from ..arguments import is_function, sequence, trimmed
from ..errors import InvalidInput
from ..money import Money

T = TypeVar("T")

# JSON numbers beyond this lose digits in a browser
_LARGEST = Decimal(2**53 - 1)
_SURROGATES = re.compile("[\ud800-\udfff]")


def read(source: object, path: str) -> object:
    """A property by its contract name, or by a path, as `taxonomy.name`; also of a facade object that keeps the answer
    it was made from as `raw`.
    """
    for name in path.split("."):
        value = field(source, name)
        if value is None and name == "type":
            value = field(source, "type_")
        if value is None and type(source) is not dict and not isinstance(source, Mapping):
            raw = getattr(source, "raw", None)
            value = field(raw, name) if raw is not None else None
        if value is None:
            return None
        source = value
    return source


def first(reads: Callable[[object], T | None], source: object, *paths: str) -> T | None:
    """What the first of the paths gives at which there is anything that can be read."""
    for path in paths:
        value = read(source, path)
        if value is not None and (found := reads(value)) is not None:
            return found
    return None


def sendable(value: object) -> str | None:
    """A text worth sending: no lone surrogates, nothing invisible at its ends, not blank."""
    found = text(value)
    return cleaned(found) or None if found else None


def number_id(value: object) -> int | None:
    """A numeric id; 0 is none."""
    return integer(value) or None


def rupiah(value: object) -> int | None:
    """An amount as whole rupiah, halves up; None if it cannot be read, is negative, or is too large for a browser."""
    amount = Money.of(value).amount
    if amount is None or not 0 <= amount <= _LARGEST:
        return None
    return int(amount.to_integral_value(ROUND_HALF_UP))


def cleaned(value: str) -> str:
    """The text without lone surrogates, and without blanks and invisible characters at its ends."""
    return trimmed(scalar_text(value))


def scalar_text(value: str) -> str:
    """The text with lone surrogates replaced, so that it can be encoded anywhere, as browsers do on input."""
    return _SURROGATES.sub("\ufffd", value) if not value.isascii() else value


def texts(name: str, values: Any) -> tuple[str, ...]:
    """A list of texts, each once, without blanks around them. A single text is no list of texts, though it can be
    iterated; whole numbers are taken as their digits.
    """
    found: dict[str, None] = {}
    for value in sequence(name, values, "texts, as ['…']"):
        value = text(value) if isinstance(value, int) else value
        if not isinstance(value, str) or not cleaned(value):
            raise InvalidInput(f"{name} must be a list of texts, none of them empty")
        found[cleaned(value)] = None
    return tuple(found)


def several(name: str, values: Any, kind: type[T]) -> list[T]:
    """What can be iterated, all of one kind."""
    found: list[Any] = sequence(name, values, kind.__name__)
    if not all(isinstance(value, kind) for value in found):
        raise InvalidInput(f"{name} must be a list of {kind.__name__}")
    return found


def one_of(name: str, value: object, known: Iterable[str]) -> None:
    if not isinstance(value, str) or value not in known:
        raise InvalidInput(f"{name} must be one of {', '.join(known)}")


def function(name: str, value: object) -> None:
    if value is not None and not is_function(value):
        raise InvalidInput(f"{name} must be a function, and no `async def`")
