from __future__ import annotations

from typing import TypeAlias

#: `StockOfProduct` of the contract: an object without fields of its own.
StockOfProduct: TypeAlias = dict[str, int | str]
