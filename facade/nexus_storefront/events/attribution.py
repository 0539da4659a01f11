"""Ad attribution: what a landing URL and the shopper's cookies say about the ad that brought them.

Cookie names, values and lifetimes are those of the hosted storefront (advertising conversion events guide). Pure.
"""

import random as _random
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import parse_qsl, quote, unquote

DAY = 86_400
FBC, FBP, TTCLID, TTP, CLICK_ID = "_fbc", "_fbp", "_ttclid", "_ttp", "_kwai_click_id"

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Attribution:
    """Click and browser ids of one shopper, each None when unknown, never empty; `set_cookies` is what to set now."""

    fbc: str | None = field(default=None, repr=False)
    fbp: str | None = field(default=None, repr=False)
    ttclid: str | None = field(default=None, repr=False)
    ttp: str | None = field(default=None, repr=False)
    click_id: str | None = field(default=None, repr=False)
    set_cookies: list[SetCookie] = field(default_factory=list)


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
    minted here is in the result at once, though the browser sends it only with its next request. Nothing in the
    arguments raises. `referer` may be passed along with the rest of a request, but is not read: click ids count only
    on the landing URL itself, another page's query says nothing about this visit.
    """
    jar = _jar(cookies)
    query = _query(url)
    # str() keeps the decimal digits that a float product would shave off
    millis = int(Decimal(str(time.time() if now is None else now)) * 1000)
    https = url.strip().lower().startswith("https:") if secure is None else secure

    minted: list[SetCookie] = []

    def keep(name: str, value: str, days: int) -> str:
        minted.append(SetCookie(name, quote(value, safe="!~*'()"), days * DAY, https))
        return value

    fbclid, ttclid, click_id = query.get("fbclid"), query.get("ttclid"), query.get("click_id")
    fbc = keep(FBC, f"fb.1.{millis}.{fbclid}", 90) if fbclid else jar.get(FBC)
    fbp = jar.get(FBP)
    if not fbp:
        drawn = int((random or _random.random)() * 10_000_000_000)
        fbp = keep(FBP, f"fb.1.{millis}.{drawn}", 90)
    ttclid = keep(TTCLID, ttclid, 7) if ttclid else jar.get(TTCLID)
    click_id = keep(CLICK_ID, click_id, 7) if click_id else jar.get(CLICK_ID)
    return Attribution(fbc, fbp, ttclid, jar.get(TTP), click_id, minted)


def _query(url: str) -> dict[str, str]:
    """First value of each parameter, as URLSearchParams.get reads it; urlsplit would raise on odd hosts."""
    found: dict[str, str] = {}
    for name, value in parse_qsl(url.partition("#")[0].partition("?")[2], keep_blank_values=True, errors="replace"):
        found.setdefault(name, scalar_text(value))
    return found


def _jar(cookies: Mapping[str, str] | str | None) -> dict[str, str]:
    """Our cookies by name, decoded; of duplicates the first, as `document.cookie` is read by the pixels."""
    found: dict[str, str] = {}
    for name, value in _pairs(cookies):
        if name in (FBC, FBP, TTCLID, TTP, CLICK_ID) and name not in found:
            found[name] = _decode(value)
    return {name: value for name, value in found.items() if value}


def _pairs(cookies: Mapping[str, str] | str | None) -> Iterator[tuple[str, str]]:
    if isinstance(cookies, str):
        # not http.cookies: one name or value it dislikes hides every cookie after it
        for part in cookies.split(";"):
            name, _, value = part.partition("=")
            yield name.strip(), value.strip()
    elif cookies:
        for name, value in cookies.items():
            if isinstance(value, str):
                yield name, value


def _decode(value: str) -> str:
    try:
        return scalar_text(unquote(value, errors="strict"))
    except UnicodeDecodeError:
        return scalar_text(value)


def scalar_text(value: str) -> str:
    """The text with lone surrogates replaced, so that it can be encoded anywhere, as browsers do on input."""
    return _SURROGATES.sub("\ufffd", value) if not value.isascii() else value
