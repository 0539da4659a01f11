"""One page of a listing. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

import attrs

from ..answer_fields import Listed, boolean, field, integer, items_of, text

T = TypeVar("T")


@attrs.frozen
class Page(Generic[T]):
    """One page of a list."""

    items: tuple[T, ...]
    """The entries, as models of the contract."""
    next_cursor: str | None = None
    """Leads to the page after this one; None on the last."""
    previous_cursor: str | None = None
    """Leads to the page before this one; None on the first."""
    page_size: int | None = None
    """How many entries a page has at most, if the service says so."""
    left_out: tuple[object, ...] = attrs.field(default=(), repr=False)
    """Entries that are no model of the contract, as they came: a kind of item added later, or none at all."""
    raw: Any = attrs.field(default=None, repr=False, eq=False)
    """The answer as it came."""

    def __str__(self) -> str:
        return f"{Listed(self.items)}" + ("\n… and more" if self.next_cursor else "")

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> T:
        return self.items[index]


def read_page(answer: object) -> Page[Any]:
    """The answer of a list operation as a page. A cursor is None if nothing follows that way; entries that are no model
    of the contract are in `left_out`."""

    def cursor(name: str, flag: str) -> str | None:
        return None if boolean(field(answer, flag)) is False else text(field(answer, name))

    entries = items_of(field(answer, "data"))
    return Page(
        items=tuple(entry for entry in entries if hasattr(entry, "to_dict")),
        next_cursor=cursor("next_cursor", "has_next") or None,
        previous_cursor=cursor("previous_cursor", "has_previous") or None,
        page_size=integer(field(answer, "page_size")),
        left_out=tuple(entry for entry in entries if not hasattr(entry, "to_dict")),
        raw=answer,
    )
