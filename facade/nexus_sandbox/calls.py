"""What an operation is given (a call), and what it gives back (an answer or a refusal)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .pin import Operation, Problem
    from .state import State
    from .store import Row, Store

Json = dict[str, Any]


@dataclass(slots=True)
class Answer:
    """A successful answer. `body` None means an empty body."""

    status: int
    body: Json | None = None
    headers: dict[str, str] = field(default_factory=dict)


class Refused(Exception):
    """The operation says no, in the contract's `{error, error_code, message, errors}`; the transaction is undone."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        errors: Mapping[str, str] | None = None,
        *,
        keep: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.keep = keep
        """Commit what the operation wrote before it refused (a token family that was just revoked)."""

    def body(self) -> Json:
        found: Json = {"error": _TITLES.get(self.status, "Error"), "error_code": self.code, "message": self.message}
        if self.errors:
            found["errors"] = {name: [text] for name, text in self.errors.items()}
        return found


_TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    413: "Content Too Large",
    422: "Unprocessable Entity",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
}


def invalid(name: str, text: str, code: str = "invalid_request") -> Refused:
    """A 400 that names one field."""
    return Refused(400, code, f"{name} {text}", {name: text})


def breaks_contract(problems: list[Problem]) -> Refused:
    """A 400 that names every field that breaks the contract."""
    shown = problems[0]
    return Refused(400, "invalid_request", str(shown), {p.field or "body": p.message for p in problems})


def not_found(what: str) -> Refused:
    return Refused(404, "not_found", f"{what} not found")


def unauthorized(message: str = "Authentication credentials are missing or no longer valid") -> Refused:
    return Refused(401, "unauthorized", message)


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
