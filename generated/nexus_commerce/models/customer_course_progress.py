from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class CustomerCourseProgress(Model):
    """`CustomerCourseProgress` of the contract, as it is received."""

    is_completed: bool | None | Unset = UNSET
    progress: float | str | None | Unset = UNSET
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)

    _printed = "{progress} %"
