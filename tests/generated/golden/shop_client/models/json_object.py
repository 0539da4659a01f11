from __future__ import annotations

from typing import Any, TypeAlias

#: `JsonObject` of the contract: an object without fields of its own.
JsonObject: TypeAlias = dict[str, Any]
