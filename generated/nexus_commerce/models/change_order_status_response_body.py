from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .order_change_status import OrderChangeStatus


class ChangeOrderStatusResponseBody(Model):
    """`ChangeOrderStatusResponseBody` of the contract, as it is received."""

    data: list[OrderChangeStatus] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["OrderChangeStatus"]}
