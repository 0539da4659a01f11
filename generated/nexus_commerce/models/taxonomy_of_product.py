from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class TaxonomyOfProduct(Model):
    """`TaxonomyOfProduct` of the contract, as it is received."""

    full_path: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    level_1: str | None | Unset = UNSET
    level_2: str | None | Unset = UNSET
    level_3: str | None | Unset = UNSET
    level_4: str | None | Unset = UNSET
    level_5: str | None | Unset = UNSET
    level_6: str | None | Unset = UNSET
    level_7: str | None | Unset = UNSET
