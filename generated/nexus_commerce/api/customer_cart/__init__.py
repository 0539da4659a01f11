"""The operations with the tag customer_cart."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import add_customer_cart_item, get_customer_cart, remove_customer_cart_item, update_customer_cart_item
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "add_customer_cart_item",
    "get_customer_cart",
    "remove_customer_cart_item",
    "update_customer_cart_item",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
