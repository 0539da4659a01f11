"""`GenericJsonObject` of the contract, only ever sent."""

from __future__ import annotations

from typing import Any, TypeAlias

GenericJsonObject: TypeAlias = dict[str, Any]
