"""Types shared by the whole package, and the rule by which models are annotated.

**Answers** (models that an operation returns) are read tolerantly: whatever the service sends is kept, nothing raises.
A field's annotation is the contract's type, widened by what an API changes without a new version:

==================  ================================================================================
contract            annotation on answers
==================  ================================================================================
every field         ``... | None | Unset``: it may be null, or absent (``UNSET``), also when "required"
integer, number     ``int | str``, ``float | str``: ids and amounts turn into text
string (decimal)    ``str | float``: amounts turn into numbers
string, boolean     ``str``, ``bool``
enum                ``Name | str``: values added later arrive as plain text
date-time, date     ``datetime | str``, ``date | str``: what cannot be read stays as it came
union of objects    ``A | B | dict[str, Any]``: a variant added later arrives as plain JSON
free-form object    ``dict[str, Any]``
==================  ================================================================================

A value of an altogether different shape (a list where the contract has an object) is outside the annotation; it too
arrives exactly as it came. Fields that the contract does not know are in ``additional_properties``.

**Requests** (models that are only ever sent) have exact types and required keywords, and are checked before sending
(``nexus_commerce.errors.InvalidRequest``). Models used on both sides are annotated like answers.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, Generic, Literal, NamedTuple, Required, TypedDict, TypeVar, final

if TYPE_CHECKING:
    import httpx

__all__ = ["UNSET", "File", "Operation", "RequestArgs", "Response", "Unset"]


@final
class Unset:
    """The type of ``UNSET``, its only instance: a field or argument that is not there. Falsy."""

    _instance: Unset | None = None

    def __new__(cls) -> Unset:
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"

    def __copy__(self) -> Unset:
        return self

    def __deepcopy__(self, memo: object) -> Unset:
        return self


UNSET = Unset()


@final
class File:
    """A file to upload: its bytes or an open binary file, and how to announce it."""

    __slots__ = ("file_name", "mime_type", "payload")

    def __init__(self, payload: IO[bytes] | bytes, file_name: str | None = None, mime_type: str | None = None) -> None:
        self.payload = payload
        self.file_name = file_name
        self.mime_type = mime_type

    def __repr__(self) -> str:
        return f"File({self.file_name!r}, {self.mime_type!r})"


class Operation(NamedTuple):
    """One operation of the contract.

    ``security`` lists alternatives, each a tuple of the scheme names that are needed together; empty: none is needed.
    """

    id: str
    method: str
    path: str
    tags: tuple[str, ...]
    security: tuple[tuple[str, ...], ...]


class RequestArgs(TypedDict, total=False):
    """The keyword arguments of ``httpx.Client.request``; ``url`` is the path with its parameters already quoted."""

    method: Required[str]
    url: Required[str]
    params: dict[str, str | list[str]]
    headers: dict[str, str]
    json: Any
    content: bytes | IO[bytes]
    data: dict[str, str | list[str]]
    files: list[tuple[str, Any]]


T = TypeVar("T")


class Response(NamedTuple, Generic[T]):
    """An answer with its surroundings. ``parsed`` is None where the contract has no body for this status code."""

    status_code: int
    headers: httpx.Headers
    content: bytes
    parsed: T | None

    def __repr__(self) -> str:
        return f"<Response {self.status_code}, {len(self.content)} bytes>"
