# Rendered from tests/facade/_async/conftest.py by scripts/unasync.py; edit that file.
"""Shops of this half, on a sandbox or on a transport that answers by rule."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Callable, Iterator
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from nexus_storefront import Storefront
from nexus_storefront.clock import SYSTEM_CLOCK
from scripted import Scripted

if TYPE_CHECKING:
    from nexus_sandbox import Sandbox


@pytest.fixture(scope="session")
def shared_sandbox() -> Iterator[Sandbox]:
    from nexus_sandbox import Sandbox  # not where there is no server, as in WebAssembly

    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(shared_sandbox: Sandbox) -> Iterator[Sandbox]:
    yield shared_sandbox
    shared_sandbox.control.clear_faults()
    shared_sandbox.control.clear_drift()


@pytest.fixture
def shop(sandbox: Sandbox) -> Iterator[Storefront]:
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        yield shop


class Wire:
    """A transport whose answers are given by rule, and that keeps the requests."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.answers: list[Any] = []
        self.default: Callable[[httpx.Request], httpx.Response] = lambda request: answer(200, {"items": []})

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if not self.answers:
            return self.default(request)
        found = self.answers.pop(0)
        if isinstance(found, type) and issubclass(found, Exception):
            raise found("broken", request=request)  # type: ignore[call-arg]
        if isinstance(found, Exception):
            raise found
        return found(request) if callable(found) else found

    def shop(self, **options: Any) -> Storefront:
        options.setdefault("base_url", "https://api.test")
        return Storefront("store_x", "sfpk_x", transport=Scripted(self), **options)


def answer(status: int, body: Any = None, headers: dict[str, str] | None = None) -> httpx.Response:
    content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    return httpx.Response(status, content=content, headers=headers)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def reply() -> Callable[..., httpx.Response]:
    return answer


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits of the transport, not waited for: its clock moves on instead."""
    slept: list[float] = []

    def nap(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(SYSTEM_CLOCK, "sleep", nap, raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "time", lambda: time.time() + sum(slept), raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "monotonic", lambda: time.monotonic() + sum(slept), raising=False)
    return slept
