from typing import Literal, TypeAlias, get_args

ContentTypeOfStorefrontPublicOrderTransferProofUploadRequest: TypeAlias = Literal[
    "image/jpeg", "image/png", "image/webp"
]

#: The values that the contract knows.
CONTENT_TYPE_OF_STOREFRONT_PUBLIC_ORDER_TRANSFER_PROOF_UPLOAD_REQUEST_VALUES: tuple[
    ContentTypeOfStorefrontPublicOrderTransferProofUploadRequest, ...
] = get_args(ContentTypeOfStorefrontPublicOrderTransferProofUploadRequest)
