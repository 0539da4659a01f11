"""The operations with the tag landing_pages."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_landing_page,
        create_landing_page_display,
        delete_landing_page,
        delete_landing_page_display,
        get_landing_page,
        get_landing_page_display,
        get_landing_page_public_view,
        list_landing_page_displays,
        list_landing_page_tags,
        list_landing_pages,
        list_landing_pages_simplified,
        update_landing_page,
        update_landing_page_tags,
        validate_landing_page_display,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "create_landing_page",
    "create_landing_page_display",
    "delete_landing_page",
    "delete_landing_page_display",
    "get_landing_page",
    "get_landing_page_display",
    "get_landing_page_public_view",
    "list_landing_page_displays",
    "list_landing_page_tags",
    "list_landing_pages",
    "list_landing_pages_simplified",
    "update_landing_page",
    "update_landing_page_tags",
    "validate_landing_page_display",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
