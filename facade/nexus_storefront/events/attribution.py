"""Ad attribution: what a landing URL and the shopper's cookies say about the ad that brought them.

Cookie names, values and lifetimes are those of the hosted storefront (advertising conversion events guide). Pure.
"""

import random as _random
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from urllib.parse import parse_qsl, quote, unquote

from attrs import field, frozen

from ..arguments import function
from ..errors import InvalidInput
from .reading import cleaned

DAY = 86_400
FBC, FBP, TTCLID, TTP, CLICK_ID = "_fbc", "_fbp", "_ttclid", "_ttp", "_kwai_click_id"
LONGEST_ID = 1024
"""Bytes of a cookie's value. Ids in use have up to some 550; usual servers refuse a Cookie line of more than 8,190."""
_PREFIX = 32
"""Bytes of a cookie `_fbc` before the id."""

_OURS = (FBC, FBP, TTCLID, TTP, CLICK_ID)
_PARAMETERS = {FBC: "fbclid", TTCLID: "ttclid", CLICK_ID: "click_id"}
_DAYS = {FBC: 90, FBP: 90, TTCLID: 7, CLICK_ID: 7}
_NEXT_LINE = re.compile(rf",(?=\s*(?:{'|'.join(_OURS)})\s*=)")
_SHAPES = {
    FBC: re.compile(r"fb\.[0-9]\.[0-9]+\.(?!(?:undefined|null)\b).+"),
    FBP: re.compile(r"fb\.[0-9]\.[0-9]+\.[0-9]+(\.[A-Za-z0-9_-]+)?"),
}
# what scripts write when they have no id
_NOTHING = ("undefined", "null", "NaN", "None", "[object Object]")


@frozen
class SetCookie:
    """A first-party cookie to set: host-only, readable by the pixels, percent-encoded as `encodeURIComponent` does.

    `value` is ready for the wire (no separator, quote or line break survives the encoding), so it can also be handed to
    a framework's `response.set_cookie(c.name, c.value, max_age=c.max_age, samesite=c.samesite, secure=c.secure)`.
    `str(cookie)` serves both a `Set-Cookie` header and an assignment to `document.cookie`. `max_age` is in seconds.
    """

    name: str
    value: str = field(repr=False)
    max_age: int
    secure: bool
    path: str = "/"
    samesite: str = "Lax"
    httponly: bool = False
    domain: None = None

    def __str__(self) -> str:
        text = f"{self.name}={self.value}; Max-Age={self.max_age}; Path={self.path}; SameSite={self.samesite}"
        return text + "; Secure" if self.secure else text


@frozen
class Attribution:
    """Click and browser ids of one shopper, each None when unknown, never empty; `set_cookies` is what to set now."""

    fbc: str | None = field(default=None, repr=False)
    fbp: str | None = field(default=None, repr=False)
    ttclid: str | None = field(default=None, repr=False)
    ttp: str | None = field(default=None, repr=False)
    click_id: str | None = field(default=None, repr=False)
    set_cookies: list[SetCookie] = field(factory=list)


def capture_attribution(
    url: str,
    cookies: Mapping[str, str] | str | None,
    *,
    now: float | None = None,
    random: Callable[[], float] | None = None,
    secure: bool | None = None,
    referer: str | None = None,
) -> Attribution:
    """Read the landing `url` and the request's `cookies` (a mapping, a raw `Cookie` header or `document.cookie`).

    `now` is in epoch seconds, `random` gives numbers in [0, 1), `secure` is taken from the URL when None. What is
    minted here is in the result at once, though the browser sends it only with its next request. Nothing in `url` and
    `cookies` raises; ids that no platform makes (see `platform_id`) are as if they were not there. `referer` may be
    passed along with the rest of a request, but is not read: click ids count only on the landing URL itself, another
    page's query says nothing about this visit.
    """
    url = url if isinstance(url, str) else ""
    function("random", random)
    jar = _jar(cookies)
    query = _query(url)
    millis = _millis(time.time() if now is None else now)
    https = url.strip().lower().startswith("https:") if secure is None else secure

    clicks = {name: platform_id(query.get(parameter, "")) for name, parameter in _PARAMETERS.items()}
    made = {name: click for name, click in clicks.items() if click}
    stamp = f"fb.1.{millis}."
    if FBC in made:
        made[FBC] = stamp + made[FBC]
    if FBP not in jar:
        made[FBP] = f"{stamp}{int((random or _random.random)() * 10_000_000_000)}"
    known = jar | made
    minted = [SetCookie(name, _encoded(made[name]), days * DAY, https) for name, days in _DAYS.items() if name in made]
    return Attribution(known.get(FBC), known.get(FBP), known.get(TTCLID), known.get(TTP), known.get(CLICK_ID), minted)


