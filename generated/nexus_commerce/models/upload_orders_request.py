from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import File

if TYPE_CHECKING:
    from .create_type_of_upload_orders_request import CreateTypeOfUploadOrdersRequest


class UploadOrdersRequest(Model):
    """`UploadOrdersRequest` of the contract, only ever sent."""

    create_type: CreateTypeOfUploadOrdersRequest
    file: File
    tz: str

    _required = ("create_type", "file", "tz")
    _rules = {
        "type": ["object"],
        "properties": {
            "create_type": {"type": ["string"], "enum": ["archive", "regular"]},
            "file": {"type": ["file"]},
            "tz": {"type": ["string"]},
        },
        "required": ["create_type", "file", "tz"],
    }
