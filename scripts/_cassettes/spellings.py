"""The ways in which one value can be written: percent-encoded, escaped for HTML or JSON, hashed, separated."""

from __future__ import annotations

import hashlib
import html
import re
from urllib.parse import quote

# Letters and digits must not touch a short value: "Ann" is not in "annual". An encoded character may touch it.
_BEFORE = r"(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2})|(?<=\\[nrt]))"
_AFTER = r"(?![A-Za-z0-9])"
_LONG = 6
_ANY_CASE = frozenset({"email", "name", "address", "notes", "holder", "link"})


def spellings(kind: str, raw: str) -> str:
    """A pattern, without groups, for every way in which a value of this kind may be written."""
    digits = re.sub(r"\D", "", raw)
    if kind == "phone" and len(digits) >= 7:
        return _phone(raw, digits)
    pattern = "".join(_character(character) for character in re.sub(r"\s+", " ", raw))
    # A name of one word may be a word of the contract in small letters: `Customer`.
    if kind in _ANY_CASE and len(raw) >= _LONG and (kind != "name" or " " in raw):
        pattern = f"(?i:{pattern})"
    if kind == "email":
        pattern = f"(?:{pattern}|{_hashes(raw)})"
    if kind == "link":
        return rf"{pattern}(?:\?[^\s\"'<>\\]*)?"
    # A name has to stand alone, and so does what is short.
    return pattern if len(raw) >= _LONG and kind not in ("name", "word") else f"{_BEFORE}{pattern}{_AFTER}"


def _character(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    if character == " ":
        return r"(?:\s|\+|%20|%2520|%2B|&nbsp;|\\[nrt])+"
    encoded = quote(character, safe="")
    bare = "".join(f"%{byte:02X}" for byte in character.encode())
    forms = {
        re.escape(form)
        for form in (
            character, encoded, bare, bare.lower(), quote(bare), html.escape(character), f"&#{ord(character)};",
            f"&#x{ord(character):x};", f"\\u{ord(character):04x}", f"\\u{ord(character):04X}", f"\\{character}",
        )
    }  # fmt: skip
    return f"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})"


def _phone(raw: str, digits: str) -> str:
    """With or without the country, with the separators that people put between."""
    core = digits.removeprefix("00").removeprefix("62").lstrip("0") or digits
    between = r"(?:[\s().-]|%20|%2D){0,2}"
    number = between.join(core)
    return rf"(?:(?:(?:\+|%2B|00)?62{between}|(?<!\d)0)?{number}(?!\d)|{_hashes(raw)})"


def _hashes(raw: str) -> str:
    """As advertisers hash a person's e-mail address or phone number."""
    digits = re.sub(r"\D", "", raw)
    texts = {raw, raw.lower(), digits, f"+{digits}"} - {"", "+"}
    found = {make(text.encode()).hexdigest() for text in texts for make in (hashlib.sha256, hashlib.md5, hashlib.sha1)}
    return "|".join(f"(?i:{text})" for text in sorted(found))
