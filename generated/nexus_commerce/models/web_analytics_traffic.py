from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_only
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .web_analytics_counts import WebAnalyticsCounts
    from .web_analytics_traffic_bucket import WebAnalyticsTrafficBucket


class WebAnalyticsTraffic(Model):
    """`WebAnalyticsTraffic` of the contract, as it is received."""

    buckets: list[WebAnalyticsTrafficBucket] | None | Unset = UNSET
    from_: dt.date | str | None | Unset = date_only("from", default=UNSET)
    timezone: str | None | Unset = UNSET
    to: dt.date | str | None | Unset = date_only("to", default=UNSET)
    totals: WebAnalyticsCounts | None | Unset = UNSET

    _nested = {"buckets": ["WebAnalyticsTrafficBucket"], "totals": "WebAnalyticsCounts"}
