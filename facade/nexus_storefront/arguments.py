"""Arguments of callers, checked before anything is sent. Pure.

What people write (names, addresses, notes) is `prose`: taken as it is. What they type or paste into one line is
`typed` (or `email`, `phone`, `one_time_password`, `link`): stray blanks are taken off. What the service gave and gets
back is an `identifier` where it goes into a path (a `slug` may have any letters), and `opaque` elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from inspect import iscoroutinefunction
from typing import Any, TypeAlias, TypeVar
from urllib.parse import unquote, urlsplit

from .answer_fields import integer, is_unset, text
from .errors import InvalidInput, NoSuchThing
from .redact import Secret

# Compiled by `re` when they are first used: most programs need few of them.
_IDENTIFIER = r"[A-Za-z0-9_~@=+:-][A-Za-z0-9._~@=+:-]{0,254}"
_NO_SLUG = r"[/\\\x00-\x1f\x7f-\x9f\ud800-\udfff]"
_NO_PROSE = r"[\x00\ud800-\udfff]"
_NO_LINE = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_EMAIL = r"[^\s@\x00-\x20\x7f]{1,64}@[^\s@\x00-\x20\x7f]{1,255}"
_LONGEST_SLUG = 512
LARGEST_ID = 2**53
"""A number that is no larger arrives as it is, whatever reads the JSON."""
MOST_QUANTITY = 100
"""Pieces that a line takes."""

T = TypeVar("T")
Reads: TypeAlias = Mapping[str, Callable[..., object]]
"""By the name of an argument, the function that checks it and gives what is sent."""


def identifier(name: str, value: object) -> str:
    """An id that the service gave, as a path segment. Refuses what could leave the segment or hide in a log.

    A text that cannot be one is `NoSuchThing`, which is a `NotFound` and an `InvalidInput`; any other type is
    `InvalidInput` alone.
    """
    found = _segment(name, value)
    if not re.fullmatch(_IDENTIFIER, found):
        raise NoSuchThing(
            f"{name} must be an id: 1 to 255 letters, digits and '._~@=+:-', not starting with '.'; nothing was sent"
        )
    return found


def slug(name: str, value: object) -> str:
    """A slug in any letters, as a listing gives it or as a visitor types it; refused as `identifier` does.

    No slug is blank, a dot segment (however often it is percent-encoded), has a slash, a backslash or a control
    character, or more than 512 characters.
    """
    found = _segment(name, value)
    if found.strip() and len(found) <= _LONGEST_SLUG and not re.search(_NO_SLUG, found):
        decoded = found
        while (once := unquote(decoded)) != decoded:
            decoded = once
        if not {".", ".."} & set(decoded.replace("\\", "/").split("/")):
            return found
    raise NoSuchThing(
        f"{name} must be 1 to {_LONGEST_SLUG} characters, no slash and no control character; nothing was sent"
    )


def _segment(name: str, value: object) -> str:
    found = text(value) if isinstance(value, int) else plain(value)
    if found is None:
        raise InvalidInput(f"{name} must be a text or a number")
    return found


def plain(value: object) -> str | None:
    """A text as a plain `str`, also of a subclass that writes itself in another way, such as an enum; a `Secret` as it
    is; None for anything else.
    """
    if isinstance(value, Secret):
        return value
    return str.__str__(value) if isinstance(value, str) else None


def prose(name: str, value: object, *, limit: int = 2000) -> str:
    """A text that a person wrote, with its line ends and tabs: 1 to `limit` characters that are not blanks alone.

    Only a NUL and half of a character are refused, which no text of the contract can carry.
    """
    return _text(name, value, limit, _NO_PROSE, "a character that cannot be sent")


def opaque(name: str, value: object, *, limit: int = 200) -> str:
    """A code, token or cursor that the service gave, to be given back as it is: one line of 1 to `limit` characters."""
    return _text(name, value, limit, _NO_LINE, "a line end or another control character")


def _text(name: str, value: object, limit: int, refused: str, what: str) -> str:
    found = plain(value)
    if found is None or not found.strip() or len(found) > limit:
        raise InvalidInput(f"{name} must be a text of 1 to {limit} characters")
    if re.search(refused, found):
        raise InvalidInput(f"{name} holds {what}")
    return found


def typed(name: str, value: object, *, limit: int = 200) -> str:
    """A line that a person typed or pasted, without the blanks and invisible characters around it."""
    return opaque(name, trimmed(value) if isinstance(value, str) else value, limit=limit)


def email(name: str, value: object, *, limit: int = 320) -> str:
    """An e-mail address, without what was pasted around it. What is odd inside is refused: it may be another's."""
    found = trimmed(value) if isinstance(value, str) else ""
    if len(found.split()) > 1 or (not found.isascii() and any(map(_is_invisible, found))):
        raise InvalidInput(f"{name} must be an e-mail address; this one holds a blank or an invisible character")
    if not re.fullmatch(_EMAIL, found) or re.search(_NO_LINE, found) or len(found) > limit:
        raise InvalidInput(f"{name} must be an e-mail address")
    return found


def phone(name: str, value: object, *, limit: int = 20) -> str:
    """A phone number as typed, without what was pasted around and invisibly inside it; blanks are plain ones."""
    found = unicodedata.normalize("NFKC", typed(name, value, limit=200))
    if found[:4].lower() == "tel:":
        found = found[4:].strip()
    found = re.sub(r"\s", " ", found)
    if not found.isascii():
        found = "".join(c for c in found if c == " " or not _is_invisible(c))
    if not 1 <= len(found) <= limit:
        raise InvalidInput(f"{name} must be a text of 1 to {limit} characters")
    return found


