from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .limit_of_web_analytics_location_coverage import LimitOfWebAnalyticsLocationCoverage


class WebAnalyticsLocationCoverage(Model):
    """`WebAnalyticsLocationCoverage` of the contract, as it is received."""

    limit: LimitOfWebAnalyticsLocationCoverage | int | str | None | Unset = UNSET
    returned_buckets: int | str | None | Unset = UNSET
    total_buckets: int | str | None | Unset = UNSET
    truncated: bool | None | Unset = UNSET
