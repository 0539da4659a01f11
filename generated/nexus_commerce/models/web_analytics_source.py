from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .attribution_of_web_analytics_source import AttributionOfWebAnalyticsSource
    from .bucket_kind_of_web_analytics_source import BucketKindOfWebAnalyticsSource
    from .revenue_status_of_web_analytics_source import RevenueStatusOfWebAnalyticsSource
    from .traffic_status_of_web_analytics_source import TrafficStatusOfWebAnalyticsSource
    from .utm_type_of_web_analytics_source import UtmTypeOfWebAnalyticsSource


class WebAnalyticsSource(Model):
    """`WebAnalyticsSource` of the contract, as it is received."""

    attribution: AttributionOfWebAnalyticsSource | str | None | Unset = UNSET
    bucket_kind: BucketKindOfWebAnalyticsSource | str | None | Unset = UNSET
    revenue_status: RevenueStatusOfWebAnalyticsSource | str | None | Unset = UNSET
    sessions: int | str | None | Unset = UNSET
    traffic_status: TrafficStatusOfWebAnalyticsSource | str | None | Unset = UNSET
    utm_type: UtmTypeOfWebAnalyticsSource | str | None | Unset = UNSET
    value: str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET
