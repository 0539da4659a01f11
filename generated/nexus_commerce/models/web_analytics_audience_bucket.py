"""`WebAnalyticsAudienceBucket` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class WebAnalyticsAudienceBucket(Model):
    """`WebAnalyticsAudienceBucket` of the contract, as it is received."""

    bucket: str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET
