from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .web_analytics_source import WebAnalyticsSource


class WebAnalyticsSources(Model):
    """`WebAnalyticsSources` of the contract, as it is received."""

    data: list[WebAnalyticsSource] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["WebAnalyticsSource"]}
