"""The operations with the tag html_mode_pages."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        check_page_public_discount_code,
        create_page_public_order,
        get_page_public_checkout_summary,
        list_page_public_checkout_shipping_options,
        list_page_public_location_cities,
        list_page_public_location_postal_codes,
        list_page_public_location_provinces,
        list_page_public_location_subdistricts,
        search_page_public_locations,
        send_page_public_meta_conversion_event,
        send_page_public_snack_video_conversion_event,
        send_page_public_tiktok_conversion_event,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "check_page_public_discount_code",
    "create_page_public_order",
    "get_page_public_checkout_summary",
    "list_page_public_checkout_shipping_options",
    "list_page_public_location_cities",
    "list_page_public_location_postal_codes",
    "list_page_public_location_provinces",
    "list_page_public_location_subdistricts",
    "search_page_public_locations",
    "send_page_public_meta_conversion_event",
    "send_page_public_snack_video_conversion_event",
    "send_page_public_tiktok_conversion_event",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
