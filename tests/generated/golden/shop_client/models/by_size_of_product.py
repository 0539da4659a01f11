"""`BySizeOfProduct` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .price import Price

BySizeOfProduct: TypeAlias = "dict[str, Price]"
