from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CountProductsResponseBody(Model):
    """`CountProductsResponseBody` of the contract, as it is received."""

    count: int | str | None | Unset = UNSET
