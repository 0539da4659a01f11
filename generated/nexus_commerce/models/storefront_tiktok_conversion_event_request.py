from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_analytics_bundle_price_option_item import StorefrontAnalyticsBundlePriceOptionItem
    from .storefront_analytics_variant_item import StorefrontAnalyticsVariantItem
    from .storefront_tiktok_conversion_event import StorefrontTiktokConversionEvent
    from .storefront_tiktok_conversion_user_data import StorefrontTiktokConversionUserData


class StorefrontTiktokConversionEventRequest(Model):
    """`StorefrontTiktokConversionEventRequest` of the contract, only ever sent."""

    event_source_url: str
    events: list[StorefrontTiktokConversionEvent]
    user: StorefrontTiktokConversionUserData
    bundle_price_options: list[StorefrontAnalyticsBundlePriceOptionItem] | Unset = UNSET
    referrer_url: str | None | Unset = UNSET
    variants: list[StorefrontAnalyticsVariantItem] | Unset = UNSET

    _required = ("event_source_url", "events", "user")
    _nested = {
        "events": ["StorefrontTiktokConversionEvent"],
        "user": "StorefrontTiktokConversionUserData",
        "bundle_price_options": ["StorefrontAnalyticsBundlePriceOptionItem"],
        "variants": ["StorefrontAnalyticsVariantItem"],
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "bundle_price_options": {"type": ["array"], "items": {"$ref": "StorefrontAnalyticsBundlePriceOptionItem"}},
            "event_source_url": {"type": ["string"]},
            "events": {"type": ["array"], "minItems": 1, "items": {"$ref": "StorefrontTiktokConversionEvent"}},
            "referrer_url": {"type": ["string", "null"]},
            "user": {"$ref": "StorefrontTiktokConversionUserData"},
            "variants": {"type": ["array"], "items": {"$ref": "StorefrontAnalyticsVariantItem"}},
        },
        "required": ["event_source_url", "events", "user"],
    }
