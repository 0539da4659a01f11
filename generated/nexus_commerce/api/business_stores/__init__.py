"""The operations with the tag business_stores."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        attach_business_store_bundle_price_options,
        create_business_store,
        delete_business_store,
        detach_business_store_bundle_price_option,
        get_business_store,
        get_business_store_bundle,
        get_business_store_bundle_price_option,
        get_business_store_bundle_price_option_relations,
        get_business_store_variant,
        list_business_store_bundles,
        list_business_store_channels,
        list_business_store_pages,
        list_business_store_payment_accounts,
        list_business_store_payment_methods,
        list_business_store_products,
        list_business_store_sales_people,
        list_business_stores,
        list_business_stores_simplified,
        search_business_store_product_knowledge,
        update_business_store,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "attach_business_store_bundle_price_options",
    "create_business_store",
    "delete_business_store",
    "detach_business_store_bundle_price_option",
    "get_business_store",
    "get_business_store_bundle",
    "get_business_store_bundle_price_option",
    "get_business_store_bundle_price_option_relations",
    "get_business_store_variant",
    "list_business_store_bundles",
    "list_business_store_channels",
    "list_business_store_pages",
    "list_business_store_payment_accounts",
    "list_business_store_payment_methods",
    "list_business_store_products",
    "list_business_store_sales_people",
    "list_business_stores",
    "list_business_stores_simplified",
    "search_business_store_product_knowledge",
    "update_business_store",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
