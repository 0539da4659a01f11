from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_analytics_bundle_price_option_item import StorefrontAnalyticsBundlePriceOptionItem
    from .storefront_analytics_variant_item import StorefrontAnalyticsVariantItem
    from .storefront_snack_video_conversion_event import StorefrontSnackVideoConversionEvent


class StorefrontSnackVideoConversionEventRequest(Model):
    """`StorefrontSnackVideoConversionEventRequest` of the contract, only ever sent."""

    click_id: str
    events: list[StorefrontSnackVideoConversionEvent]
    bundle_price_options: list[StorefrontAnalyticsBundlePriceOptionItem] | Unset = UNSET
    event_source_url: str | None | Unset = UNSET
    referrer_url: str | None | Unset = UNSET
    variants: list[StorefrontAnalyticsVariantItem] | Unset = UNSET

    _required = ("click_id", "events")
    _nested = {
        "events": ["StorefrontSnackVideoConversionEvent"],
        "bundle_price_options": ["StorefrontAnalyticsBundlePriceOptionItem"],
        "variants": ["StorefrontAnalyticsVariantItem"],
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "bundle_price_options": {"type": ["array"], "items": {"$ref": "StorefrontAnalyticsBundlePriceOptionItem"}},
            "click_id": {"type": ["string"]},
            "event_source_url": {"type": ["string", "null"]},
            "events": {"type": ["array"], "minItems": 1, "items": {"$ref": "StorefrontSnackVideoConversionEvent"}},
            "referrer_url": {"type": ["string", "null"]},
            "variants": {"type": ["array"], "items": {"$ref": "StorefrontAnalyticsVariantItem"}},
        },
        "required": ["click_id", "events"],
    }
