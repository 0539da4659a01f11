from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .upload_receipt import UploadReceipt


class UploadOrderReceiptResponseBody(Model):
    """`UploadOrderReceiptResponseBody` of the contract, as it is received."""

    data: list[UploadReceipt] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["UploadReceipt"]}
