from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class LabelsOfBundle(Model):
    """`LabelsOfBundle` of the contract, as it is received."""

    name: str | None | Unset = UNSET
