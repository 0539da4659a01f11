from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WebAnalyticsCounts(Model):
    """`WebAnalyticsCounts` of the contract, as it is received."""

    sessions: int | str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET
