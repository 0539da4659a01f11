from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WebAnalyticsFunnelStep(Model):
    """`WebAnalyticsFunnelStep` of the contract, as it is received."""

    node: str | None | Unset = UNSET
    path: str | None | Unset = UNSET
    sessions: int | str | None | Unset = UNSET
    step: int | str | None | Unset = UNSET
