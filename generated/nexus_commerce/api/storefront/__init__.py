"""The operations with the tag storefront."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        add_guest_cart_item,
        count_storefront_items,
        create_public_checkout,
        create_storefront_checkout_intent,
        create_storefront_public_order_payment,
        create_storefront_public_order_transfer_proof_upload,
        get_guest_cart,
        get_public_checkout_summary,
        get_storefront_bundle_price_option,
        get_storefront_product,
        get_storefront_public_order,
        get_storefront_variant_availability,
        get_storefront_variant_pricing,
        list_public_checkout_shipping_options,
        list_storefront_categories,
        list_storefront_items,
        list_storefront_location_cities,
        list_storefront_location_postal_codes,
        list_storefront_location_provinces,
        list_storefront_location_subdistricts,
        list_storefront_payment_methods,
        merge_guest_cart,
        remove_guest_cart_item,
        search_storefront_locations,
        send_storefront_meta_conversion_event,
        send_storefront_snack_video_conversion_event,
        send_storefront_tiktok_conversion_event,
        update_guest_cart_item,
        update_storefront_checkout_intent,
        update_storefront_public_order,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "add_guest_cart_item",
    "count_storefront_items",
    "create_public_checkout",
    "create_storefront_checkout_intent",
    "create_storefront_public_order_payment",
    "create_storefront_public_order_transfer_proof_upload",
    "get_guest_cart",
    "get_public_checkout_summary",
    "get_storefront_bundle_price_option",
    "get_storefront_product",
    "get_storefront_public_order",
    "get_storefront_variant_availability",
    "get_storefront_variant_pricing",
    "list_public_checkout_shipping_options",
    "list_storefront_categories",
    "list_storefront_items",
    "list_storefront_location_cities",
    "list_storefront_location_postal_codes",
    "list_storefront_location_provinces",
    "list_storefront_location_subdistricts",
    "list_storefront_payment_methods",
    "merge_guest_cart",
    "remove_guest_cart_item",
    "search_storefront_locations",
    "send_storefront_meta_conversion_event",
    "send_storefront_snack_video_conversion_event",
    "send_storefront_tiktok_conversion_event",
    "update_guest_cart_item",
    "update_storefront_checkout_intent",
    "update_storefront_public_order",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
