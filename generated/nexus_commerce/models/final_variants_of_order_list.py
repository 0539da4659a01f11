from __future__ import annotations

from typing import TypeAlias

#: `FinalVariantsOfOrderList` of the contract: an object without fields of its own.
FinalVariantsOfOrderList: TypeAlias = dict[str, int | str]
