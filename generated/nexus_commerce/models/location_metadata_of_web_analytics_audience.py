from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .web_analytics_location_coverage import WebAnalyticsLocationCoverage


class LocationMetadataOfWebAnalyticsAudience(Model):
    """`LocationMetadataOfWebAnalyticsAudience` of the contract, as it is received."""

    cities: WebAnalyticsLocationCoverage | None | Unset = UNSET
    map_points: WebAnalyticsLocationCoverage | None | Unset = UNSET
    regions: WebAnalyticsLocationCoverage | None | Unset = UNSET

    _nested = {
        "cities": "WebAnalyticsLocationCoverage",
        "map_points": "WebAnalyticsLocationCoverage",
        "regions": "WebAnalyticsLocationCoverage",
    }
