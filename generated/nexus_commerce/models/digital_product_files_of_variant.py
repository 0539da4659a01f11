from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class DigitalProductFilesOfVariant(Model):
    """`DigitalProductFilesOfVariant` of the contract, as it is received."""

    content_type: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    size_in_bytes: int | str | None | Unset = UNSET
    url: str | None | Unset = UNSET
