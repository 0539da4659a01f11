from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .bundle import Bundle
    from .product import Product


class ItemPage(Model):
    """`ItemPage` of the contract, as it is received."""

    data: list[Product | Bundle | dict[str, Any]] | None | Unset = UNSET
    next_cursor: str | None | Unset = UNSET
    has_next: bool | None | Unset = UNSET

    _nested = {"data": [("tag", "kind", {"product": "Product", "bundle": "Bundle"})]}
