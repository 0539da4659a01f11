"""`Response200BodyOfWriteSettings` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .category import Category

Response200BodyOfWriteSettings: TypeAlias = "dict[str, Category]"