def _millis(now: float) -> int:
    """Epoch milliseconds; by way of text and a fraction, which keep the digits that a float product would shave off."""
    if isinstance(now, bool) or not isinstance(now, (int, float)) or not 0 <= now < 1e11:
        raise InvalidInput("now must be epoch seconds")
    return int(Fraction(str(now)) * 1000)


def _query(url: str) -> dict[str, str]:
    """First value of each parameter, as URLSearchParams.get reads it; urlsplit would raise on odd hosts."""
    return dict(reversed(parse_qsl(url.partition("#")[0].partition("?")[2], keep_blank_values=True, errors="replace")))


def _jar(cookies: object) -> dict[str, str]:
    """Our cookies by name, decoded. Of duplicates the first, as `document.cookie` is read by the pixels; of several
    `_fbc` the one that was made last by its own time: one host's old cookie says nothing against a newer click.
    """
    found: dict[str, str] = {}
    for name, value in _pairs(cookies):
        read = _usable(name, value)
        if _made(read) > _made(found.setdefault(name, read)) and (name == FBC or not found[name]):
            found[name] = read
    return {name: value for name, value in found.items() if value}


def _pairs(cookies: object) -> Iterator[tuple[str, str]]:
    """Our cookies as they were sent. Not by http.cookies: one name or value it dislikes hides every cookie after it.

    Cookies that came in several lines are joined by commas in WSGI. None of ours holds a bare comma, so one that is
    followed by a name of ours begins it, and one inside a value of ours ends that.
    """
    if isinstance(cookies, Mapping):
        parts = [f"{name}={value}" for name, value in cookies.items() if isinstance(value, str)]
    else:
        parts = cookies.split(";") if isinstance(cookies, str) else []
    for part in parts:
        for cookie in _NEXT_LINE.split(part):
            name, _, value = cookie.partition("=")
            if name.strip() in _OURS:
                # Some servers and languages put a value in quotes, which are no part of it (RFC 6265).
                yield name.strip(), value.partition(",")[0].strip().strip('"')


def _usable(name: str, value: str) -> str:
    """The id in a cookie; "" for one that no platform made."""
    with suppress(UnicodeDecodeError):
        value = unquote(value, errors="strict")
    read = platform_id(value, LONGEST_ID + _PREFIX)
    shape = _SHAPES.get(name)
    return read if read and (shape is None or shape.fullmatch(read)) else ""


def _made(found: str) -> int:
    """The time in a well-formed `_fbc` or `_fbp`; -1 for anything else."""
    return int(found.split(".")[2]) if any(shape.fullmatch(found) for shape in _SHAPES.values()) else -1


def platform_id(value: str, longest: int = LONGEST_ID) -> str:
    """A click or browser id without what was pasted around it; "" for what no platform makes: a script's word for
    nothing, characters that cannot be seen, more than `longest` bytes in a cookie.
    """
    found = cleaned(value)
    if found in _NOTHING or not found.isprintable() or len(_encoded(found)) > longest:
        return ""
    return found


def _encoded(value: str) -> str:
    return quote(value, safe="!~*'()")
