"""`JsonObject` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    pass


JsonObject: TypeAlias = "dict[str, Any]"
