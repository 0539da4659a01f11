from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WebAnalyticsTransition(Model):
    """`WebAnalyticsTransition` of the contract, as it is received."""

    from_node: str | None | Unset = UNSET
    from_sessions: int | str | None | Unset = UNSET
    sessions: int | str | None | Unset = UNSET
    to_node: str | None | Unset = UNSET
