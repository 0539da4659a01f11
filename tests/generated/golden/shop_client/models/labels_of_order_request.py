from __future__ import annotations

from typing import TypeAlias

#: `LabelsOfOrderRequest` of the contract: an object without fields of its own.
LabelsOfOrderRequest: TypeAlias = dict[str, str]
