"""What an operation is given, and which function answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .contract.pin import Operation
from .refusals import Answer, unauthorized
from .state import State
from .store import Row, Store


@dataclass(slots=True)
class Call:
    """One request, checked against the contract and with its identities resolved."""

    operation: Operation
    state: State
    now: float
    """Epoch seconds by the sandbox's clock."""
    path: dict[str, Any]
    query: dict[str, Any]
    headers: Mapping[str, str]
    """All request headers, by lower-case name."""
    body: Any
    client: str
    """The caller's address."""
    guest_token: str | None = None
    customer: Row | None = None
    family: int | None = None

    @property
    def store(self) -> Store:
        return self.state.store

    @property
    def customer_id(self) -> int:
        if self.customer is None:
            raise unauthorized()
        return int(self.customer["id"])


Handler = Callable[[Call], Answer]
HANDLERS: dict[str, Handler] = {}


def operation(name: str) -> Callable[[Handler], Handler]:
    """Register the handler of the contract's operation `name`."""

    def register(handler: Handler) -> Handler:
        if name in HANDLERS:
            raise ValueError(f"{name} has two handlers")
        HANDLERS[name] = handler
        return handler

    return register
