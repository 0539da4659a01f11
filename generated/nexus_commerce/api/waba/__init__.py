"""The operations with the tag waba."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_quick_reply,
        create_waba_customer_tag,
        create_waba_dataset,
        delete_quick_reply,
        delete_waba_account,
        delete_waba_customer_tag,
        delete_waba_message,
        get_waba_account,
        get_waba_customer_tag,
        get_waba_message,
        list_quick_replies,
        list_waba_accounts,
        list_waba_customer_tags,
        list_waba_customers,
        list_waba_message_attempts,
        list_waba_message_templates,
        list_waba_messages,
        login_waba_account,
        register_waba_phone,
        send_template_messages,
        send_waba_message,
        send_waba_purchase,
        send_waba_template_message,
        send_waba_typing_indicator,
        sync_waba_account,
        update_quick_reply,
        update_waba_account,
        update_waba_customer,
        update_waba_customer_tag,
        update_waba_message,
        upload_waba_media,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "create_quick_reply",
    "create_waba_customer_tag",
    "create_waba_dataset",
    "delete_quick_reply",
    "delete_waba_account",
    "delete_waba_customer_tag",
    "delete_waba_message",
    "get_waba_account",
    "get_waba_customer_tag",
    "get_waba_message",
    "list_quick_replies",
    "list_waba_accounts",
    "list_waba_customer_tags",
    "list_waba_customers",
    "list_waba_message_attempts",
    "list_waba_message_templates",
    "list_waba_messages",
    "login_waba_account",
    "register_waba_phone",
    "send_template_messages",
    "send_waba_message",
    "send_waba_purchase",
    "send_waba_template_message",
    "send_waba_typing_indicator",
    "sync_waba_account",
    "update_quick_reply",
    "update_waba_account",
    "update_waba_customer",
    "update_waba_customer_tag",
    "update_waba_message",
    "upload_waba_media",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
