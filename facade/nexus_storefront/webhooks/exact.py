"""JSON in which a number keeps its digits, read and written. Pure."""

import json
import re
from decimal import Decimal
from math import nan
from typing import Any

# Possessive: going back in a text would find nothing, and takes a hundred times its memory to remember.
_TEXT_OR_NUMBER = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|NaN')


def read(text: Any) -> Any:
    """The value of a JSON text; a number with a fraction is a `Decimal`. Raises ValueError or TypeError for others, and
    ArithmeticError for an exponent that no number here has."""
    return _JSON.decode(text)


def written(value: object) -> str:
    """The text that `read` makes the same of. What JSON has no word for is its text."""
    numbers: list[str] = []

    def plain(other: object) -> object:
        if not isinstance(other, Decimal):
            return str(other)
        numbers.append(str(other))
        return nan  # a place for it, as nothing that was read has one

    text, following = json.dumps(value, default=plain, separators=(",", ":")), iter(numbers)
    return (
        _TEXT_OR_NUMBER.sub(lambda found: next(following) if found[0] == "NaN" else found[0], text) if numbers else text
    )


def _no_number(word: str) -> Any:
    raise ValueError(word)


_JSON = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_number)
