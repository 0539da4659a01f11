from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WebAnalyticsPage(Model):
    """`WebAnalyticsPage` of the contract, as it is received."""

    page_host: str | None | Unset = UNSET
    page_path: str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET
