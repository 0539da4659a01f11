"""The operations with the tag checkout_intents."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_page_checkout_intent,
        get_checkout_intent,
        get_checkout_intent_prefill,
        list_checkout_intents,
        send_checkout_intent_follow_up_email,
        update_page_checkout_intent,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "create_page_checkout_intent",
    "get_checkout_intent",
    "get_checkout_intent_prefill",
    "list_checkout_intents",
    "send_checkout_intent_follow_up_email",
    "update_page_checkout_intent",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
