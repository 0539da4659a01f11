"""What settings of events share when they are checked. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from ..errors import InvalidInput
from .reading import trimmed

T = TypeVar("T")


def texts(name: str, values: object) -> tuple[str, ...]:
    """A list of texts, each once, without blanks around them. A single text is no list of texts, though it can be
    iterated; whole numbers are taken as their digits.
    """
    if isinstance(values, (str, bytes, bytearray)) or not isinstance(values, Iterable):
        raise InvalidInput(f"{name} must be a list of texts, as ['…']")
    found: dict[str, None] = {}
    for value in values:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or not trimmed(value):
            raise InvalidInput(f"{name} must be a list of texts, none of them empty")
        found[trimmed(value)] = None
    return tuple(found)


def several(name: str, values: object, kind: type[T]) -> list[T]:
    """What can be iterated, all of one kind."""
    listed = isinstance(values, Iterable) and not isinstance(values, (str, bytes, Mapping))
    found: list[Any] = list(values) if listed else [None]  # type: ignore[call-overload]
    if not all(isinstance(value, kind) for value in found):
        raise InvalidInput(f"{name} must be a list of {kind.__name__}")
    return found


def one_of(name: str, value: object, known: Iterable[str]) -> None:
    if not isinstance(value, str) or value not in known:
        raise InvalidInput(f"{name} must be one of {', '.join(known)}")


def function(name: str, value: object) -> None:
    if value is not None and not callable(value):
        raise InvalidInput(f"{name} must be a function")
