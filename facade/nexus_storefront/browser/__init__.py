"""The transport and the store of a shop in a shopper's browser (Python in a page, by Pyodide).

`AsyncStorefront` takes both by itself there. Requests go through the page's `fetch`, from an origin that the store has
registered. Cart, session and journal are kept in the page's IndexedDB, which all tabs of the origin share; a lease is
one of the browser's own locks. Anywhere but in a page both raise `MissingExtra`.
"""

from .fetch import FetchTransport
from .page_store import PageStore

__all__ = ["FetchTransport", "PageStore"]
