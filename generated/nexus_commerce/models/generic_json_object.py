"""`GenericJsonObject` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    pass


GenericJsonObject: TypeAlias = "dict[str, Any]"
