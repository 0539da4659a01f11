from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WebAnalyticsEngagement(Model):
    """`WebAnalyticsEngagement` of the contract, as it is received."""

    avg_page_ms: int | str | None | Unset = UNSET
    avg_session_ms: int | str | None | Unset = UNSET
    page_coverage: float | str | None | Unset = UNSET
    page_visits_measured: int | str | None | Unset = UNSET
    page_visits_total: int | str | None | Unset = UNSET
    session_coverage: float | str | None | Unset = UNSET
    sessions_measured: int | str | None | Unset = UNSET
    sessions_total: int | str | None | Unset = UNSET
    visible_ms_total: int | str | None | Unset = UNSET
