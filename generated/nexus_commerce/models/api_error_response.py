"""`ApiErrorResponse` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class ApiErrorResponse(Model):
    """`ApiErrorResponse` of the contract, as it is received."""

    error: dict[str, Any] | list[Any] | str | float | bool | None | Unset = UNSET
    error_code: str | None | Unset = UNSET
    errors: dict[str, Any] | list[Any] | str | float | bool | None | Unset = UNSET
    message: str | None | Unset = UNSET
