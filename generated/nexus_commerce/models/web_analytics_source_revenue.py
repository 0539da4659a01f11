from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .utm_type_of_web_analytics_source_revenue import UtmTypeOfWebAnalyticsSourceRevenue
    from .web_analytics_revenue import WebAnalyticsRevenue
    from .web_analytics_revenue_scope import WebAnalyticsRevenueScope
    from .web_analytics_source import WebAnalyticsSource


class WebAnalyticsSourceRevenue(Model):
    """`WebAnalyticsSourceRevenue` of the contract, as it is received."""

    first_touch: list[WebAnalyticsSource] | None | Unset = UNSET
    last_touch: list[WebAnalyticsRevenue] | None | Unset = UNSET
    last_touch_scope: WebAnalyticsRevenueScope | None | Unset = UNSET
    utm_type: UtmTypeOfWebAnalyticsSourceRevenue | str | None | Unset = UNSET

    _nested = {
        "first_touch": ["WebAnalyticsSource"],
        "last_touch": ["WebAnalyticsRevenue"],
        "last_touch_scope": "WebAnalyticsRevenueScope",
    }
