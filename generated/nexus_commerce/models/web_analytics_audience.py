from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .location_basis_of_web_analytics_audience import LocationBasisOfWebAnalyticsAudience
    from .location_metadata_of_web_analytics_audience import LocationMetadataOfWebAnalyticsAudience
    from .web_analytics_audience_bucket import WebAnalyticsAudienceBucket
    from .web_analytics_map_point import WebAnalyticsMapPoint


class WebAnalyticsAudience(Model):
    """`WebAnalyticsAudience` of the contract, as it is received."""

    cities: list[WebAnalyticsAudienceBucket] | None | Unset = UNSET
    countries: list[WebAnalyticsAudienceBucket] | None | Unset = UNSET
    devices: list[WebAnalyticsAudienceBucket] | None | Unset = UNSET
    location_basis: LocationBasisOfWebAnalyticsAudience | str | None | Unset = UNSET
    location_metadata: LocationMetadataOfWebAnalyticsAudience | None | Unset = UNSET
    map_points: list[WebAnalyticsMapPoint] | None | Unset = UNSET
    regions: list[WebAnalyticsAudienceBucket] | None | Unset = UNSET

    _nested = {
        "cities": ["WebAnalyticsAudienceBucket"],
        "countries": ["WebAnalyticsAudienceBucket"],
        "devices": ["WebAnalyticsAudienceBucket"],
        "location_metadata": "LocationMetadataOfWebAnalyticsAudience",
        "map_points": ["WebAnalyticsMapPoint"],
        "regions": ["WebAnalyticsAudienceBucket"],
    }
