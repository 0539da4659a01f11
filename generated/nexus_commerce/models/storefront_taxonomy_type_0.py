"""`StorefrontTaxonomyType0` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class StorefrontTaxonomyType0(Model):
    """`StorefrontTaxonomyType0` of the contract, as it is received."""

    full_path: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
