from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WebAnalyticsAudienceBucket(Model):
    """`WebAnalyticsAudienceBucket` of the contract, as it is received."""

    bucket: str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET
