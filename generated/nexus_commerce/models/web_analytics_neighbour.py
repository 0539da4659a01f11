from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WebAnalyticsNeighbour(Model):
    """`WebAnalyticsNeighbour` of the contract, as it is received."""

    is_terminal: bool | None | Unset = UNSET
    node: str | None | Unset = UNSET
    path: str | None | Unset = UNSET
    sessions: int | str | None | Unset = UNSET
