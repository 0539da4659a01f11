"""The bytes of a contract from a path or URL, bounded in size and time, and how a source may be shown."""

from __future__ import annotations

import time
from pathlib import Path

import httpx

from _contract.document import ContractError

MAX_BYTES = 20 * 1024 * 1024
"""Twenty times the document's size. More is not a contract."""
MAX_SECONDS = 120.0


def is_url(spec: str) -> bool:
    return spec.startswith(("http://", "https://"))


def shown(spec: str) -> str:
    """The path or URL as it may be printed and kept: a file by its name, a URL without password and query."""
    if not is_url(spec):
        return Path(spec).name
    try:
        return str(httpx.URL(spec).copy_with(userinfo=b"", query=None, fragment=None))
    except httpx.InvalidURL:
        return spec.partition("://")[0] + "://…"


def read(spec: str) -> bytes:
    """The bytes behind a path or URL. Raises `ContractError` for what cannot be read, or is larger than `MAX_BYTES`."""
    return _fetched(spec) if is_url(spec) else _from_file(spec)


def _from_file(spec: str) -> bytes:
    try:
        with Path(spec).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ContractError(f"{spec}: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > MAX_BYTES:
        raise _too_large(spec)
    return data


def _fetched(spec: str) -> bytes:
    deadline = time.monotonic() + MAX_SECONDS
    received = bytearray()
    try:
        with httpx.stream("GET", spec, follow_redirects=True, timeout=30.0) as response:
            if response.status_code != 200:
                raise ContractError(f"{shown(spec)}: answered {response.status_code}")
            if spec.startswith("https:") and response.url.scheme != "https":
                raise ContractError(f"{shown(spec)}: redirected to {response.url.scheme}")
            for chunk in response.iter_bytes():
                received += chunk
                if len(received) > MAX_BYTES:
                    raise _too_large(spec)
                if time.monotonic() > deadline:
                    raise ContractError(f"{shown(spec)}: not read within {MAX_SECONDS:.0f} s")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ContractError(f"{shown(spec)}: {error or type(error).__name__}") from None
    return bytes(received)


def _too_large(spec: str) -> ContractError:
    return ContractError(f"{shown(spec)}: larger than {MAX_BYTES // 1024 // 1024} MB")
