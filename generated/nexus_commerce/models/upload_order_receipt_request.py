from __future__ import annotations

from .._model import Model
from ..types import File


class UploadOrderReceiptRequest(Model):
    """`UploadOrderReceiptRequest` of the contract, only ever sent."""

    file: File

    _required = ("file",)
    _rules = {"type": ["object"], "properties": {"file": {"type": ["file"]}}, "required": ["file"]}
