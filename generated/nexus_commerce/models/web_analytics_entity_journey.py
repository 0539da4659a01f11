from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .web_analytics_neighbour import WebAnalyticsNeighbour


class WebAnalyticsEntityJourney(Model):
    """`WebAnalyticsEntityJourney` of the contract, as it is received."""

    came_from: list[WebAnalyticsNeighbour] | None | Unset = UNSET
    went_to: list[WebAnalyticsNeighbour] | None | Unset = UNSET

    _nested = {"came_from": ["WebAnalyticsNeighbour"], "went_to": ["WebAnalyticsNeighbour"]}
