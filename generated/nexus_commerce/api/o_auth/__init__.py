"""The operations with the tag o_auth."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        exchange_o_auth_installation_launch_token,
        exchange_o_auth_token,
        get_current_o_auth_application,
        get_o_auth_application_public,
        get_o_auth_authorization_server_metadata,
        get_o_auth_installation_status,
        introspect_o_auth_token,
        list_o_auth_scopes,
        register_o_auth_client,
        revoke_o_auth_token,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "exchange_o_auth_installation_launch_token",
    "exchange_o_auth_token",
    "get_current_o_auth_application",
    "get_o_auth_application_public",
    "get_o_auth_authorization_server_metadata",
    "get_o_auth_installation_status",
    "introspect_o_auth_token",
    "list_o_auth_scopes",
    "register_o_auth_client",
    "revoke_o_auth_token",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
