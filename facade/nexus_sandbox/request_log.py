"""What was asked of the sandbox, kept in memory for inspection."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SECRET_HEADERS = frozenset(
    {
        "authorization",
        "cookie",
        "x-scalev-storefront-api-key",
        "x-scalev-page-api-key",
        "x-scalev-guest-token",
        "x-scalev-checkout-intent-token",
    }
)


def redact(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: "[redacted]" if name in SECRET_HEADERS else value for name, value in headers.items()}


@dataclass(slots=True)
class SeenRequest:
    """One request, and how it was answered. `status` None: no answer was sent."""

    number: int
    at: float
    method: str
    path: str
    query: str
    operation: str | None
    client: str
    headers: dict[str, str]
    status: int | None = None
    fault: str | None = None
    committed: bool = False

    def as_dict(self, *, reveal: bool = False) -> dict[str, Any]:
        return {
            "number": self.number,
            "at": self.at,
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "operation": self.operation,
            "client": self.client,
            "headers": self.headers if reveal else redact(self.headers),
            "status": self.status,
            "fault": self.fault,
            "committed": self.committed,
        }


class RequestLog:
    def __init__(self, keep: int = 10_000) -> None:
        self._seen: deque[SeenRequest] = deque(maxlen=keep)
        self._lock = threading.Lock()
        self._made = 0

    def note(
        self, at: float, method: str, path: str, query: str, client: str, headers: Mapping[str, str]
    ) -> SeenRequest:
        with self._lock:
            self._made += 1
            seen = SeenRequest(self._made, at, method, path, query, None, client, dict(headers))
            self._seen.append(seen)
        return seen

    def all(self) -> list[SeenRequest]:
        with self._lock:
            return list(self._seen)

    def clear(self) -> None:
        with self._lock:
            self._seen.clear()
