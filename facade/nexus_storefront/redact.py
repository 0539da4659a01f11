"""Secrets that do not show, and texts, bodies and errors without secrets and personal data. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Self

# Members of JSON whose texts and numbers are shown: they are about the service or the request, never about a shopper.
_SHOWN = frozenset({
    "code", "detail", "error", "error_code", "entity_type", "field", "has_next", "has_previous", "item_count", "kind",
    "message", "page_size", "payment_status", "quantity", "reason", "status", "stock_status", "title", "total", "type",
})  # fmt: skip
# The members of an error, as answers tell it.
_NAMES = ("error_code", "errors", "message", "field")
_JSON = r'"((?:[^"\\]|\\.)*+)("?)(\s*+(?::|=>))?|-?\d[\d.eE+-]*+'
_NAME = r"[A-Za-z_][\w.\[\]-]{0,60}"
_UNSEEN = r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+"
# Linear, whatever the text: every quantifier without a bound is possessive, and starts where nothing like it precedes.
# Compiled by `re` when they are first needed, which is when something has failed.
_RULES = (
    (r"(?i)\b(https?:(?:\\?/){2})(?:[^\s\"'<>/\\?#@]*+@)?([^\s\"'<>/\\?#@]*+)(?:[/\\?#][^\s\"'<>]*+)?", r"\1\2/…"),
    (r"(?<![\w<./\\])(?:\\?/[^\s\"'<>/\\]++){2,}+\S*+", "/…"),
    (r"(?i)\b(?:bearer|basic)\s++[^\s\",]++", "[credentials]"),
    (r"(?<![\w-])eyJ[\w-]*+\.[\w-]*+(?:\.[\w-]*+)?", "[token]"),
    (r"(?<![\w-])(?:sfpk|cit|cip|sk|pk)_[\w-]++", "[key]"),
    (r"(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b", "[uuid]"),
    (r"(?<![\w.+-])[\w.+-]++(?:@|%40)[\w.-]++", "[email]"),
    (r"(?i)\b(\w{0,40}(?:token|otp|key|password|secret|signature)=)[^&\s\"]++", r"\1[redacted]"),
    (r"(?<!\d)\+?\d(?:[\s().\u2010-\u2015/-]{0,3}\d){8,}+", "[number]"),
    (r"(?<![A-Za-z0-9])(?=[A-Za-z]{0,40}\d)(?=\d{0,40}[A-Za-z])[A-Za-z0-9]{16,}+", "[token]"),
)


class _Unshown:
    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a secret is not pickled: what is to last belongs in a store")

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __getitem__(self, part: Any) -> Any:
        # A part is a secret too: tools that show the variables of frames may cut a long text and show the part.
        found, kind = super().__getitem__(part), type(self)  # type: ignore[misc]
        return found if isinstance(found, int) else kind(found)  # type: ignore[call-arg]


class Secret(_Unshown, str):
    """A text that `repr` does not show, so neither does a traceback with local variables; nor can it be pickled."""

    __slots__ = ()

    def __new__(cls, text: object = "") -> Self:
        # The letters of a text, whatever an enum or the like makes of `str`.
        return super().__new__(cls, str.__str__(text) if isinstance(text, str) else text)


class SecretBytes(_Unshown, bytes):
    """A `Secret` of bytes, such as an entry of a store that holds tokens."""

    __slots__ = ()


def shown(value: object, limit: int = 60, write: Callable[[Any], str] = repr) -> str:
    """The first `limit` characters of a value as `write` writes it; the type of one that cannot be written, such as a
    number of thousands of digits."""
    try:
        return f"{write(value):.{limit}}"
    except Exception:
        return f"<{type(value).__name__}>"


def hidden(given: Any, deep: int = 3) -> Any:
    """The texts and bytes that a caller gave, also in lists and mappings, as secrets; anything else as it is, for
    others to refuse. Called first where a secret is taken, so that no error shows it in the variables of a frame. What
    is nested deeper than `deep`, or holds itself, becomes None.
    """
    if isinstance(given, list | tuple | set | frozenset | dict) and not deep:
        return None
    if isinstance(given, list | tuple | set | frozenset):
        return [hidden(each, deep - 1) for each in given]
    if isinstance(given, dict):
        return {name: hidden(value, deep - 1) for name, value in given.items()}
    if isinstance(given, _Unshown) or not isinstance(given, str | bytes):
        return given
    return Secret(given) if isinstance(given, str) else SecretBytes(given)


def secrets_in(sent: object, names: tuple[str, ...] = _NAMES) -> list[Secret]:
    """The secrets in what was sent, at any depth. Left out are those of up to three characters, which occur everywhere,
    and those inside of `names`, which answers contain anyway: the names of an error's parts, and of the fields that
    were sent. Hiding such a name would make the answer unreadable, and would give the secret away.
    """
    if isinstance(sent, Mapping):
        names = (*names, *map(str, sent))
        return [each for value in sent.values() for each in secrets_in(value, names)]
    if isinstance(sent, list | tuple):
        return [each for value in sent for each in secrets_in(value, names)]
    if not isinstance(sent, Secret) or len(sent) <= 3 or any(sent.lower() in name.lower() for name in names):
        return []
    return [Secret(sent.removeprefix("Bearer "))]


def without_secrets(content: bytes, secrets: Iterable[str]) -> bytes:
    """Bytes of an answer without `secrets`, whether written as they are or escaped for JSON, HTML, URLs or Base64."""
    for secret in sorted(secrets, key=len, reverse=True):
        content = re.sub(_writings(secret).encode(), b"[redacted]", content)
    return content


def _writings(secret: str) -> str:
    """A pattern of every way to write a secret: programs differ in what they escape, and how."""
    from base64 import b64encode

    sent, in_base64 = secret.encode("utf-8", "surrogatepass"), list[str]()
    for before in range(3):  # Base64 depends on how many bytes stand before it in its first group of three
        written = b64encode(b"\0" * before + sent).decode()
        whole = written[before + (before > 0) : (before + len(sent)) * 8 // 6]
        in_base64 += [whole.translate({ord("+"): "[+-]", ord("/"): "[/_]"})] * (len(whole) > 5)
    # How many backslashes there are depends on how often a text was put into another one.
    return "|".join(("".join(map(_character, re.sub(r"\\+", r"\\", secret))), *in_base64))


_BACKSLASHES = r"(?i:\\|%(?:25)*5c){0,32}+"


@cache
def _character(character: str) -> str:
    """A pattern of every way to write a character; the character itself if nobody has to escape it."""
    from html.entities import html5

    if character.isascii() and (character.isalnum() or character in "-_.~"):
        return re.escape(character)
    code, units = ord(character), character.encode("utf-16-be", "surrogatepass").hex()
    in_json = _BACKSLASHES.join(f"u{units[at : at + 4]}" for at in range(0, len(units), 4))
    in_urls = "".join(f"%(?:25)*{byte:02x}" for byte in character.encode("utf-8", "surrogatepass"))
    names = [
        f"#0*{code}",
        f"#x0*{code:x}",
        *(name[:-1] for name in html5 if name[-1] == ";" and html5[name] == character),
    ]
    in_html = rf"(?:&|u0026)(?:amp;)*(?:{'|'.join(names)});"
    written = [re.escape(each) for each in (character, json.dumps(character)[1:-1].lstrip("\\")) if each]
    written += [r"\+"] * (character == " ") + [rf"\x{code:02x}"] * (code < 256)  # in bytes, the latter is Latin-1
    others = f"(?:{'|'.join(written)}|(?i:{in_json}|{in_urls}|{in_html}))"
    return others + "{1,32}+" if character == "\\" else _BACKSLASHES + others


def redact(text: str, limit: int = 500) -> str:
    """At most `limit` characters of `text` on one line, without tokens, keys, e-mail addresses, long numbers, paths of
    URLs, and the values of JSON members that are not known to be harmless.
    """
    shown = text[: limit * 8]
    if len(shown) < len(text):  # drop the last word: half of a secret would not be recognised
        shown = shown.rstrip("-+_.@%=/\\0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    shown = re.sub(r"[\ud800-\udfff]", "\ufffd", re.sub(_UNSEEN, " ", shown))
    shown = _without_values(shown)
    for pattern, replacement in _RULES:
        shown = re.sub(pattern, replacement, shown)
    return shown if len(shown) <= limit and len(text) <= limit * 8 else shown[: limit - 1] + "…"


def _without_values(text: str) -> str:
    """JSON, also a part of it, without the values that are not known to be harmless. What stands before the first name
    is left alone."""
    name: str | None = None

    def shown(found: re.Match[str]) -> str:
        nonlocal name
        value, closed, colon = found.groups()
        if closed and colon:
            name = value
            return found[0] if re.fullmatch(_NAME, value) else f'"[name]"{colon}'
        if name is None or (name in _SHOWN and not (value and "\\" in value)):
            return found[0]
        return "…"

    return re.sub(_JSON, shown, text)


def decoded(content: bytes | str) -> Any:
    """A body or a text as JSON, None if it is something else."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):  # also what is not UTF-8, or nested without end
        return None


def excerpt(content: bytes, limit: int = 300) -> str | None:
    """The beginning of a body, redacted, on one line; None for an empty body."""
    return redact(content[: limit * 8 + 1].decode("utf-8", "replace"), limit) if content else None


_REQUEST_ID_HEADERS = ("x-request-id", "x-amzn-requestid", "cf-ray")
_REQUEST_ID = r"(?!eyJ|sfpk_|cit_|cip_|sk_|pk_)[\w.:=/+-]{1,100}"


def request_id(headers: Mapping[str, str]) -> str | None:
    """The id by which the service, or what is in front of it, can find the request again."""
    found = next((headers[name] for name in _REQUEST_ID_HEADERS if name in headers), None)
    # Ids look like secrets to `redact`; what does not look like an id goes through it.
    return found if found is None or re.fullmatch(_REQUEST_ID, found) else redact(found, 100)
