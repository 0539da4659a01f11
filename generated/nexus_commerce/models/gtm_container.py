from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class GtmContainer(Model):
    """`GtmContainer` of the contract, as it is received."""

    container_id: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    display: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
