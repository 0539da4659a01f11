"""The operations with the tag whats_app_integrations."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        check_whatsapp_integration_status,
        create_whatsapp_integration,
        delete_whatsapp_integration,
        get_whatsapp_integration,
        list_whatsapp_integrations,
        update_whatsapp_integration,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "check_whatsapp_integration_status",
    "create_whatsapp_integration",
    "delete_whatsapp_integration",
    "get_whatsapp_integration",
    "list_whatsapp_integrations",
    "update_whatsapp_integration",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
