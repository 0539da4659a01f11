from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .web_analytics_funnel_step import WebAnalyticsFunnelStep


class WebAnalyticsEntityFunnel(Model):
    """`WebAnalyticsEntityFunnel` of the contract, as it is received."""

    paid_sessions: int | str | None | Unset = UNSET
    sessions: int | str | None | Unset = UNSET
    steps: list[WebAnalyticsFunnelStep] | None | Unset = UNSET

    _nested = {"steps": ["WebAnalyticsFunnelStep"]}
