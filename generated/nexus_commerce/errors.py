"""Errors of the client. None of them shows a header, a body or a value in its text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

__all__ = ["ApiError", "BrokenPaging", "ErrorStatus", "InvalidRequest", "UndecodableBody"]


class ApiError(Exception):
    """Root of all errors raised by this package (network errors stay `httpx.HTTPError`)."""

    #: the operation of the contract that failed, by its id
    operation_id: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), vars(self), str(self)))


class _Answered(ApiError):
    status_code: int
    headers: httpx.Headers
    content: bytes

    def __init__(self, text: str, operation_id: str, status_code: int, headers: httpx.Headers, content: bytes) -> None:
        super().__init__(text)
        self.operation_id = operation_id
        self.status_code = status_code
        self.headers = headers
        self.content = content


class ErrorStatus(_Answered):
    """The service answered with a status code other than 2xx.

    `parsed` is the error body: the documented model, else the JSON value, else None (`content` has the bytes);
    `message` what it says.
    """

    parsed: Any

    def __init__(
        self, operation_id: str, status_code: int, headers: httpx.Headers, content: bytes, parsed: Any = None
    ) -> None:
        super().__init__(f"{operation_id}: status {status_code}", operation_id, status_code, headers, content)
        self.parsed = parsed

    @property
    def message(self) -> str | None:
        """The service's own words, where it says any. They may be about a person: the error's text is without them."""
        body = self.parsed.to_dict() if hasattr(self.parsed, "to_dict") else self.parsed
        if isinstance(body, dict):
            told = (body.get(key) for key in ("message", "detail", "error_description", "error", "errors", "title"))
            body = next((words for words in told if words), None)
        if not body:
            return None
        return body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)


class UndecodableBody(_Answered):
    """The service answered 2xx, but the body is not what the contract promises: HTML, cut off, empty, another type."""

    def __init__(
        self, operation_id: str, status_code: int, headers: httpx.Headers, content: bytes, reason: str
    ) -> None:
        super().__init__(f"{operation_id}: status {status_code}, {reason}", operation_id, status_code, headers, content)


class BrokenPaging(ApiError):
    """The pages of a list do not lead to its end."""

    def __init__(self, operation_id: str, reason: str) -> None:
        super().__init__(f"{operation_id}: {reason}")
        self.operation_id = operation_id


class InvalidRequest(ApiError, ValueError):
    """Refused before sending. `field` is the path of what is wrong (`items[0].quantity`), `reason` says why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def _rebuild(cls: type[ApiError], state: dict[str, Any], text: str) -> ApiError:
    error = cls.__new__(cls, text)
    error.args = (text,)
    error.__dict__.update(state)
    return error
