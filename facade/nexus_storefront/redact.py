"""What may be shown of a text that could hold secrets or personal data. Pure."""

from __future__ import annotations

import re

__all__ = ["Secret", "excerpt", "redact"]

# Members of a JSON body whose values never leave it.
_PRIVATE_MEMBERS = (
    r"access|refresh|tokens?|password|otp|secret_slug|api_key|authorization|email|phone|name|address|notes"
    r"|postal_code|date_of_birth|recaptcha_token|account_number|account_holder|qr_string"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(rf'("[^"]*(?:{_PRIVATE_MEMBERS})"\s*:\s*)("(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|[\d.]+)', re.I),
        r'\1"[redacted]"',
    ),
    (re.compile(r"\b(?:bearer|basic)\s+[^\s\",]+", re.I), "[credentials]"),
    (re.compile(r"\beyJ[\w-]*\.[\w-]*(?:\.[\w-]*)?"), "[token]"),
    (re.compile(r"\b(?:sfpk|cit|cip|sk|pk)_[\w-]+"), "[key]"),
    (re.compile(r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b", re.I), "[uuid]"),
    (re.compile(r"[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+"), "[email]"),
    (re.compile(r"((?:token|otp|key|password)=)[^&\s\"]+", re.I), r"\1[redacted]"),
    (re.compile(r"(?<![\w.])\+?\d[\d \-]{7,}\d(?![\w.])"), "[number]"),
)


class Secret(str):
    """A text that `repr` does not show: so neither does a traceback with local variables, nor a dataclass."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"


def redact(text: str) -> str:
    """`text` with tokens, keys, e-mail addresses, long numbers and private JSON members replaced."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
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
