from __future__ import annotations

from .._model import Model
from ..types import File


class UploadOrderStatusChangesRequest(Model):
    """`UploadOrderStatusChangesRequest` of the contract, only ever sent."""

    file: File
    tz: str

    _required = ("file", "tz")
    _rules = {
        "type": ["object"],
        "properties": {"file": {"type": ["file"]}, "tz": {"type": ["string"]}},
        "required": ["file", "tz"],
    }
