"""The operations of the contract, one package per tag."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        analytics_setup,
        business_bundles,
        business_customers,
        business_products,
        business_stores,
        business_users,
        checkout_intents,
        customer_account,
        customer_auth,
        customer_cart,
        customer_checkout,
        customer_courses,
        customer_orders,
        customer_privacy,
        customer_subscriptions,
        discounts,
        html_mode_pages,
        identity,
        landing_pages,
        locations,
        o_auth,
        o_auth_billing,
        orders,
        shipping,
        storefront,
        storefront_setup,
        waba,
        web_analytics,
        whats_app_integrations,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "analytics_setup",
    "business_bundles",
    "business_customers",
    "business_products",
    "business_stores",
    "business_users",
    "checkout_intents",
    "customer_account",
    "customer_auth",
    "customer_cart",
    "customer_checkout",
    "customer_courses",
    "customer_orders",
    "customer_privacy",
    "customer_subscriptions",
    "discounts",
    "html_mode_pages",
    "identity",
    "landing_pages",
    "locations",
    "o_auth",
    "o_auth_billing",
    "orders",
    "shipping",
    "storefront",
    "storefront_setup",
    "waba",
    "web_analytics",
    "whats_app_integrations",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
