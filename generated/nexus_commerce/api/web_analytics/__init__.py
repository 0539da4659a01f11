"""The operations with the tag web_analytics."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        get_web_analytics_ad_clicks,
        get_web_analytics_audience,
        get_web_analytics_conversion,
        get_web_analytics_engagement,
        get_web_analytics_entity_funnel,
        get_web_analytics_entity_journey,
        get_web_analytics_journey,
        get_web_analytics_order_funnel,
        get_web_analytics_pages,
        get_web_analytics_source_revenue,
        get_web_analytics_sources,
        get_web_analytics_traffic,
        list_web_analytics_entities,
        list_web_analytics_payment_links,
        list_web_analytics_stores,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "get_web_analytics_ad_clicks",
    "get_web_analytics_audience",
    "get_web_analytics_conversion",
    "get_web_analytics_engagement",
    "get_web_analytics_entity_funnel",
    "get_web_analytics_entity_journey",
    "get_web_analytics_journey",
    "get_web_analytics_order_funnel",
    "get_web_analytics_pages",
    "get_web_analytics_source_revenue",
    "get_web_analytics_sources",
    "get_web_analytics_traffic",
    "list_web_analytics_entities",
    "list_web_analytics_payment_links",
    "list_web_analytics_stores",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
