from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class Order(Model):
    """`Order` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    secret: str | None | Unset = UNSET
    paid_at: dt.datetime | str | None | Unset = date_time("paid_at", default=UNSET)
