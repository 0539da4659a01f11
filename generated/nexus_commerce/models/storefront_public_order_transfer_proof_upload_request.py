from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    from .content_type_of_storefront_public_order_transfer_proof_upload_request import (
        ContentTypeOfStorefrontPublicOrderTransferProofUploadRequest,
    )


class StorefrontPublicOrderTransferProofUploadRequest(Model):
    """`StorefrontPublicOrderTransferProofUploadRequest` of the contract, only ever sent."""

    content_length: int
    content_type: ContentTypeOfStorefrontPublicOrderTransferProofUploadRequest
    filename: str

    _required = ("content_length", "content_type", "filename")
    _rules = {
        "type": ["object"],
        "properties": {
            "content_length": {"type": ["integer"], "minimum": 1, "maximum": 10485760},
            "content_type": {"type": ["string"], "enum": ["image/jpeg", "image/png", "image/webp"]},
            "filename": {"type": ["string"]},
        },
        "required": ["content_length", "content_type", "filename"],
        "additionalProperties": False,
    }
