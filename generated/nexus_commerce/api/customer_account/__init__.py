"""The operations with the tag customer_account."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_customer_me_address,
        delete_customer_me_address,
        get_customer_me,
        get_customer_me_address,
        list_customer_me_addresses,
        set_customer_password,
        update_customer_me,
        update_customer_me_address,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "create_customer_me_address",
    "delete_customer_me_address",
    "get_customer_me",
    "get_customer_me_address",
    "list_customer_me_addresses",
    "set_customer_password",
    "update_customer_me",
    "update_customer_me_address",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
