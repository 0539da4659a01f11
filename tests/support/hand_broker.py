"""A broker, its worker and Redis that go by a hand-set clock, as much of them as Celery tasks of ours need."""

from __future__ import annotations

import heapq
import itertools
import json
from collections.abc import Callable
from time import time
from types import SimpleNamespace
from typing import Any


class Retry(Exception):
    """What Celery raises for another attempt."""


class Broker:
    """Keeps the messages of one task until somebody works on those that are due, as Celery's application and task."""

    run: Callable[[Any, Any], str]

    def __init__(self, time: Callable[[], float] = time) -> None:
        self._time = time
        self._numbers = itertools.count()
        self.messages: list[tuple[float, int, int, str]] = []
        """When each is due, a number, how often it was tried, and what is in it."""

    def task(self, **options: Any) -> Callable[[Callable[[Any, Any], str]], Broker]:
        def registered(run: Callable[[Any, Any], str]) -> Broker:
            self.run = run
            return self

        return registered

    def apply_async(self, arguments: tuple[Any], retry: bool) -> None:
        self._put(0.0, 0, json.dumps(arguments[0]))

    def _put(self, wait: float, retries: int, message: str) -> None:
        heapq.heappush(self.messages, (self._time() + wait, next(self._numbers), retries, message))

    def work(self) -> None:
        """Work on what is due."""
        while self.messages and self.messages[0][0] <= self._time():
            _, _, retries, message = heapq.heappop(self.messages)

            request = SimpleNamespace(retries=retries)

            def again(countdown: float, throw: bool, request: Any = request, message: str = message) -> Retry:
                self._put(countdown, request.retries + 1, message)
                return Retry()

            try:
                self.run(SimpleNamespace(request=request, retry=again), json.loads(message))
            except Retry:
                continue


class Memory:
    """Redis."""

    def __init__(self, time: Callable[[], float] = time) -> None:
        self._time = time
        self._kept: dict[str, tuple[str, float]] = {}

    def get(self, key: str) -> str | None:
        value, until = self._kept.get(key, ("", 0.0))
        return value if until > self._time() else None

    def set(self, key: str, value: str, *, nx: bool = False, px: int | None = None) -> bool:
        assert px is None or px > 0, "invalid expire time"
        if nx and self.get(key) is not None:
            return False
        self._kept[key] = (value, float("inf") if px is None else self._time() + px / 1000)
        return True

    def delete(self, *keys: str) -> None:
        for key in keys:
            self._kept.pop(key, None)

    def pttl(self, key: str) -> int:
        return int((self._kept[key][1] - self._time()) * 1000) if self.get(key) is not None else -2

    def states(self) -> list[str | None]:
        """What is known of all items."""
        return [self.get(key) for key in self._kept if not key.endswith((":queued", ":lease"))]
