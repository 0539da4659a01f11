"""The operations with the tag analytics_setup."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_facebook_pixel,
        create_gtm_container,
        create_kwai_pixel,
        create_tiktok_pixel,
        delete_facebook_pixel,
        delete_gtm_container,
        delete_kwai_pixel,
        delete_tiktok_pixel,
        get_facebook_pixel,
        get_gtm_container,
        get_kwai_pixel,
        get_tiktok_pixel,
        list_facebook_pixels,
        list_facebook_standard_events,
        list_gtm_containers,
        list_kwai_pixels,
        list_kwai_standard_events,
        list_tiktok_pixels,
        list_tiktok_standard_events,
        update_facebook_pixel,
        update_gtm_container,
        update_kwai_pixel,
        update_tiktok_pixel,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "create_facebook_pixel",
    "create_gtm_container",
    "create_kwai_pixel",
    "create_tiktok_pixel",
    "delete_facebook_pixel",
    "delete_gtm_container",
    "delete_kwai_pixel",
    "delete_tiktok_pixel",
    "get_facebook_pixel",
    "get_gtm_container",
    "get_kwai_pixel",
    "get_tiktok_pixel",
    "list_facebook_pixels",
    "list_facebook_standard_events",
    "list_gtm_containers",
    "list_kwai_pixels",
    "list_kwai_standard_events",
    "list_tiktok_pixels",
    "list_tiktok_standard_events",
    "update_facebook_pixel",
    "update_gtm_container",
    "update_kwai_pixel",
    "update_tiktok_pixel",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
