"""`WebAnalyticsTransition` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class WebAnalyticsTransition(Model):
    """`WebAnalyticsTransition` of the contract, as it is received."""

    from_node: str | None | Unset = UNSET
    from_sessions: int | str | None | Unset = UNSET
    sessions: int | str | None | Unset = UNSET
    to_node: str | None | Unset = UNSET
