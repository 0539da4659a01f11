"""What leaves a recording before it is written: keys, tokens, addresses of people, hosts and store ids.

A value is replaced by a placeholder of the same shape, the same one wherever it stands, so that a recording still
hangs together (the slug in a path is the slug of the order). A placeholder is left alone, so scrubbing twice is
scrubbing once, and a replaying client, which only knows placeholders, matches what was recorded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

CANONICAL_ORIGIN = "https://api.scalev.com"
STORAGE_ORIGIN = "https://storage.example"
CANONICAL_STORE = "store_cassette"

LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?")
KEPT_REQUEST_HEADERS = {"accept", "content-type"}
KEPT_RESPONSE_HEADERS = {
    "content-type", "retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset",
    "x-request-id", "x-scalev-guest-token",
}  # fmt: skip
GUEST_TOKEN = "x-scalev-guest-token"  # noqa: S105  # a header's name

# kind -> (placeholder for its n-th value, what a placeholder of the kind looks like)
SHAPES: dict[str, tuple[Callable[[int], str], re.Pattern[str]]] = {
    "guest": (lambda n: f"00000000-0000-4000-8000-{n:012d}", re.compile(r"00000000-0000-4000-8000-\d{12}")),
    "session": (lambda n: f"00000000-0000-4000-9000-{n:012d}", re.compile(r"00000000-0000-4000-9000-\d{12}")),
    "access": (lambda n: f"scrubbed-access-{n}", re.compile(r"scrubbed-access-\d+")),
    "refresh": (lambda n: f"scrubbed-refresh-{n}", re.compile(r"scrubbed-refresh-\d+")),
    "token": (lambda n: f"scrubbed-token-{n}", re.compile(r"scrubbed-(token|access|refresh)-\d+")),
    "intent": (lambda n: f"cit_scrubbed{n}", re.compile(r"cit_scrubbed\d+")),
    "prefill": (lambda n: f"cip_scrubbed{n}", re.compile(r"cip_scrubbed\d+")),
    "slug": (lambda n: f"scrubbed-slug-{n}", re.compile(r"scrubbed-slug-\d+")),
    "password": (lambda n: f"scrubbed-password-{n}", re.compile(r"scrubbed-password-\d+")),
    "otp": (lambda n: "000000", re.compile(r"000000")),
    "email": (lambda n: f"shopper{n}@example.com", re.compile(r"shopper\d+@example\.com")),
    "phone": (lambda n: f"6280000000{n:02d}", re.compile(r"6280000000\d\d")),
    "name": (lambda n: f"Scrubbed Name {n}", re.compile(r"Scrubbed Name \d+")),
    "address": (lambda n: f"Scrubbed Address {n}", re.compile(r"Scrubbed Address \d+")),
}

KIND_OF_KEY = {
    "access": "access",
    "refresh": "refresh",
    "token": "token",
    "tokens": "token",
    "recaptcha_token": "token",
    "checkout_intent_token": "intent",
    "client_session_id": "session",
    "checkout_intent_prefill_token": "prefill",
    "secret_slug": "slug",
    "password": "password",
    "current_password": "password",
    "new_password": "password",
    "password_confirmation": "password",
    "otp": "otp",
    "email": "email",
    "em": "email",
    "customer_email": "email",
    "phone": "phone",
    "ph": "phone",
    "customer_phone": "phone",
    "customer_name": "name",
    "fn": "name",
    "ln": "name",
    "shipping_address": "address",
    "address": "address",
}


class Scrubber:
    """Replaces secrets and personal data in one recording, consistently."""

    def __init__(self, *, store_id: str, origin: str = CANONICAL_ORIGIN) -> None:
        """`store_id` and `origin` (scheme://host:port) are what the recording was made with; they become canonical."""
        self._store_id = store_id
        self._origin = origin.rstrip("/")
        self._known: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}

    def value(self, kind: str, raw: str) -> str:
        """The placeholder for a value of this kind."""
        make, shape = SHAPES[kind]
        if not raw or shape.fullmatch(raw):
            return raw
        known = next((placeholder for (_, text), placeholder in self._known.items() if text == raw), None)
        if known is None:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            known = make(self._counts[kind])
            self._known[(kind, raw)] = known
        return known

    def text(self, text: str) -> str:
        """Free text (a path, a URL, HTML) with every value met so far replaced; longest first."""
        for (_, raw), placeholder in sorted(self._known.items(), key=lambda item: -len(item[0][1])):
            if len(raw) >= 6:
                text = text.replace(raw, placeholder).replace(quote(raw, safe=""), quote(placeholder, safe=""))
        text = text.replace(self._store_id, CANONICAL_STORE).replace(self._origin, CANONICAL_ORIGIN)
        return LOOPBACK.sub(STORAGE_ORIGIN, text)

    def json(self, value: Any, key: str = "") -> Any:
        """A decoded JSON value, scrubbed by the names of its keys, then by the values met so far."""
        if isinstance(value, dict):
            return {name: self.json(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [self.json(item, key) for item in value]
        if isinstance(value, str):
            if key == "upload_url":
                return self.url(value)
            kind = KIND_OF_KEY.get(key)
            return self.value(kind, value) if kind else self.text(value)
        return value

    def body(self, body: bytes) -> bytes:
        """A body: JSON by its keys, other text by the values met so far, other bytes untouched."""
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return body
        try:
            value = json.loads(text)
        except ValueError:
            return self.text(text).encode()
        return json.dumps(self.json(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()

    def url(self, url: str) -> str:
        """A URL under its canonical host. A storage host's query is its credential and is dropped."""
        parts = urlsplit(url)
        path = quote(self.text(unquote(parts.path)), safe="/")
        if f"{parts.scheme}://{parts.netloc}" not in (self._origin, CANONICAL_ORIGIN):
            return f"{STORAGE_ORIGIN}{path}"
        query = [(name, self.json(value, name)) for name, value in parse_qsl(parts.query, keep_blank_values=True)]
        return f"{CANONICAL_ORIGIN}{path}" + (f"?{urlencode(query)}" if query else "")

    def request_headers(self, headers: dict[str, Any]) -> dict[str, Any]:
        """Only what a body needs to be read; every credential goes."""
        return {name: value for name, value in headers.items() if name.lower() in KEPT_REQUEST_HEADERS}

    def response_headers(self, headers: dict[str, list[str]]) -> dict[str, list[str]]:
        """Only what a client reads; the guest token as its placeholder."""
        kept = {name: values for name, values in headers.items() if name.lower() in KEPT_RESPONSE_HEADERS}
        return {
            name: [self.value("guest", value) for value in values] if name.lower() == GUEST_TOKEN else values
            for name, values in kept.items()
        }
