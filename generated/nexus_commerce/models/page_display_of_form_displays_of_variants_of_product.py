from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class PageDisplayOfFormDisplaysOfVariantsOfProduct(Model):
    """`PageDisplayOfFormDisplaysOfVariantsOfProduct` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
