from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .price import Price

#: `BySizeOfProduct` of the contract: an object without fields of its own.
BySizeOfProduct: TypeAlias = "dict[str, Price]"
