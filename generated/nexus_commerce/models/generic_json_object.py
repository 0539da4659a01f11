from __future__ import annotations

from typing import Any, TypeAlias

#: `GenericJsonObject` of the contract: an object without fields of its own.
GenericJsonObject: TypeAlias = dict[str, Any]
