"""The operations with the tag customer_subscriptions."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        cancel_customer_subscription,
        downgrade_subscription_item,
        get_customer_subscription,
        list_customer_subscriptions,
        list_subscription_downgrade_options,
        list_subscription_upgrade_options,
        resume_customer_subscription,
        upgrade_subscription_item,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "cancel_customer_subscription",
    "downgrade_subscription_item",
    "get_customer_subscription",
    "list_customer_subscriptions",
    "list_subscription_downgrade_options",
    "list_subscription_upgrade_options",
    "resume_customer_subscription",
    "upgrade_subscription_item",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
