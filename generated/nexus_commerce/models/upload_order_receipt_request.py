"""`UploadOrderReceiptRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import File

if TYPE_CHECKING:
    pass


class UploadOrderReceiptRequest(Model):
    """`UploadOrderReceiptRequest` of the contract, only ever sent."""

    file: File

    _required = ("file",)
    _rules = {"type": ["object"], "properties": {"file": {"type": ["file"]}}, "required": ["file"]}
