"""Packed bodies of answers, unpacked in small pieces: many gigabytes can arrive in a few kilobytes. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import httpx

MAX_BODY = 8 * 1024 * 1024
"""Bytes that the body of an answer may have, unpacked."""

ACCEPTED = "gzip, deflate"
"""The encodings that are asked for: they can be unpacked piece by piece in every environment."""

_PIECE = 64 * 1024


class BodyTooLong(Exception):
    """An answer's body is longer than `MAX_BODY`."""


class Unpacking:
    """A stream of bytes in one content encoding."""

    def __init__(self, encoding: str) -> None:
        self._known = encoding in ("gzip", "x-gzip", "deflate")
        self._bare = encoding == "deflate"
        """Perhaps without the header that "deflate" promises and some servers leave out; its first two bytes tell."""
        self._waiting = b""
        # 32: with a header of gzip or of zlib, whichever is there.
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 32)

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Take in `data`, and give what can be unpacked now, in pieces of at most 64 KiB."""
        if not self._known and data:  # an empty body is packed in no way, whatever its headers say
            raise httpx.DecodingError("the answer is packed in a way that was not asked for")
        if self._bare:
            data = self._waiting = self._waiting + data
            if len(data) < 2:
                return
            self._bare = False
            if data[0] & 15 != 8 or (data[0] * 256 + data[1]) % 31:
                self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
        while data and not self._stream.eof:
            try:
                piece = self._stream.decompress(data, _PIECE)
            except zlib.error:
                raise httpx.DecodingError("the answer cannot be unpacked") from None
            data = self._stream.unconsumed_tail
            if piece:
                yield piece
