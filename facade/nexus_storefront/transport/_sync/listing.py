# Rendered from facade/nexus_storefront/transport/_async/listing.py by scripts/unasync.py; edit that file.
"""The base class of a shop's groups of methods, and lists that come page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ...answer_fields import Listed, boolean, field
from ...arguments import identifier, opaque, whole
from ...errors import DecodeError, InvalidInput, RepeatedCursor
from ...frames import with_bare_errors
from ...signposts import Signposted

if TYPE_CHECKING:
    from ..pages import Page
    from .core import Core

T = TypeVar("T")


@with_bare_errors
class Listing(Generic[T]):
    """A list that is fetched as it is read: `for` goes through its elements, `pages()` page by page, and `page()`
    fetches one page for a cursor that an earlier page gave.

    `fetch` is a list operation that takes a page's size and cursor by name.
    """

    def __init__(self, fetch: Callable[..., Any], page_size: int | None, most: int = 100) -> None:
        if not callable(fetch):
            raise InvalidInput("fetch must be a function")
        self._fetch = fetch
        self._size = {} if page_size is None else {"page_size": whole("page_size", page_size, most=most)}

    def __repr__(self) -> str:
        return "Listing: loop over it, or call .page(), .pages() or .all()"

    def page(self, *, next_cursor: str | None = None, previous_cursor: str | None = None) -> Page[T]:
        """One page: the first, or the one that a cursor leads to."""
        from ..pages import read_page

        if next_cursor is not None and previous_cursor is not None:
            raise InvalidInput("a page is named by next_cursor or previous_cursor, not by both")
        query: dict[str, Any] = dict(self._size)
        for name, cursor in (("next_cursor", next_cursor), ("previous_cursor", previous_cursor)):
            if cursor is not None:
                query[name] = opaque(name, cursor, limit=4096)
        page = read_page(self._fetch(**query))
        if page.next_cursor is None and boolean(field(page.raw, "has_next")):
            raise DecodeError("the service says that more follows, but not where")
        return page

    def pages(self) -> Iterator[Page[T]]:
        """Page after page. A cursor that comes a second time raises `RepeatedCursor` instead of going on for ever."""
        page: Page[T] = self.page()
        yield page
        seen: set[str] = set()
        while page.next_cursor is not None:
            if page.next_cursor in seen:
                raise RepeatedCursor("the service sent the same cursor twice")
            seen.add(page.next_cursor)
            page = self.page(next_cursor=page.next_cursor)
            yield page

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            for element in page.items:
                yield element

    def all(self) -> list[T]:
        """Every element, in one list."""
        return Listed([element for element in self])


class Group(Signposted):
    """A group of methods of a shop, such as `shop.catalog`."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._call = core.call

    def _of(self, operation: Callable[..., T], name: str, value: object, /, **more: object) -> T:
        """An operation on the one thing whose id was given as the argument `name`."""
        return self._call(operation, identifier(name, value), **more)

    def _listing(
        self, operation: Callable[..., Any], page_size: int | None, *, most: int = 100, **query: object
    ) -> Listing[Any]:
        """A list operation of the store, narrowed by `query`; the contract lets a page have up to `most` entries. The
        page that a cursor leads to is of the customer whose page gave that cursor, if of any."""
        from ..pages import read_page

        cores: dict[object, Core] = {}

        def fetch(**page: object) -> object:
            core = cores.get(page.get("next_cursor", page.get("previous_cursor")), self._core)
            core = core.of_customer(core.account)
            answer = core.call(operation, **query, **page)
            core = core.of_customer(core.account)  # which may be known by the call alone
            if core is not self._core:
                found = read_page(answer)
                cores.update({cursor: core for cursor in (found.next_cursor, found.previous_cursor) if cursor})
            return answer

        return Listing(fetch, page_size, most)
