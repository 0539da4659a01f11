"""One page of a listing. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from ..answer_fields import boolean, field, integer, items_of, text

if TYPE_CHECKING:
    pass


T = TypeVar("T")


@attrs.frozen
class Page(Generic[T]):
    """One page of a list."""

    items: tuple[T, ...]
    next_cursor: str | None = None
    previous_cursor: str | None = None
    page_size: int | None = None
    raw: Any = attrs.field(default=None, repr=False, eq=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def read_page(answer: object) -> Page[Any]:
    """A page of any collection; its cursors are None where there is nothing further that way.

    What is no model of the contract, such as a kind of item added later, is left out; `raw` has it.
    """

    def cursor(name: str, flag: str) -> str | None:
        return None if boolean(field(answer, flag)) is False else text(field(answer, name))

    return Page(
        items=tuple(entry for entry in items_of(field(answer, "data")) if hasattr(entry, "to_dict")),
        next_cursor=cursor("next_cursor", "has_next") or None,
        previous_cursor=cursor("previous_cursor", "has_previous") or None,
        page_size=integer(field(answer, "page_size")),
        raw=answer,
    )
