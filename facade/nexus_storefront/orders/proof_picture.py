"""Transfer proofs: what a picture is by its content, and what it is called. Pure."""

from __future__ import annotations

import re

import httpx

from ..errors import DecodeError, InvalidInput
from ..transport.settings import is_loopback

MOST_BYTES = 10 * 1024 * 1024

_EXTENSIONS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}


def image_type(content: bytes) -> str:
    """The media type of a JPEG, PNG or WebP picture of 1 byte to 10 MiB, by its first bytes. Raises `InvalidInput` for
    anything else, whatever its name says."""
    if not 1 <= len(content) <= MOST_BYTES:
        raise InvalidInput(f"a transfer proof may have 1 to {MOST_BYTES} bytes; this one has {len(content)}")
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    raise InvalidInput("a transfer proof must be a JPEG, PNG or WebP picture; this content is none of them")


def file_name(given: str | None, media_type: str) -> str:
    """A plain file name with the ending of its type: no folders, no characters that a storage could trip over."""
    stem = re.split(r"[/\\]", given or "")[-1].rpartition(".")
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", stem[0] or stem[2]).strip("-")[:80]
    return (plain or "transfer-proof") + _EXTENSIONS[media_type]


def check_upload_url(url: str) -> str:
    """An upload URL as the service gave it, if it is https, or http on loopback. Never shown: it is a credential."""
    try:
        parts = httpx.URL(url)
    except (httpx.InvalidURL, TypeError, ValueError):
        parts = httpx.URL()
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.host)):
        return url
    raise DecodeError("the service gave an upload URL that is neither https nor on loopback")
