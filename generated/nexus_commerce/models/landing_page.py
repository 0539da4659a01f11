from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .client_analytics_config_of_landing_page import ClientAnalyticsConfigOfLandingPage
    from .landing_page_display import LandingPageDisplay
    from .render_mode_of_landing_page_summary import RenderModeOfLandingPageSummary


class LandingPage(Model):
    """`LandingPage` of the contract, as it is received."""

    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    created_by: dict[str, Any] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_pinned: bool | None | Unset = UNSET
    is_published: bool | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    last_updated_by: dict[str, Any] | None | Unset = UNSET
    name: str | None | Unset = UNSET
    published_at: dt.datetime | str | None | Unset = date_time("published_at", default=UNSET)
    render_mode: RenderModeOfLandingPageSummary | str | None | Unset = UNSET
    slug: str | None | Unset = UNSET
    store: dict[str, Any] | None | Unset = UNSET
    store_id: int | str | None | Unset = UNSET
    tags: list[str] | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    business: dict[str, Any] | None | Unset = UNSET
    client_analytics_config: ClientAnalyticsConfigOfLandingPage | str | None | Unset = UNSET
    current_page_display_id: int | str | None | Unset = UNSET
    custom_domains: list[dict[str, Any]] | None | Unset = UNSET
    homepage_custom_domains: list[dict[str, Any]] | None | Unset = UNSET
    is_disable_client_tagging: bool | None | Unset = UNSET
    is_disable_custom_font: bool | None | Unset = UNSET
    is_sending_email_invoice: bool | None | Unset = UNSET
    page_display: LandingPageDisplay | None | Unset = UNSET
    uuid: str | None | Unset = UNSET

    _nested = {"page_display": "LandingPageDisplay"}
