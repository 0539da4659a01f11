"""`StockOfProduct` of the contract, as it is received."""

from __future__ import annotations

from typing import TypeAlias

StockOfProduct: TypeAlias = dict[str, int | str]
