from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class BundlePriceOptionsOfBundlesOfProductRelations(Model):
    """`BundlePriceOptionsOfBundlesOfProductRelations` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
