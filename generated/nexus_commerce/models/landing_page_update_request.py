from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .client_analytics_config_of_landing_page_update_request import ClientAnalyticsConfigOfLandingPageUpdateRequest


class LandingPageUpdateRequest(Model):
    """`LandingPageUpdateRequest` of the contract, only ever sent."""

    client_analytics_config: ClientAnalyticsConfigOfLandingPageUpdateRequest | None | Unset = UNSET
    current_page_display_id: int | None | Unset = UNSET
    is_disable_client_tagging: bool | Unset = UNSET
    is_disable_custom_font: bool | Unset = UNSET
    is_published: bool | Unset = UNSET
    is_sending_email_invoice: bool | Unset = UNSET
    name: str | Unset = UNSET
    slug: str | Unset = UNSET
    store_id: int | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "client_analytics_config": {
                "oneOf": [{"type": ["string"], "enum": ["body_close_delay", "head", "web_worker"]}],
                "nullable": True,
            },
            "current_page_display_id": {"type": ["integer", "null"]},
            "is_disable_client_tagging": {"type": ["boolean"]},
            "is_disable_custom_font": {"type": ["boolean"]},
            "is_published": {"type": ["boolean"]},
            "is_sending_email_invoice": {"type": ["boolean"]},
            "name": {"type": ["string"]},
            "slug": {"type": ["string"]},
            "store_id": {"type": ["integer", "null"]},
        },
        "additionalProperties": False,
    }
