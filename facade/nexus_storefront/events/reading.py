"""How events read what they are given: models of the client, facade objects and plain mappings alike, as far as they
tell; pages and phone numbers as people write them; and settings and arguments, which are checked. Pure.

Phone numbers are read here: a table of all countries' numbers is larger than this client, and what is asked for is only
which country was written down, not whether the number exists.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar
from unicodedata import category, normalize
from urllib.parse import quote, urlsplit

from ..answer_fields import field, integer, text
from ..arguments import sequence, trimmed
from ..errors import InvalidInput
from ..money import Money

T = TypeVar("T")

# JSON numbers beyond this lose digits in a browser
_LARGEST = Decimal(2**53 - 1)
_SURROGATES = re.compile("[\ud800-\udfff]")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_PATH = "/%:@!$&'()*+,;=~-._"
_EXTENSION = re.compile(r"(?:;.*|[\s,.-]*(?:ext(?:ension|n)?|x|#|pes(?:awat)?)[\s.:=]*[0-9]{1,7}\D*)$", re.I)
_ANOTHER = re.compile(r"[,/;\n|]|\bor\b|\batau\b|(?<=[0-9])\s*(?=\+)", re.I)
_TRUNK = re.compile(r"\(\s*0\s*\)")
_AROUND = re.compile(r"^[^0-9+]*|[^0-9]*$")
_FEWEST, _MOST = 8, 15


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
    """The value at the first of the paths whose value `reads` can read; None if there is none."""
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


def public_url(url: object) -> str | None:
    """An http(s) URL without query, fragment and user: they carry tokens and mail addresses. None if it is no URL.

    A fragment that is a route (`#/checkout`, `#!/checkout`) stays, without its own query: in a storefront that is one
    page, it is what tells the pages apart.
    """
    try:
        parts = urlsplit(cleaned(text(url) or ""))
        host, port = (parts.hostname or "").rstrip("."), parts.port
        if parts.scheme not in ("http", "https") or not host:
            return None
        host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    path = quote(scalar_text(parts.path), safe=_PATH)
    route = quote(scalar_text(parts.fragment.partition("?")[0]), safe=_PATH)
    fragment = f"#{route}" if route.startswith(("/", "!/")) else ""
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{path}{fragment}"


def host_name(domain: str) -> str:
    """The host that was meant by a domain: also by a URL, `*.toko.example`, `.toko.example`, `Toko.Example:8000`."""
    written = cleaned(domain)
    rest = written.partition("//")[2] if "//" in written else written
    page = public_url("https://" + rest.removeprefix("*").removeprefix("."))
    host = urlsplit(page).hostname or "" if page else ""
    if not host or host.isdecimal() or (":" not in host and not all(map(_LABEL.fullmatch, host.split(".")))):
        raise InvalidInput("domains must be host names, as 'toko.example'")
    return host


def is_storefront_page(url: str, hosts: Sequence[str]) -> bool:
    """Whether the page is on one of the hosts or below one; any page if there are none."""
    host = urlsplit(url).hostname or ""
    return not hosts or any(host == own or host.endswith(f".{own}") for own in hosts)


def phone_digits(phone: str | None, country_code: str = "62") -> str | None:
    """`0812-3456-7890`, `+62 812…`, `(+62) 812…` and `812…` as `62812…`; None if it is no number.

    What begins with `+` or `00` is another country's and stays so, whatever stands before it (`tel:`, a bracket).
    An extension is left out, and of several numbers the first one counts.
    """
    seen = [c for c in normalize("NFKC", phone or "") if category(c) not in ("Cf", "Mn")]
    shown = "".join(str(int(c)) if c.isdecimal() else c for c in seen)
    for part in _ANOTHER.split(_EXTENSION.sub("", shown)):
        digits = _digits(part, country_code)
        if digits is not None:
            return digits
    return None


def _digits(written: str, country_code: str) -> str | None:
    number = _AROUND.sub("", written)
    abroad = number.startswith("+")
    digits = "".join(c for c in (_TRUNK.sub("", number) if abroad else number) if c.isdecimal())
    if any(c.isalpha() for c in number):
        return None
    abroad, digits = abroad or digits.startswith("00"), digits.removeprefix("00")
    # No country's code begins with 0: `+0812…` is a number of home.
    if digits.startswith("0") or (digits and not abroad and not digits.startswith(country_code)):
        digits = country_code + digits.lstrip("0")
    if digits.startswith(country_code + "0"):
        digits = country_code + digits[len(country_code) :].lstrip("0")
    return digits if _FEWEST <= len(digits) <= _MOST else None


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
    """`values` as a list, all of one class. Raises `InvalidInput` for anything else."""
    found: list[Any] = sequence(name, values, kind.__name__)
    if not all(isinstance(value, kind) for value in found):
        raise InvalidInput(f"{name} must be a list of {kind.__name__}")
    return found


def one_of(name: str, value: object, known: Iterable[str]) -> None:
    if not isinstance(value, str) or value not in known:
        raise InvalidInput(f"{name} must be one of {', '.join(known)}")
