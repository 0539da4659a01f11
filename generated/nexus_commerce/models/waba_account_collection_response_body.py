from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .waba_account import WabaAccount


class WabaAccountCollectionResponseBody(Model):
    """`WabaAccountCollectionResponseBody` of the contract, as it is received."""

    data: list[WabaAccount] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["WabaAccount"]}
