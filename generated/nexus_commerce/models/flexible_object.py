from __future__ import annotations

from typing import Any, TypeAlias

#: `FlexibleObject` of the contract: an object without fields of its own.
FlexibleObject: TypeAlias = dict[str, Any]
