"""What an error tracker sees of an error: the local variables of every frame, of the error and of those it came of.

And code of somebody else's that has secrets in its variables when it fails: a store, a transport.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from types import FrameType
from typing import Any

import httpx
from nexus_storefront import MemoryStore
from nexus_storefront.redact import Secret, SecretBytes
from nexus_storefront.stores import Entry, StoreError

Handler = Callable[[httpx.Request], httpx.Response]


def leaks(error: BaseException, secrets: Iterable[str], *, but_not_in: str) -> list[str]:
    """Where a secret stands as plain text: `function.variable`. The caller's own file, `but_not_in`, does not count."""
    found = []
    for frame in _frames(error):
        if frame.f_code.co_filename == but_not_in or "/site-packages/_pytest/" in frame.f_code.co_filename:
            continue
        for name, value in frame.f_locals.items():
            shown = list(_texts(value))
            if any(secret in text for secret in secrets for text in shown):
                found.append(f"{frame.f_code.co_qualname}.{name}")
    return found


def _frames(error: BaseException) -> Iterator[FrameType]:
    waiting: list[BaseException | None] = [error]
    seen: list[BaseException] = []
    while waiting:
        one = waiting.pop()
        if one is None or one in seen:
            continue
        seen.append(one)
        waiting += [one.__cause__, one.__context__, *getattr(one, "exceptions", ())]
        trace = one.__traceback__
        while trace is not None:
            yield trace.tb_frame
            trace = trace.tb_next


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    """Everything of a value that is shown, or that anybody who walks through containers finds as plain text."""
    if depth == 0:
        with suppress(AttributeError):  # of what was not made to its end
            yield repr(value)
    if isinstance(value, Secret | SecretBytes) or depth > 6:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield value.decode("latin-1")
    elif isinstance(value, dict):
        for pair in list(value.items()):
            yield from _texts(pair, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in list(value):
            yield from _texts(item, depth + 1)


class Failing(MemoryStore):
    """A store whose disk is full, or gone, once it is told so. It keeps what it was given in its variables."""

    def __init__(self) -> None:
        super().__init__()
        self.fails: set[str] = set()

    def get(self, key: str) -> Entry | None:
        entry = super().get(key)
        copied = None if entry is None else bytes(entry.value)
        if "get" in self.fails and copied != b"":
            raise StoreError("the disk is gone")
        return entry

    def put(self, key: str, value: bytes, **options: Any) -> int:
        copied = bytes(value)
        if "put" in self.fails and copied:
            raise StoreError("the disk is full")
        return super().put(key, value, **options)


def raises(error: BaseException) -> Handler:
    def fail(request: httpx.Request) -> httpx.Response:
        headers, body = [(bytes(name), bytes(value)) for name, value in request.headers.raw], request.content
        raise error if headers or body else AssertionError

    return fail


class Service:
    """The sandbox, until it is told how to fail."""

    def __init__(self, real: Handler) -> None:
        self.real = real
        self.failing: Handler | None = None
        self.first = 0
        """Requests that are answered before it fails."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.failing is None or self.first:
            self.first -= bool(self.failing)
            return self.real(request)
        return self.failing(request)


def answers(status: int, content: bytes) -> Handler:
    return lambda request: httpx.Response(status, content=content)


class Interrupted(BaseException):
    """As Ctrl-C is."""


SERVICE_FAILURES: dict[str, Handler] = {
    "500": answers(500, b'{"error": "no"}'),
    "422": answers(422, b'{"errors": {"password": ["is too weak"]}}'),
    "401": answers(401, b'{"error": "no"}'),
    "404": answers(404, b'{"error": "no"}'),
    "a page": answers(200, b"<html>"),
    "another shape": answers(200, b"[1]"),
    "too long": answers(200, b" " * (9 << 20)),
    "lost": raises(httpx.ReadError("lost")),
    "refused": raises(httpx.ConnectError("refused")),
    "a transport's own error": raises(OSError("boom")),
    "an interrupt": raises(Interrupted()),
}
