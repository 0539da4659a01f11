from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .html_mode_csp_policy import HtmlModeCspPolicy
    from .landing_page_form_display_request import LandingPageFormDisplayRequest
    from .render_mode_of_landing_page_display_request import RenderModeOfLandingPageDisplayRequest


class LandingPageDisplayRequest(Model):
    """`LandingPageDisplayRequest` of the contract, only ever sent."""

    fb_events_onload_parameters: dict[str, Any]
    kwai_client_events_onload_parameters: dict[str, Any]
    kwai_server_events_onload_parameters: dict[str, Any]
    meta: dict[str, Any]
    onload_fb_events: list[str]
    onload_kwai_client_events: list[str]
    onload_kwai_server_events: list[str]
    onload_tiktok_events: list[str]
    render_mode: RenderModeOfLandingPageDisplayRequest
    tiktok_events_onload_parameters: dict[str, Any]
    additional_head_code: str | Unset = UNSET
    csp_policy: HtmlModeCspPolicy | Unset = UNSET
    css_code: str | Unset = UNSET
    fb_pixel_ids: list[int] | Unset = UNSET
    form_display: LandingPageFormDisplayRequest | None | Unset = UNSET
    html_code: str | Unset = UNSET
    html_document: str | None | Unset = UNSET
    js_code: str | Unset = UNSET
    kwai_client_pixel_ids: list[int] | Unset = UNSET
    kwai_server_pixel_ids: list[int] | Unset = UNSET
    tiktok_pixel_ids: list[int] | Unset = UNSET

    _required = (
        "fb_events_onload_parameters",
        "kwai_client_events_onload_parameters",
        "kwai_server_events_onload_parameters",
        "meta",
        "onload_fb_events",
        "onload_kwai_client_events",
        "onload_kwai_server_events",
        "onload_tiktok_events",
        "render_mode",
        "tiktok_events_onload_parameters",
    )
    _nested = {"csp_policy": "HtmlModeCspPolicy", "form_display": "LandingPageFormDisplayRequest"}
    _rules = {
        "type": ["object"],
        "properties": {
            "additional_head_code": {"type": ["string"]},
            "csp_policy": {"$ref": "HtmlModeCspPolicy"},
            "css_code": {"type": ["string"], "maxLength": 102400},
            "fb_events_onload_parameters": {"type": ["object"]},
            "fb_pixel_ids": {"type": ["array"], "items": {"type": ["integer"]}},
            "form_display": {"oneOf": [{"$ref": "LandingPageFormDisplayRequest"}], "nullable": True},
            "html_code": {"type": ["string"], "maxLength": 204800},
            "html_document": {"oneOf": [{"type": ["string"]}], "nullable": True},
            "js_code": {"type": ["string"], "maxLength": 102400},
            "kwai_client_events_onload_parameters": {"type": ["object"]},
            "kwai_client_pixel_ids": {"type": ["array"], "items": {"type": ["integer"]}},
            "kwai_server_events_onload_parameters": {"type": ["object"]},
            "kwai_server_pixel_ids": {"type": ["array"], "items": {"type": ["integer"]}},
            "meta": {"type": ["object"]},
            "onload_fb_events": {"type": ["array"], "items": {"type": ["string"]}},
            "onload_kwai_client_events": {"type": ["array"], "items": {"type": ["string"]}},
            "onload_kwai_server_events": {"type": ["array"], "items": {"type": ["string"]}},
            "onload_tiktok_events": {"type": ["array"], "items": {"type": ["string"]}},
            "render_mode": {"type": ["string"], "enum": ["builder", "html_mode"]},
            "tiktok_events_onload_parameters": {"type": ["object"]},
            "tiktok_pixel_ids": {"type": ["array"], "items": {"type": ["integer"]}},
        },
        "required": [
            "fb_events_onload_parameters",
            "kwai_client_events_onload_parameters",
            "kwai_server_events_onload_parameters",
            "meta",
            "onload_fb_events",
            "onload_kwai_client_events",
            "onload_kwai_server_events",
            "onload_tiktok_events",
            "render_mode",
            "tiktok_events_onload_parameters",
        ],
    }
