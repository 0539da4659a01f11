"""`CreateVariantDigitalProductFileRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, File, Unset

if TYPE_CHECKING:
    pass


class CreateVariantDigitalProductFileRequest(Model):
    """`CreateVariantDigitalProductFileRequest` of the contract, only ever sent."""

    file: File | Unset = UNSET

    _rules = {"type": ["object"], "properties": {"file": {"type": ["file"]}}}
