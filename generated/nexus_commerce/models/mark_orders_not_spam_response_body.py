from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .order_mark_not_spam import OrderMarkNotSpam


class MarkOrdersNotSpamResponseBody(Model):
    """`MarkOrdersNotSpamResponseBody` of the contract, as it is received."""

    data: list[OrderMarkNotSpam] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["OrderMarkNotSpam"]}
