"""What every group of a shop's methods stands on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from ...signposts import Signposted
from .listing import Listing

if TYPE_CHECKING:
    from .core import Core


class Group(Signposted):
    """A group of methods of a shop, such as `shop.catalog`."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._call = core.call

    def _listing(
        self, operation: Callable[..., Awaitable[Any]], page_size: int | None, *, most: int = 100, **query: object
    ) -> Listing[Any]:
        """A list operation of the store, narrowed by `query`; the contract lets a page have up to `most` entries."""
        return Listing(partial(self._call, operation, **query), page_size, most)
