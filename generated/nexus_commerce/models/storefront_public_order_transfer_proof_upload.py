from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontPublicOrderTransferProofUpload(Model):
    """`StorefrontPublicOrderTransferProofUpload` of the contract, as it is received."""

    content_type: str | None | Unset = UNSET
    file_url: str | None | Unset = UNSET
    filename: str | None | Unset = UNSET
    key: str | None | Unset = UNSET
    size_in_bytes: int | str | None | Unset = UNSET
    upload_url: str | None | Unset = UNSET
