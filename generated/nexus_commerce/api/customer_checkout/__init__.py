"""The operations with the tag customer_checkout."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_customer_checkout,
        get_checkout_summary,
        list_checkout_addresses,
        list_checkout_payment_methods,
        list_checkout_shipping_options,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "create_customer_checkout",
    "get_checkout_summary",
    "list_checkout_addresses",
    "list_checkout_payment_methods",
    "list_checkout_shipping_options",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
