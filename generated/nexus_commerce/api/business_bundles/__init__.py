"""The operations with the tag business_bundles."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        count_bundles,
        create_bundle,
        create_bundle_follow_up_chat,
        create_bundle_partner,
        create_bundle_price_option,
        delete_bundle,
        delete_bundle_follow_up_chat,
        delete_bundle_partner,
        delete_bundle_price_option,
        duplicate_bundle,
        generate_bundle_follow_up_chats,
        get_bundle,
        get_bundle_follow_up_chat,
        get_bundle_price_option_relations,
        get_bundle_relations,
        list_bundle_follow_up_chats,
        list_bundle_partners,
        list_bundle_price_options,
        list_bundles,
        list_bundles_simplified,
        update_bundle,
        update_bundle_follow_up_chat,
        update_bundle_price_option,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "count_bundles",
    "create_bundle",
    "create_bundle_follow_up_chat",
    "create_bundle_partner",
    "create_bundle_price_option",
    "delete_bundle",
    "delete_bundle_follow_up_chat",
    "delete_bundle_partner",
    "delete_bundle_price_option",
    "duplicate_bundle",
    "generate_bundle_follow_up_chats",
    "get_bundle",
    "get_bundle_follow_up_chat",
    "get_bundle_price_option_relations",
    "get_bundle_relations",
    "list_bundle_follow_up_chats",
    "list_bundle_partners",
    "list_bundle_price_options",
    "list_bundles",
    "list_bundles_simplified",
    "update_bundle",
    "update_bundle_follow_up_chat",
    "update_bundle_price_option",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