def one_time_password(name: str, value: object) -> str:
    """A one-time password without the blanks and hyphens that people write and paste digits with."""
    if not isinstance(value, str) or len(value) > 1024:
        raise InvalidInput(f"{name} must be a one-time password, as a text")
    written = unicodedata.normalize("NFKC", value)
    return opaque(name, "".join(c for c in written if not (_is_invisible(c) or unicodedata.category(c) == "Pd")))


def secret(name: str, value: object) -> Secret:
    """A password, as it is: 1 to 1024 characters that can be sent."""
    if not isinstance(value, str) or not 1 <= len(value) <= 1024 or re.search(r"[\ud800-\udfff]", value):
        raise InvalidInput(f"{name} must be a text of 1 to 1024 characters that can be sent")
    return Secret(value)


def link(name: str, value: object, *, limit: int = 8192) -> str:
    """A link as it was pasted, without blanks, line ends and invisible characters, as a browser opens it."""
    found = "".join(c for c in value if not _is_invisible(c)) if isinstance(value, str) else value
    return opaque(name, found, limit=limit)


def origin(name: str, value: object) -> str:
    """The origin of a page, `https://shop.example[:port]`, also from a URL of the page."""
    with suppress(ValueError):
        parts = urlsplit(link(name, value))
        host, port = parts.hostname or "", parts.port
        if host and parts.scheme in ("http", "https"):
            return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{f':{port}' if port else ''}"
    raise InvalidInput(f"{name} must be an origin, as https://shop.example")


def trimmed(value: str) -> str:
    """`value` without the blanks, line ends and invisible characters at its ends."""
    if value.isascii():
        return value.strip()
    shown = [at for at, character in enumerate(value) if not _is_invisible(character)]
    return value[shown[0] : shown[-1] + 1] if shown else ""


def _is_invisible(character: str) -> bool:
    """A blank, a line end, or a character that shows nothing (zero-width, direction marks, a byte order mark)."""
    return character.isspace() or (not character.isascii() and unicodedata.category(character) == "Cf")


def whole(name: str, value: object, *, least: int = 1, most: int = LARGEST_ID) -> int:
    """`value` as a whole number within bounds; takes digits as text, as ids often come."""
    number = integer(value)
    if number is None or not least <= number <= most:
        raise InvalidInput(f"{name} must be a whole number from {least} to {most}")
    return number


def flag(name: str, value: object) -> bool:
    """True or False; a text like "false" is neither, although Python takes it for true."""
    if not isinstance(value, bool):
        raise InvalidInput(f"{name} must be true or false")
    return value


def number(name: str, value: object, *, most: float = 1e6) -> float:
    """`value` if it is a number from 0 to `most`."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
        raise InvalidInput(f"{name} must be a number from 0 to {most:g}")
    return value


def zoned(name: str, value: object) -> str:
    """A time with its zone, given as a `datetime` or as ISO 8601 text, to be sent."""
    with suppress(ValueError):
        value = datetime.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise InvalidInput(f"{name} must be a datetime or ISO 8601 text, with a time zone")
    return value.isoformat()


def is_function(value: object) -> bool:
    """Whether `value` can be called and then does its work: no `async def`, whose result nobody here would await."""
    return callable(value) and not any(map(iscoroutinefunction, (value, type(value).__call__)))


def function(name: str, value: object) -> None:
    """Refuse what is neither None nor a function by `is_function`."""
    if value is not None and not is_function(value):
        raise InvalidInput(f"{name} must be a function, and no `async def`")


def quantity(value: object) -> int:
    """How many pieces of something, 1 to `MOST_QUANTITY`."""
    return whole("quantity", value, most=MOST_QUANTITY)


def sequence(name: str, values: Iterable[T], what: str = "values") -> list[T]:
    """`values` as a list. A text is none, although it can be iterated."""
    if isinstance(values, (str, bytes, bytearray)) or not isinstance(values, Iterable):
        raise InvalidInput(f"{name} must be a list of {what}")
    return list(values)


def ids(name: str, values: Iterable[int | str]) -> list[int]:
    """Numeric ids, in order, each once."""
    return list(dict.fromkeys(whole(name, value) for value in sequence(name, values, "ids")))


def given(values: Mapping[str, object], reads: Reads) -> dict[str, Any]:
    """The values by name, each as `reads` has it, else as prose; those that are None are left out."""
    return {name: reads.get(name, prose)(name, value) for name, value in values.items() if value is not None}


def changes(values: Mapping[str, object], reads: Reads, *, cleared: Mapping[str, object]) -> dict[str, Any]:
    """The body of an update: the values without those that are `UNSET`; None or an empty text clears a field.

    `reads` has a function for each field that is no prose; `cleared` has the fields that can be cleared, and the value
    that clears them.
    """
    body: dict[str, Any] = {}
    for name, value in values.items():
        if is_unset(value):
            continue
        if value is not None and value != "":
            body[name] = reads.get(name, prose)(name, value)
        elif name in cleared:
            body[name] = cleared[name]
        else:
            raise InvalidInput(f"{name} cannot be cleared; without it, it stays as it is")
    if not body:
        raise InvalidInput("nothing to update was given")
    return body
