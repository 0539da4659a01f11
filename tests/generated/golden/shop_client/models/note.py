from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class Note(Model):
    """`Note` of the contract, as it is received."""

    text: str | None | Unset = UNSET
    written_at: dt.datetime | str | None | Unset = date_time("written_at", default=UNSET)
    by: str | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "text": {"type": ["string"]},
            "written_at": {"type": ["string"], "format": "date-time"},
            "by": {"type": ["string"], "readOnly": True},
        },
    }
