from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .html_mode_csp_policy import HtmlModeCspPolicy
    from .landing_page_form_display import LandingPageFormDisplay
    from .render_mode_of_landing_page_display import RenderModeOfLandingPageDisplay


class LandingPageDisplay(Model):
    """`LandingPageDisplay` of the contract, as it is received."""

    additional_head_code: str | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    created_by_id: int | str | None | Unset = UNSET
    csp_policy: HtmlModeCspPolicy | None | Unset = UNSET
    css_code: str | None | Unset = UNSET
    fb_pixels: list[dict[str, Any]] | None | Unset = UNSET
    form_display: LandingPageFormDisplay | None | Unset = UNSET
    html_code: str | None | Unset = UNSET
    html_document: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_published: bool | None | Unset = UNSET
    js_code: str | None | Unset = UNSET
    kwai_client_pixels: list[dict[str, Any]] | None | Unset = UNSET
    kwai_server_pixels: list[dict[str, Any]] | None | Unset = UNSET
    published_at: dt.datetime | str | None | Unset = date_time("published_at", default=UNSET)
    render_mode: RenderModeOfLandingPageDisplay | str | None | Unset = UNSET
    schema_version: int | str | None | Unset = UNSET
    tiktok_pixels: list[dict[str, Any]] | None | Unset = UNSET
    version: int | str | None | Unset = UNSET

    _nested = {"csp_policy": "HtmlModeCspPolicy", "form_display": "LandingPageFormDisplay"}
