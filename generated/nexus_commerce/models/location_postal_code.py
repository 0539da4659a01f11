from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class LocationPostalCode(Model):
    """`LocationPostalCode` of the contract, as it is received."""

    postal_code: str | None | Unset = UNSET
