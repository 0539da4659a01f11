from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .after_submit_event_of_landing_page_form_display_request import AfterSubmitEventOfLandingPageFormDisplayRequest
    from .handler_assignment_of_landing_page_form_display_request import (
        HandlerAssignmentOfLandingPageFormDisplayRequest,
    )


class LandingPageFormDisplayRequest(Model):
    """`LandingPageFormDisplayRequest` of the contract, only ever sent."""

    after_submit_event: AfterSubmitEventOfLandingPageFormDisplayRequest | Unset = UNSET
    bundle_price_option_ids: list[int] | Unset = UNSET
    custom_phone: str | Unset = UNSET
    custom_url: str | Unset = UNSET
    fb_events_onsubmit_parameters: dict[str, Any] | Unset = UNSET
    handler_assignment: HandlerAssignmentOfLandingPageFormDisplayRequest | Unset = UNSET
    kwai_client_events_onsubmit_parameters: dict[str, Any] | Unset = UNSET
    kwai_server_events_onsubmit_parameters: dict[str, Any] | Unset = UNSET
    onsubmit_fb_events: list[str] | Unset = UNSET
    onsubmit_kwai_client_events: list[str] | Unset = UNSET
    onsubmit_kwai_server_events: list[str] | Unset = UNSET
    onsubmit_tiktok_events: list[str] | Unset = UNSET
    other_page_id: int | None | Unset = UNSET
    store_id: int | Unset = UNSET
    store_sales_person_id: int | None | Unset = UNSET
    tiktok_events_onsubmit_parameters: dict[str, Any] | Unset = UNSET
    variant_ids: list[int] | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "after_submit_event": {
                "type": ["string"],
                "enum": [
                    "custom_url",
                    "direct_to_custom_whatsapp",
                    "direct_to_whatsapp",
                    "is_sending_email_invoice",
                    "order_page",
                    "other_page",
                    "success_page",
                ],
            },
            "bundle_price_option_ids": {"type": ["array"], "items": {"type": ["integer"]}},
            "custom_phone": {"type": ["string"]},
            "custom_url": {"type": ["string"]},
            "fb_events_onsubmit_parameters": {"type": ["object"]},
            "handler_assignment": {"type": ["string"], "enum": ["fixed", "rotator"]},
            "kwai_client_events_onsubmit_parameters": {"type": ["object"]},
            "kwai_server_events_onsubmit_parameters": {"type": ["object"]},
            "onsubmit_fb_events": {"type": ["array"], "items": {"type": ["string"]}},
            "onsubmit_kwai_client_events": {"type": ["array"], "items": {"type": ["string"]}},
            "onsubmit_kwai_server_events": {"type": ["array"], "items": {"type": ["string"]}},
            "onsubmit_tiktok_events": {"type": ["array"], "items": {"type": ["string"]}},
            "other_page_id": {"type": ["integer", "null"]},
            "store_id": {"type": ["integer"]},
            "store_sales_person_id": {"type": ["integer", "null"]},
            "tiktok_events_onsubmit_parameters": {"type": ["object"]},
            "variant_ids": {"type": ["array"], "items": {"type": ["integer"]}},
        },
    }
