"""Which identity goes on which route, how urgent a route is, and which calls may be repeated: one table, computed from
the operation's path template. Pure. docs/transport.md shows the identities.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..arguments import plain
from ..errors import InvalidInput
from ..redact import Secret, shown

if TYPE_CHECKING:
    import httpx


API_KEY = "X-Scalev-Storefront-Api-Key"
GUEST_TOKEN = "X-Scalev-Guest-Token"  # noqa: S105 - the header's name
_GUEST_TOKEN = GUEST_TOKEN.lower().encode()
AUTHORIZATION = "Authorization"
_PUBLIC = "/v3/stores/{store_id}/public/"
_CUSTOMER = "/v3/stores/{store_id}/customers/me"
_MERGE = _PUBLIC + "cart/merge"
_CART_READ = ("GET", _PUBLIC + "cart")
_CART_ADD = ("POST", _PUBLIC + "cart/items")

# POSTs that only compute, and the one that the service documents as idempotent.
_COMPUTING = [_PUBLIC + path for path in ("checkout/shipping-options", "checkout/summary", "discount-codes/check")]
_COMPUTING_POSTS = {*_COMPUTING, _CUSTOMER + "/checkout/shipping-options", _CUSTOMER + "/checkout/summary"}
_REPEATABLE_POSTS = _COMPUTING_POSTS | {_PUBLIC + "orders/{secret_slug}/payment"}

_GUEST = {_PUBLIC + path for path in ("cart", "cart/items", "cart/items/{item_id}", "cart/merge", "checkout")}
_GUEST.update(_COMPUTING)

# Routes that a checkout needs, by the beginning of their paths.
_URGENT = (
    *(_PUBLIC + path for path in ("cart", "checkout", "orders/", "auth/", "payment-methods", "discount-codes/")),
    _PUBLIC + "locations",
    *(f"{_CUSTOMER}/{path}" for path in ("cart", "checkout", "orders", "addresses")),
)

_LATER = (_PUBLIC + "analytics/", _PUBLIC + "checkout-intents")


class Priority:
    """Which calls go first when the rate budget is short; lower is more urgent."""

    CHECKOUT = 0
    CATALOGUE = 1
    EVENTS = 2


class Route(NamedTuple):
    """The rules of an operation for the transport."""

    api_key: bool = False
    guest: bool = False
    bearer: bool = False
    issues_guest_token: bool = False
    """A call without a guest token makes a new cart and answers with its token."""
    priority: int = Priority.CATALOGUE
    repeatable: bool = False
    """Sending it twice has the effect of sending it once."""
    changes_something: bool = True
    names_only_the_store: bool = False
    """A 404 to this read is probably about the store: its path names nothing else, and it reads no cart."""


@cache
def route_for(method: str, path: str) -> Route:
    """The rules of an operation, from its method and path template."""
    public = path.startswith(_PUBLIC)
    priority = Priority.CATALOGUE
    if path.startswith(_LATER):
        priority = Priority.EVENTS
    elif path.startswith(_URGENT):
        priority = Priority.CHECKOUT
    customer = path == _CUSTOMER or path.startswith(_CUSTOMER + "/")
    merge = path == _MERGE
    reads = method in ("GET", "HEAD", "OPTIONS")
    return Route(
        api_key=public,
        guest=path in _GUEST,
        bearer=customer or merge,
        issues_guest_token=(method, path) in (_CART_READ, _CART_ADD),
        priority=priority,
        repeatable=reads or (method == "POST" and path in _REPEATABLE_POSTS),
        changes_something=not (reads or (method == "POST" and path in _COMPUTING_POSTS)),
        names_only_the_store=method == "GET" and public and path.count("{") == 1 and path not in _GUEST,
    )


def check_value(name: str, value: object, *, limit: int = 8192) -> str:
    """`value` if it can be a header's value: visible ASCII, not empty, not longer than `limit`."""
    found = plain(value)
    if not found or len(found) > limit:
        raise InvalidInput(f"{name} must be a text of 1 to {limit} characters")
    if not (found.isascii() and found.isprintable() and found.strip() == found):
        raise InvalidInput(f"{name} holds a character that a header cannot carry")
    return found


def is_ours(name: str) -> bool:
    """A header that is set by the client, per route: identity, and what describes the request itself."""
    return name.lower() in ("authorization", "proxy-authorization", "cookie", "host", "transfer-encoding") or (
        name.lower().startswith(("x-scalev-", "content-"))
    )


def guest_token_in(response: "httpx.Response") -> Secret | None:
    """The guest token that an answer carries; something on the way may have sent the header twice."""
    tokens = [value for name, value in response.headers.raw if name.lower() == _GUEST_TOKEN]
    return Secret(tokens[0].decode("latin-1")) if tokens else None


def extra_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """A caller's own headers, checked. Identity headers are refused: they would go to every route."""
    if not isinstance(headers, Mapping):
        raise InvalidInput("headers must be a mapping of names to values")
    checked: dict[str, str] = {}
    for name, value in headers.items():
        if not isinstance(name, str) or not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
            raise InvalidInput(f"a header's name may hold letters, digits, '-' and '_' only, not {shown(name)}")
        if is_ours(name):
            raise InvalidInput(f"{name} is set by the client, per route, and cannot be given as an extra header")
        checked[name] = check_value(f"header {name}", value)
    return checked
