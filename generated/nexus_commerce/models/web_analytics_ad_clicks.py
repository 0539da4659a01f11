from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .web_analytics_ad_click import WebAnalyticsAdClick


class WebAnalyticsAdClicks(Model):
    """`WebAnalyticsAdClicks` of the contract, as it is received."""

    data: list[WebAnalyticsAdClick] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["WebAnalyticsAdClick"]}
