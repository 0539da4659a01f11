"""`LocationPostalCode` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class LocationPostalCode(Model):
    """`LocationPostalCode` of the contract, as it is received."""

    postal_code: str | None | Unset = UNSET
