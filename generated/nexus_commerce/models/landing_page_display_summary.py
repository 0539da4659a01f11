from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .render_mode_of_landing_page_display_summary import RenderModeOfLandingPageDisplaySummary


class LandingPageDisplaySummary(Model):
    """`LandingPageDisplaySummary` of the contract, as it is received."""

    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    created_by: dict[str, Any] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_published: bool | None | Unset = UNSET
    published_at: dt.datetime | str | None | Unset = date_time("published_at", default=UNSET)
    render_mode: RenderModeOfLandingPageDisplaySummary | str | None | Unset = UNSET
    schema_version: int | str | None | Unset = UNSET
    version: int | str | None | Unset = UNSET
