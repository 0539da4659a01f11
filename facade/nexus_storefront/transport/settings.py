"""The settings of a client, checked when it is made. Pure but for reading the environment."""

import os
import re
from collections.abc import Container, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from urllib.parse import urlsplit

import httpx

from ..arguments import is_function, plain
from ..errors import InvalidInput
from ..stores._protocol import LONGEST
from .retry import Retry, RetryPolicy
from .routes import check_value

if TYPE_CHECKING:
    from ..clock import Clock

BASE_URL = "https://api.scalev.com"
_CUSTOMER = r"[A-Za-z0-9_@+-][A-Za-z0-9_.@+-]{0,127}"
_NO_HOST = r"^\.|\.\.|[^.]{64}"
"""In the name of a host: no system looks such a one up."""
_STORE_ID = r"[A-Za-z0-9][A-Za-z0-9_-]{0,127}"


class _Seconds(NamedTuple):
    connect: float
    read: float
    write: float
    pool: float
    total: float


class Timeouts(_Seconds):
    """Seconds per phase, and `total` for one call with all its attempts. Refused (`InvalidInput`) where it is made if
    one of them is no positive number.
    """

    __slots__ = ()

    def __new__(
        cls, connect: float = 5.0, read: float = 30.0, write: float = 30.0, pool: float = 10.0, total: float = 90.0
    ) -> Self:
        return super().__new__(cls, connect, read, write, pool, total).checked()

    def checked(self) -> Self:
        """These, or `InvalidInput`."""
        for name, value in zip(self._fields, self, strict=True):
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= LONGEST:
                raise InvalidInput(f"timeout {name} must be a positive number of seconds, at most {LONGEST:g}")
        return self

    def at_most(self, seconds: float) -> "Timeouts":
        """These, none of them longer than `seconds`, and none shorter than `LEAST_LEFT`."""
        return Timeouts(*(min(each, max(LEAST_LEFT, seconds)) for each in self))

    @classmethod
    def of(cls, value: "float | Timeouts | httpx.Timeout") -> "Timeouts":
        """A number of seconds limits every phase and the whole call."""
        if isinstance(value, Timeouts):
            return value.checked()  # `_replace` makes one without a look
        if isinstance(value, httpx.Timeout):
            return cls(**{phase: seconds for phase, seconds in value.as_dict().items() if seconds is not None})
        return cls(connect=value, read=value, write=value, pool=value, total=value)


LEAST_LEFT = 0.001
"""Seconds that a phase has however little is left."""


class TimeLeft(float):
    """The timeout of a phase when it begins; `now` gives what is left of it later."""

    __slots__ = ("phase", "phases")
    phases: "Phases"
    phase: str

    @staticmethod
    def now(seconds: float | None) -> float | None:
        """What is left of a timeout at this moment; one that is no `TimeLeft` stays as it is."""
        return seconds.phases.left(seconds.phase) if isinstance(seconds, TimeLeft) else seconds


class Phases(Mapping[str, float]):
    """The timeouts of a request's phases, all of which end at `deadline`, in monotonic seconds: the HTTP library asks
    for each when the phase begins.

    The phases before the first byte end a little earlier than the call, so that a call whose time is over while it
    connects ends with an error of connecting, which proves that nothing was sent.
    """

    def __init__(self, deadline: float, seconds: Mapping[str, float], clock: "Clock") -> None:
        self._deadline = deadline
        self._seconds = seconds
        self._clock = clock

    def left(self, phase: str) -> float:
        """Seconds that a phase has at this moment."""
        left = self._deadline - self._clock.monotonic()
        if phase in ("connect", "pool"):
            left -= min(0.2, left / 4)
        return max(LEAST_LEFT, min(self._seconds[phase], left))

    def __getitem__(self, phase: str) -> float:
        if phase not in self._seconds:
            raise KeyError(phase)
        seconds: float = self.get(phase)
        return seconds

    def get(self, phase: str, default: Any = None) -> Any:  # used by httpcore, five times a request
        if phase not in self._seconds:
            return default
        seconds = TimeLeft(self.left(phase))
        seconds.phases, seconds.phase = self, phase
        return seconds

    def __iter__(self) -> Iterator[str]:
        return iter(self._seconds)

    def __len__(self) -> int:
        return len(self._seconds)


class Settings(NamedTuple):
    """One client's settings. `repr` shows no key."""

    store_id: str
    api_key: str
    base_url: str = BASE_URL
    customer: str = "default"
    """A label of the shopper whose cart and session this is, where several share a store."""
    timeouts: Timeouts = Timeouts()
    retry: RetryPolicy = Retry()
    headers: Mapping[str, str] = MappingProxyType({})
    sends_guest_token: bool = True
    """Whether the shopper's guest token is sent and kept."""
    account: str | None = None
    """A digest of the one customer whose calls these are; None: whoever is signed in."""

    def __repr__(self) -> str:
        return f"Settings({self.store_id!r}, base_url={self.base_url!r}, customer={self.customer!r})"

    def checked(self) -> "Settings":
        """These, with the base URL in its plain form, or `InvalidInput`."""
        store_id, customer = plain(self.store_id), plain(self.customer)
        if store_id is None or not re.fullmatch(_STORE_ID, store_id):
            raise InvalidInput("store_id must be the store's unique id: letters, digits, '_' and '-', at most 128")
        if customer is None or not re.fullmatch(_CUSTOMER, customer):
            raise InvalidInput(
                "customer must be a text: a label of 1 to 128 letters, digits and '_.@+-', not first '.'"
            )
        api_key = check_value("api_key", self.api_key, limit=512)
        if not is_function(self.retry) or isinstance(self.retry, type):
            raise InvalidInput("retry must be a Retry or a function from an Attempt to seconds or None")
        base_url = check_base_url(self.base_url)
        return self._replace(store_id=store_id, api_key=api_key, base_url=base_url, customer=customer)


def check_base_url(url: str) -> str:
    """`url` without its last slash and without `/v3`, with which every path begins; https, or anything on loopback, and
    nothing but scheme, host, port and path.
    """
    if not isinstance(url, str) or not url.isascii() or not url.isprintable() or len(url) > 2048 or " " in url:
        raise InvalidInput("base_url must be an ASCII URL without spaces")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise InvalidInput("base_url is not a URL") from None
    odd = "@" in parts.netloc or "?" in url or "#" in url or re.search(_NO_HOST, host)
    if parts.scheme not in ("http", "https") or not host or odd:
        raise InvalidInput("base_url must be http(s)://host[:port][/path], without user, query and fragment")
    if parts.scheme == "http" and not is_loopback(host):
        raise InvalidInput("base_url must be https (http is for loopback only): the key and tokens travel in headers")
    url = url.rstrip("/")
    return url[: -len("/v3")].rstrip("/") if parts.path.rstrip("/").endswith("/v3") else url


def is_loopback(host: str) -> bool:
    return host in ("localhost", "::1") or bool(re.fullmatch(r"127(\.\d{1,3}){3}", host))


VARIABLES = {
    "store_id": "SCALEV_STORE_UNIQUE_ID",
    "api_key": "SCALEV_STOREFRONT_API_KEY",
    "base_url": "SCALEV_API_BASE",
}


def read_environment(environ: Mapping[str, str] | None = None, given: Container[str] = ()) -> dict[str, str]:
    """`store_id`, `api_key` and, if set, `base_url` from the SCALEV_* variables; what is `given` may be missing."""
    environ = os.environ if environ is None else environ
    if not isinstance(environ, Mapping):
        raise InvalidInput("environ must be a mapping, as os.environ is")
    found = {name: environ[variable] for name, variable in VARIABLES.items() if environ.get(variable)}
    del environ  # an error's frames must not show the other variables
    for name in ("store_id", "api_key"):
        if name not in found and name not in given:
            raise InvalidInput(f"the environment variable {VARIABLES[name]} is not set")
    return found
