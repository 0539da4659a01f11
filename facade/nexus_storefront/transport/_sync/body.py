# Rendered from facade/nexus_storefront/transport/_async/body.py by scripts/unasync.py; edit that file.
"""The body of an answer, as it arrives: unpacked, and bounded in time and size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx

from ...clock import Clock
from ..unpacking import MAX_BODY, BodyTooLong, Unpacking
from .concurrency import ByteStream

__all__ = ["BoundedBody"]


class BoundedBody(ByteStream):
    """A body that neither takes longer than the call nor more memory than a body may.

    Read timeouts alone never end a slow drip, and few packed bytes can be many: so it is unpacked here, piece by piece,
    and not by httpx. What was packed in a way that was not asked for is no answer.
    """

    def __init__(self, inner: Any, encoding: str, deadline: float, request: httpx.Request, clock: Clock) -> None:
        self._inner = inner
        self._unpacking = Unpacking(encoding)
        self._deadline = deadline
        self._request = request
        self._clock = clock

    def __iter__(self) -> Iterator[bytes]:
        arrived = length = 0
        for chunk in self._inner:
            if self._clock.monotonic() > self._deadline:
                raise httpx.ReadTimeout("the body took longer than the call may last", request=self._request)
            arrived += len(chunk)
            for piece in self._unpacking.pieces(chunk):
                length += len(piece)
                if length > MAX_BODY:
                    break
                yield piece
            if max(arrived, length) > MAX_BODY:
                raise BodyTooLong

    def close(self) -> None:
        self._inner.close()
