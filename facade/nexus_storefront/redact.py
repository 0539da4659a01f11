"""What may be shown of a text that could hold secrets or personal data. Pure."""

from __future__ import annotations

import re

__all__ = ["Secret", "excerpt", "redact"]

# Members of a JSON body whose values never leave it.
_PRIVATE_MEMBERS = (
    r"access|refresh|tokens?|password|otp|secret_slug|api_key|authorization|email|phone|name|address|notes"
    r"|postal_code|date_of_birth|recaptcha_token|account_number|account_holder|qr_string"
)
# Compiled by `re` when they are first needed, which is when something has failed.
_RULES = (
    (
        rf'(?i)("[^"]*(?:{_PRIVATE_MEMBERS})"\s*:\s*)("(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|[\d.]+)',
        r'\1"[redacted]"',
    ),
    (r"(?i)\b(?:bearer|basic)\s+[^\s\",]+", "[credentials]"),
    (r"\beyJ[\w-]*\.[\w-]*(?:\.[\w-]*)?", "[token]"),
    (r"\b(?:sfpk|cit|cip|sk|pk)_[\w-]+", "[key]"),
    (r"(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b", "[uuid]"),
    (r"[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+", "[email]"),
    (r"(?i)((?:token|otp|key|password)=)[^&\s\"]+", r"\1[redacted]"),
    (r"(?<![\w.])\+?\d[\d \-]{7,}\d(?![\w.])", "[number]"),
)


class Secret(str):
    """A text that `repr` does not show, so neither does a traceback with local variables; nor can it be pickled."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a secret is not pickled: what is to last belongs in a store")

    def __deepcopy__(self, memo: object) -> Secret:
        return self


def redact(text: str) -> str:
    """`text` with tokens, keys, e-mail addresses, long numbers and private JSON members replaced."""
    for pattern, replacement in _RULES:
        text = re.sub(pattern, replacement, text)
    return text


def excerpt(content: bytes, limit: int = 300) -> str | None:
    """The beginning of a body, redacted, on one line; None for an empty body.

    It is cut after redaction, so that half a secret at the edge is not taken for a word.
    """
    if not content:
        return None
    text = redact(content[: limit * 8].decode("utf-8", "replace"))
    text = re.sub(r"[\x00-\x1f\x7f]+", " ", text)
    return text if len(text) <= limit else text[: limit - 1] + "…"
