from __future__ import annotations

from .._model import Model
from ..types import UNSET, File, Unset


class GenericUploadRequest(Model):
    """`GenericUploadRequest` of the contract, only ever sent."""

    file: File | Unset = UNSET

    _rules = {"type": ["object"], "properties": {"file": {"type": ["file"]}}}
