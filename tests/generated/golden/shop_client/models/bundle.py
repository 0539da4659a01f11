from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .kind_of_bundle import KindOfBundle
    from .product import Product


class Bundle(Model):
    """`Bundle` of the contract, as it is received."""

    kind: KindOfBundle | str | None | Unset = UNSET
    lines: list[Product] | None | Unset = UNSET

    _nested = {"lines": ["Product"]}
