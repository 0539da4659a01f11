from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class ApiErrorResponse(Model):
    """`ApiErrorResponse` of the contract, as it is received."""

    error: dict[str, Any] | list[Any] | str | float | bool | None | Unset = UNSET
    error_code: str | None | Unset = UNSET
    errors: dict[str, Any] | list[Any] | str | float | bool | None | Unset = UNSET
    message: str | None | Unset = UNSET
