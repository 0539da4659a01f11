"""`UploadOrderStatusChangesRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import File

if TYPE_CHECKING:
    pass


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
