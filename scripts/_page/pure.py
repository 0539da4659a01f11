"""Run by `pure.mjs`, in Python for WebAssembly: pytest, as it is told. The last line is the exit code."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from asyncio import events
from collections.abc import Callable
from typing import Any

# Given by who runs this.
paths: list[str] = globals()["paths"]
arguments: list[str] = globals()["arguments"]


class Alone(asyncio.BaseEventLoop):
    """An event loop with nothing around it: no sockets, no other threads, and time that is slept away. What is meant
    for a thread is done at once, as the page's own loop does it."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = self

    def select(self, timeout: float | None) -> list[Any]:
        assert timeout is not None, "nothing will ever happen"
        time.sleep(timeout)
        return []

    def run_in_executor(  # type: ignore[override]
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except BaseException as error:
            future.set_exception(error)
        return future

    def _process_events(self, events: object) -> None:
        pass

    def _write_to_self(self) -> None:
        pass


asyncio.new_event_loop = events.new_event_loop = Alone
events._set_running_loop(None)  # the page's, which this program is called by
sys.path[:0] = paths
sys.dont_write_bytecode = True
sys.modules["trio"] = None  # type: ignore[assignment] # it fails on this platform, with an error of its own
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
os.chdir("/project")

import pytest  # noqa: E402


class NoPage:
    """There is no page here, and so no database of one: what nobody says to keep elsewhere is kept in memory."""

    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", "xdist_group: for tests that run beside each other elsewhere")

    def pytest_load_initial_conftests(self) -> None:
        from nexus_storefront.stores import MemoryStore
        from nexus_storefront.transport._async import concurrency

        concurrency.default_store = MemoryStore


int(pytest.main(arguments, plugins=[NoPage()]))
