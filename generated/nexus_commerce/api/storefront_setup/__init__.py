"""The operations with the tag storefront_setup."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_storefront_allowed_origin,
        create_storefront_public_api_key,
        list_storefront_allowed_origins,
        list_storefront_public_api_keys,
        revoke_storefront_allowed_origin,
        revoke_storefront_public_api_key,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "create_storefront_allowed_origin",
    "create_storefront_public_api_key",
    "list_storefront_allowed_origins",
    "list_storefront_public_api_keys",
    "revoke_storefront_allowed_origin",
    "revoke_storefront_public_api_key",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
