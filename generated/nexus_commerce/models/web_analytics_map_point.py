from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WebAnalyticsMapPoint(Model):
    """`WebAnalyticsMapPoint` of the contract, as it is received."""

    label: str | None | Unset = UNSET
    latitude: float | str | None | Unset = UNSET
    longitude: float | str | None | Unset = UNSET
    sessions: int | str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET
