"""The operations with the tag business_customers."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        count_business_customers,
        create_business_customer,
        create_business_customer_address,
        delete_business_customer_address,
        get_business_customer,
        get_business_customer_address,
        list_business_customer_addresses,
        list_business_customer_tags,
        list_business_customers,
        update_business_customer,
        update_business_customer_address,
        update_business_customer_tags,
        upload_business_customers,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "count_business_customers",
    "create_business_customer",
    "create_business_customer_address",
    "delete_business_customer_address",
    "get_business_customer",
    "get_business_customer_address",
    "list_business_customer_addresses",
    "list_business_customer_tags",
    "list_business_customers",
    "update_business_customer",
    "update_business_customer_address",
    "update_business_customer_tags",
    "upload_business_customers",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
