from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_analytics_bundle_price_option_item import StorefrontAnalyticsBundlePriceOptionItem
    from .storefront_analytics_variant_item import StorefrontAnalyticsVariantItem
    from .storefront_meta_conversion_event import StorefrontMetaConversionEvent
    from .storefront_meta_conversion_user_data import StorefrontMetaConversionUserData


class StorefrontMetaConversionEventRequest(Model):
    """`StorefrontMetaConversionEventRequest` of the contract, only ever sent."""

    events: list[StorefrontMetaConversionEvent]
    user_data: StorefrontMetaConversionUserData
    bundle_price_options: list[StorefrontAnalyticsBundlePriceOptionItem] | Unset = UNSET
    event_source_url: str | None | Unset = UNSET
    referrer_url: str | None | Unset = UNSET
    variants: list[StorefrontAnalyticsVariantItem] | Unset = UNSET

    _required = ("events", "user_data")
    _nested = {
        "events": ["StorefrontMetaConversionEvent"],
        "user_data": "StorefrontMetaConversionUserData",
        "bundle_price_options": ["StorefrontAnalyticsBundlePriceOptionItem"],
        "variants": ["StorefrontAnalyticsVariantItem"],
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "bundle_price_options": {"type": ["array"], "items": {"$ref": "StorefrontAnalyticsBundlePriceOptionItem"}},
            "event_source_url": {"type": ["string", "null"]},
            "events": {"type": ["array"], "minItems": 1, "items": {"$ref": "StorefrontMetaConversionEvent"}},
            "referrer_url": {"type": ["string", "null"]},
            "user_data": {"$ref": "StorefrontMetaConversionUserData"},
            "variants": {"type": ["array"], "items": {"$ref": "StorefrontAnalyticsVariantItem"}},
        },
        "required": ["events", "user_data"],
    }
