"""`FinalVariantsOfOrderList` of the contract, as it is received."""

from __future__ import annotations

from typing import TypeAlias

FinalVariantsOfOrderList: TypeAlias = dict[str, int | str]
