from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .web_analytics_transition import WebAnalyticsTransition


class WebAnalyticsJourney(Model):
    """`WebAnalyticsJourney` of the contract, as it is received."""

    data: list[WebAnalyticsTransition] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["WebAnalyticsTransition"]}
