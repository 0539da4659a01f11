from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .ad_click_type_of_web_analytics_ad_click import AdClickTypeOfWebAnalyticsAdClick
    from .basis_of_web_analytics_ad_click import BasisOfWebAnalyticsAdClick


class WebAnalyticsAdClick(Model):
    """`WebAnalyticsAdClick` of the contract, as it is received."""

    ad_click_type: AdClickTypeOfWebAnalyticsAdClick | str | None | Unset = UNSET
    basis: BasisOfWebAnalyticsAdClick | str | None | Unset = UNSET
    sessions: int | str | None | Unset = UNSET
    value: str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET
