"""The operations with the tag customer_auth."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        blacklist_customer_jwt,
        login_customer,
        refresh_customer_jwt,
        save_customer_password,
        start_customer_password_reset,
        verify_customer_otp,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "blacklist_customer_jwt",
    "login_customer",
    "refresh_customer_jwt",
    "save_customer_password",
    "start_customer_password_reset",
    "verify_customer_otp",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
