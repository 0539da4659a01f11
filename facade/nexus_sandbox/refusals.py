"""What an operation gives back: an answer, or a refusal in the contract's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .contract.problems import Problem

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
