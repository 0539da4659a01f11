from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .order_email import OrderEmail


class ListOrderEmailsResponseBody(Model):
    """`ListOrderEmailsResponseBody` of the contract, as it is received."""

    data: list[OrderEmail] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["OrderEmail"]}
