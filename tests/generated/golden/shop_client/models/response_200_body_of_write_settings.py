from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .category import Category

#: `Response200BodyOfWriteSettings` of the contract: an object without fields of its own.
Response200BodyOfWriteSettings: TypeAlias = "dict[str, Category]"
