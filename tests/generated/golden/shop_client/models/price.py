from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class Price(Model):
    """`Price` of the contract, as it is received."""

    amount: str | float | None | Unset = UNSET
    valid_until: dt.datetime | str | None | Unset = date_time("valid_until", default=UNSET)
