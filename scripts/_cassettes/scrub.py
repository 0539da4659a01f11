"""What leaves a recording before it is written: keys, tokens, order secrets, what is a person's, hosts and store ids.

A recording is read twice. First everything that is secret or personal is learned from all of it, by keys, headers and
paths and by what looks like an address or a token; then every place where one of these values stands, in whatever
spelling, is replaced. So nothing is left that stands before the place that tells what it is. A placeholder has the
shape of what it stands for and is the same wherever it stands: a recording still hangs together (the slug in a path is
the slug of the order). A placeholder is left alone, so that scrubbing twice is scrubbing once and a replaying client,
which only knows placeholders, matches what was recorded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from _cassettes.kinds import FROM_ANSWERS, KINDS, PERSONS, STORAGE_ORIGIN, kind_of, kinds_in
from _cassettes.spellings import spellings

CANONICAL_ORIGIN = "https://api.scalev.com"
CANONICAL_STORE = "store_cassette"
NO_TEXT = b"scrubbed-bytes"
"""Stands for a body that is no text: what it shows cannot be judged."""

LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?")
KEPT_REQUEST_HEADERS = {"accept", "content-type"}
KEPT_RESPONSE_HEADERS = {
    "content-type", "retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset",
    "x-request-id", "x-scalev-guest-token",
}  # fmt: skip

_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://[^\s\"'<>\\]+")
_WORD = re.compile(r"[a-z][a-z_-]*")
"""A key or a part of a path of the contract."""
_USER_OF_A_URL = re.compile(r"://[^/@\s]*@")
_ORDER_OF_THE_SERVICE = re.compile(r"/public/orders/([^/]+)")
_ORDER_OF_A_SHOP = re.compile(r"/orders?/(?!\d+(?:/|$))([\w-]{8,})")
# What looks like one of these is one, whatever its key.
_PATTERNS = (
    ("token", re.compile(r"eyJ[\w-]{8,}\.[\w-]+\.[\w-]*")),
    ("key", re.compile(r"\bsfpk_\w+")),
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("phone", re.compile(r"(?<![\w.-])\+?(?:62|0)8\d{7,11}(?![\w.-])")),
)

_COMPACT: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}

Replace = Callable[[str | None, str], str]


class Scrubber:
    """Learns what is secret and personal in one recording, and replaces it, consistently."""

    def __init__(self, *, store_id: str, origin: str = CANONICAL_ORIGIN) -> None:
        """`store_id` and `origin` (scheme://host:port) are what the recording was made with; they become canonical."""
        self._store_id = store_id
        self._origin = origin.rstrip("/")
        self._known: dict[str, tuple[str, str]] = {}
        """Value -> its kind and its placeholder."""
        self._counts: dict[tuple[str, int], int] = {}
        self._first = 0
        self._pattern: re.Pattern[str] | None = None
        self._parts = re.compile(r"(?!)")
        self._placeholders: list[str] = []

    # --- the first pass: learning -------------------------------------------------------------------------------------

    def learn(self, kind: str, raw: str) -> None:
        """This value is of this kind, wherever it stands. Placeholders are nothing to learn."""
        raw = raw.strip()
        if kind == "link":
            raw = _without_query(raw)
        if raw and raw not in self._known and not any(it.shape.fullmatch(raw) for it in KINDS.values()):
            number = self._counts[kind, self._first] = self._counts.get((kind, self._first), self._first) + 1
            self._known[raw] = (kind, KINDS[kind].placeholder(number))
            self._pattern = None

    def learn_request(self, url: str, headers: Mapping[str, Any], body: bytes | None) -> None:
        """What a request tells: what the client sends of its own accord counts from 1."""
        self._first = 0
        self._learn_headers((name, value) for name, value in headers.items())
        if self._is_service(url):
            self._look_at(None, url)
            for name, value in parse_qsl(urlsplit(url).query):
                self._look_at(kind_of(name), value)
        else:
            self.learn("link", url)
        self._learn_body(url, body)

    def learn_response(self, url: str, headers: Mapping[str, Iterable[str]], body: bytes | None) -> None:
        """What an answer tells."""
        self._first = FROM_ANSWERS
        self._learn_headers((name, value) for name, values in headers.items() for value in values)
        self._learn_body(url, body)

    def _learn_headers(self, headers: Iterable[tuple[str, Any]]) -> None:
        for name, value in headers:
            text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
            match name.lower():
                case "authorization":
                    self.learn("token", text.partition(" ")[2] or text)
                case "cookie" | "set-cookie":
                    for pair in text.split(";"):
                        # `Path`, `Domain` and their like are no secrets, and too short to be taken for one.
                        if len(secret := pair.partition("=")[2]) >= 12:
                            self.learn("token", secret)
                case _:
                    self._look_at(kind_of(name), text)

    def _learn_body(self, url: str, body: bytes | None) -> None:
        def look(kind: str | None, text: str) -> str:
            self._look_at(kind, text)
            return text

        if body:
            self._through(url, body, look)

    def _look_at(self, kind: str | None, text: str) -> None:
        if kind is not None:
            self.learn(kind, text)
            return
        for url in _URL.findall(text):
            self._look_at_url(url)
        plain = unquote(_USER_OF_A_URL.sub("://", text))
        for pattern_kind, pattern in _PATTERNS:
            for match in pattern.findall(plain):
                self.learn(pattern_kind, match)

    def _look_at_url(self, url: str) -> None:
        try:
            parts = urlsplit(url)
        except ValueError:
            return
        if parts.password:
            self.learn("password", unquote(parts.password))
        for name, value in parse_qsl(parts.query):
            if (kind := kind_of(name)) is not None:
                self.learn(kind, value)
        order = (_ORDER_OF_THE_SERVICE if self._is_service(url) else _ORDER_OF_A_SHOP).search(parts.path)
        if order is not None:
            self.learn("slug", unquote(order[1]))

    # --- the second pass: replacing -----------------------------------------------------------------------------------

    def text(self, text: str, *, parts_of_names: bool = False) -> str:
        """Free text (a path, a URL, HTML) with every known value replaced, in any spelling."""
        if self._pattern is None:
            self._compile()
        assert self._pattern is not None
        text = self._pattern.sub(lambda match: self._placeholders[(match.lastindex or 1) - 1], text)
        if parts_of_names:
            text = self._parts.sub("Scrubbed", text)
        text = text.replace(self._store_id, CANONICAL_STORE).replace(self._origin, CANONICAL_ORIGIN)
        return LOOPBACK.sub(STORAGE_ORIGIN, text)

    def _compile(self) -> None:
        """One pattern for everything known; the longest first, so that no value is cut by another one in it."""
        entries = [
            (raw, kind, placeholder)
            for raw, (kind, placeholder) in sorted(self._known.items(), key=lambda item: -len(item[0]))
            if len(raw) >= KINDS[kind].everywhere
        ]
        self._placeholders = [placeholder for _, _, placeholder in entries]
        self._pattern = re.compile("|".join(f"({spellings(kind, raw)})" for raw, kind, _ in entries) or r"(?!)")
        words = {
            word for raw, (kind, _) in self._known.items() if kind == "name" for word in re.findall(r"\w{3,}", raw)
        }
        self._parts = re.compile("|".join(spellings("word", word) for word in sorted(words, key=len)[::-1]) or r"(?!)")

    def _value(self, kind: str, raw: str) -> str:
        bare = _without_query(raw) if kind == "link" else raw.strip()
        known = self._known.get(bare)
        return known[1] if known is not None else raw

    def _replaced(self, *, answer: bool) -> Replace:
        def visit(kind: str | None, text: str) -> str:
            return self._value(kind, text) if kind else self.text(text, parts_of_names=answer)

        return visit

    def body(self, url: str, body: bytes | None, *, answer: bool) -> bytes | None:
        """The body of a request to this URL, or of the answer to it."""
        return self._through(url, body, self._replaced(answer=answer)) if body else body

    def url(self, url: str) -> str:
        """A URL under its canonical host. A storage host's query is its credential and is dropped."""
        if not self._is_service(url):
            return self._value("link", url)
        parts = urlsplit(url)
        path = "/".join(quote(self._name(unquote(part)), safe="") for part in parts.path.split("/"))
        visit = self._replaced(answer=False)
        query = [(name, visit(kind_of(name), value)) for name, value in parse_qsl(parts.query, keep_blank_values=True)]
        return f"{CANONICAL_ORIGIN}{path}" + (f"?{urlencode(query)}" if query else "")

    def request_headers(self, headers: Mapping[str, Any]) -> dict[str, Any]:
        """Only what a body needs to be read; every credential goes."""
        return {name: self._header(name, v) for name, v in headers.items() if name.lower() in KEPT_REQUEST_HEADERS}

    def response_headers(self, headers: Mapping[str, list[str]]) -> dict[str, list[str]]:
        """Only what a client reads; the guest token as its placeholder."""
        return {
            name: [self._header(name, value) for value in values]
            for name, values in headers.items()
            if name.lower() in KEPT_RESPONSE_HEADERS
        }

    def _header(self, name: str, value: Any) -> str:
        text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
        return self._replaced(answer=True)(kind_of(name), text)

    def _name(self, name: str) -> str:
        """A key, or a part of a path: a word of the contract stays, even where it is somebody's password, too."""
        word = _WORD.fullmatch(name) and name not in self._known and name != self._store_id
        return name if word else self.text(name)

    # --- both passes --------------------------------------------------------------------------------------------------

    def _is_service(self, url: str) -> bool:
        parts = urlsplit(url)
        return f"{parts.scheme}://{parts.netloc}" in (self._origin, CANONICAL_ORIGIN)

    def _through(self, url: str, body: bytes, visit: Replace) -> bytes:
        """A body with each text in it visited: JSON and forms with their keys, other text as a whole."""
        about = _person_of(url)
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return NO_TEXT
        try:
            value = json.loads(text)
        except ValueError:
            pairs = parse_qsl(text, keep_blank_values=True) if re.fullmatch(r"[\w.+%*-]+=[^\s<>{}]*", text) else []
            if pairs:
                return urlencode([(name, visit(kind_of(name), item)) for name, item in pairs]).encode()
            return visit(None, text).encode()
        return json.dumps(
            self._walk(value, visit, about), ensure_ascii=False, separators=(",", ":"), sort_keys=True
        ).encode()

    def _walk(self, value: Any, visit: Replace, key: str = "", kind: str | None = None) -> Any:
        match value:
            case dict():
                kinds = kinds_in(value, key, kind)
                return {
                    name if _WORD.fullmatch(name) else visit(None, name): self._walk(
                        value[name], visit, name, kinds[name]
                    )
                    for name in sorted(value)
                }
            case list():
                return [self._walk(item, visit, key, kind) for item in value]
            case str() if kind is None and value.lstrip().startswith(("{", "[")):
                return self._nested(value, visit, key)
            case str():
                return visit(kind, value)
            case bool() | None:
                return value
            case _:
                return self._number(value, visit, kind)

    def _nested(self, text: str, visit: Replace, key: str) -> str:
        """JSON that is a text in JSON."""
        try:
            value = json.loads(text)
        except ValueError:
            return visit(None, text)
        return json.dumps(self._walk(value, visit, key), **_COMPACT)

    def _number(self, value: float, visit: Replace, kind: str | None) -> float:
        """A number that is personal by its key, or that is known as a text, gives way to a number."""
        raw = str(value)
        if kind is None and raw not in self._known:
            return value
        changed = visit(kind, raw)
        return value if changed == raw else int(changed) if changed.isdigit() else 0


def _person_of(url: str) -> str:
    """The name of the person or address that a URL is about: of `customers/me`, not of `customers/me/cart`."""
    *_, before, last = ("", *urlsplit(url).path.split("/"))
    return last if last in PERSONS else before if before in ("customers", "users", "addresses") else ""


def _without_query(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")) if parts.scheme else url
