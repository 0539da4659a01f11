from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .attribution_of_web_analytics_revenue import AttributionOfWebAnalyticsRevenue
    from .bucket_kind_of_web_analytics_revenue import BucketKindOfWebAnalyticsRevenue
    from .revenue_status_of_web_analytics_revenue import RevenueStatusOfWebAnalyticsRevenue
    from .traffic_status_of_web_analytics_revenue import TrafficStatusOfWebAnalyticsRevenue


class WebAnalyticsRevenue(Model):
    """`WebAnalyticsRevenue` of the contract, as it is received."""

    attribution: AttributionOfWebAnalyticsRevenue | str | None | Unset = UNSET
    bucket_kind: BucketKindOfWebAnalyticsRevenue | str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    fallback_orders: int | str | None | Unset = UNSET
    gross_revenue: str | None | Unset = UNSET
    missing_revenue_orders: int | str | None | Unset = UNSET
    net_revenue: str | None | Unset = UNSET
    orders: int | str | None | Unset = UNSET
    revenue_status: RevenueStatusOfWebAnalyticsRevenue | str | None | Unset = UNSET
    snapshot_orders: int | str | None | Unset = UNSET
    traffic_status: TrafficStatusOfWebAnalyticsRevenue | str | None | Unset = UNSET
    value: str | None | Unset = UNSET
