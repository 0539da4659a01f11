"""Whether an answer is for one reader, or may be kept by a cache that many share (RFC 9111, RFC 9213). Pure.

Written here and not taken from an HTTP caching library: those judge pairs of their own requests and answers, inside
a client; this reads header lines, inside a server.
"""

from collections import defaultdict
from collections.abc import Iterable
from urllib.request import parse_http_list

HeaderLines = list[tuple[str, str]]

# directives by which a cache may keep an answer for a while; `no-cache` and the like only say how
_LIFETIMES = {"public", "max-age", "s-maxage", "must-revalidate", "proxy-revalidate", "immutable"} | {
    "stale-while-revalidate",
    "stale-if-error",
}
_VALIDATORS = ("etag", "last-modified")
"""With one of them a cache may keep an answer that says nothing, and have a bare 304 bring it out again."""
_PERMANENT = (301, 308)
_OF_CDNS = ("surrogate-control", "edge-control", "x-accel-expires")


def is_for_one_reader(status: int, headers: HeaderLines) -> bool:
    """Whether no shared cache may keep this answer: it says `private` or `no-store`, or nothing lets one keep it.

    What is said to a CDN alone (`CDN-Cache-Control` and its kin) counts for itself: it overrides `Cache-Control` there.
    """
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in headers:
        lines[name.lower()].append(value)
    if not all(_is_private(_directives(said)) for name, said in lines.items() if _is_of_a_cdn(name)):
        return False
    said = _directives(lines["cache-control"])
    may_be_kept = said.keys() & _LIFETIMES or lines.keys() & {"expires", *_VALIDATORS} or status in _PERMANENT
    return _is_private(said) or not may_be_kept


def kept_private(headers: HeaderLines) -> HeaderLines:
    """The headers of an answer that no cache keeps, whatever they said before."""
    kept = [
        (name, value)
        for name, value in headers
        if name.lower() not in ("cache-control", "expires", *_VALIDATORS) and not _is_of_a_cdn(name.lower())
    ]
    return [*kept, ("Cache-Control", "private, no-store")]


def _is_of_a_cdn(name: str) -> bool:
    return name in _OF_CDNS or (name.endswith("cache-control") and name != "cache-control")


def _directives(lines: Iterable[str]) -> dict[str, str]:
    """Directives by lower-case name, of all lines of a header."""
    found: dict[str, str] = {}
    for part in parse_http_list(",".join(lines)):
        name, _, value = part.partition("=")
        found[name.strip().lower()] = value.strip()
    return found


def _is_private(said: dict[str, str]) -> bool:
    """`private="a, b"` speaks of these header fields only."""
    if "no-store" in said:
        return True
    fields = [name.strip().lower() for name in said.get("private", "none").strip('"').split(",")]
    return "private" in said and (fields == [""] or "set-cookie" in fields)
