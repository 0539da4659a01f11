"""The storefront in a shopper's browser: Python that runs in a page (Pyodide) and calls the service from there.

    from nexus_storefront.browser import open_shop

    shop = open_shop("store_…", "sfpk_…")
    cart = await shop.cart.add(variant_id=494535)

Requests go through the page's `fetch`, from an origin that the store has registered. Cart, session and journal are kept
in the page's IndexedDB, which all tabs of the origin share; a lease is one of the browser's own locks.
"""

from __future__ import annotations

from typing import Any

from .. import AsyncStorefront
from ..transport.settings import BASE_URL
from .fetch import FetchTransport
from .page_store import PageStore

__all__ = ["FetchTransport", "PageStore", "open_shop"]


def open_shop(store_id: str, api_key: str, base_url: str = BASE_URL, **options: Any) -> AsyncStorefront:
    """An `AsyncStorefront` for a page; `options` are those of its constructor.

    Raises `MissingExtra` anywhere but in a page.
    """
    defaults = {"transport": FetchTransport(), "store": PageStore()}
    return AsyncStorefront(store_id, api_key, base_url, **{**defaults, **options})
