"""`WebAnalyticsCounts` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class WebAnalyticsCounts(Model):
    """`WebAnalyticsCounts` of the contract, as it is received."""

    sessions: int | str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET
