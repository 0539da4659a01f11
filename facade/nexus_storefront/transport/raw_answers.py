"""The answers of the calls made inside a `with` block, as they came."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import httpx

captured: ContextVar[list[httpx.Response] | None] = ContextVar("nexus_storefront_raw", default=None)


@contextmanager
def raw() -> Iterator[list[httpx.Response]]:
    """Collect every answer that this task or thread receives inside the block, attempts that failed included."""
    answers: list[httpx.Response] = []
    token = captured.set(answers)
    try:
        yield answers
    finally:
        captured.reset(token)
        around = captured.get()
        if around is not None:
            around.extend(answers)
