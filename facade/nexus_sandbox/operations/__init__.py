"""The operations of the storefront side, one module per topic. Importing this package registers them all."""

from . import (
    account,
    analytics,
    auth,
    cart,
    catalog,
    checkout,
    courses,
    intents,
    locations,
    orders,
    subscriptions,
)

__all__ = [
    "account",
    "analytics",
    "auth",
    "cart",
    "catalog",
    "checkout",
    "courses",
    "intents",
    "locations",
    "orders",
    "subscriptions",
]
