"""All elements of a list that comes page by page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from typing import Any, ParamSpec, Protocol, TypeVar

from .errors import BrokenPaging
from .types import Operation, Unset

__all__ = ["Listing", "Page", "apaginate", "paginate"]

Arguments = ParamSpec("Arguments")
Element = TypeVar("Element", covariant=True)


class Page(Protocol[Element]):
    """An answer with some of the elements, and where the next are."""

    @property
    def data(self) -> Sequence[Element] | Unset | None: ...
    @property
    def next_cursor(self) -> str | Unset | None: ...


class Listing(Protocol[Arguments, Element]):
    """A module of `nexus_commerce.api` whose operation answers with pages."""

    @property
    def OPERATION(self) -> Operation: ...
    @property
    def sync(self) -> Callable[Arguments, Page[Element]]: ...
    @property
    def asyncio(self) -> Callable[Arguments, Coroutine[Any, Any, Page[Element]]]: ...


def paginate(
    operation: Listing[Arguments, Element], /, *args: Arguments.args, **kwargs: Arguments.kwargs
) -> Iterator[Element]:
    """Every element of a list: `paginate(api.storefront.list_storefront_items, store_id, client=client)`.

    Takes what the operation takes (`page_size` for the size of a page, `next_cursor` for where to begin) and asks for a
    page when its first element is wanted. Raises what the operation raises, and `BrokenPaging` where pages do not lead
    to an end.
    """
    seen: set[str] = set()
    following: dict[str, Any] = {}
    while True:
        page = operation.sync(*args, **{**kwargs, **following})
        yield from _elements(page)
        cursor = _next(operation.OPERATION, page, seen, kwargs["client"])
        if cursor is None:
            return
        following = {"next_cursor": cursor}


async def apaginate(
    operation: Listing[Arguments, Element], /, *args: Arguments.args, **kwargs: Arguments.kwargs
) -> AsyncIterator[Element]:
    """`paginate` for async code: `async for item in apaginate(...)`."""
    seen: set[str] = set()
    following: dict[str, Any] = {}
    while True:
        page = await operation.asyncio(*args, **{**kwargs, **following})
        for element in _elements(page):
            yield element
        cursor = _next(operation.OPERATION, page, seen, kwargs["client"])
        if cursor is None:
            return
        following = {"next_cursor": cursor}


def _elements(page: Page[Element]) -> Sequence[Element]:
    return page.data if isinstance(page.data, list) else ()


def _next(operation: Operation, page: Page[Any], seen: set[str], client: Any) -> str | None:
    """Where the next page is; None after the last one."""
    more = getattr(page, "has_next", None)
    cursor: object = page.next_cursor or None
    if more is False:
        return None
    if not isinstance(cursor, str | None):
        raise client.failure(BrokenPaging(operation.id, "where more follows is not said as text"))
    if cursor in seen:
        raise client.failure(BrokenPaging(operation.id, "the same cursor came twice"))
    if cursor is None and more is True:
        raise client.failure(BrokenPaging(operation.id, "more is said to follow, but not where"))
    if cursor is not None:
        seen.add(cursor)
    return cursor
