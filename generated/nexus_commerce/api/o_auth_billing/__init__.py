"""The operations with the tag o_auth_billing."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_developer_o_auth_billing_withdrawal,
        create_o_auth_billing_refund,
        create_o_auth_billing_reservation,
        get_developer_o_auth_billing_charge,
        get_developer_o_auth_billing_earnings,
        get_developer_o_auth_billing_reservation,
        list_developer_o_auth_billing_actions,
        list_developer_o_auth_billing_charges,
        list_developer_o_auth_billing_ledger,
        list_developer_o_auth_billing_reservations,
        list_developer_o_auth_billing_settlements,
        release_o_auth_billing_reservation,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "create_developer_o_auth_billing_withdrawal",
    "create_o_auth_billing_refund",
    "create_o_auth_billing_reservation",
    "get_developer_o_auth_billing_charge",
    "get_developer_o_auth_billing_earnings",
    "get_developer_o_auth_billing_reservation",
    "list_developer_o_auth_billing_actions",
    "list_developer_o_auth_billing_charges",
    "list_developer_o_auth_billing_ledger",
    "list_developer_o_auth_billing_reservations",
    "list_developer_o_auth_billing_settlements",
    "release_o_auth_billing_reservation",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
