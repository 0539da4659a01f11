# Rendered from facade/nexus_storefront/transport/_async/body.py by scripts/unasync.py; edit that file.
"""The body of an answer, as it arrives: unpacked, and bounded in time and size."""

from __future__ import annotations

from typing import Any

import httpx

from ...clock import Clock
from ..unpacking import MAX_BODY, BodyTooLong, Unpacking


def read_body(stream: Any, encoding: str, deadline: float, request: httpx.Request, clock: Clock) -> bytes:
    """A body that neither takes longer than the call nor more memory than a body may.

    Read timeouts alone never end a slow drip, and few packed bytes can be many: so it is unpacked here, piece by piece,
    and not by httpx. What was packed in a way that was not asked for is no answer.
    """
    # One buffer: pieces of their own take many times what is in them.
    unpacking, body, arrived = Unpacking(encoding), bytearray(), 0
    try:
        for chunk in stream:
            if clock.monotonic() > deadline:
                raise httpx.ReadTimeout("the body took longer than the call may last", request=request)
            arrived += len(chunk)
            for piece in unpacking.pieces(chunk):
                body += piece
                if len(body) > MAX_BODY:
                    break
            if max(arrived, len(body)) > MAX_BODY:
                raise BodyTooLong
        return bytes(body)
    finally:
        body.clear()  # an error keeps this frame
