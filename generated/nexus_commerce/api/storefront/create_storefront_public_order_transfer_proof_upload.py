"""createStorefrontPublicOrderTransferProofUpload: POST /v3/stores/{store_id}/public/orders/{secret_slug}/transfer-proof-upload"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_public_order_transfer_proof_upload import StorefrontPublicOrderTransferProofUpload
    from ...models.storefront_public_order_transfer_proof_upload_request import (
        StorefrontPublicOrderTransferProofUploadRequest,
    )

OPERATION = Operation(
    id="createStorefrontPublicOrderTransferProofUpload",
    method="POST",
    path="/v3/stores/{store_id}/public/orders/{secret_slug}/transfer-proof-upload",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[
    StorefrontPublicOrderTransferProofUpload, StorefrontPublicOrderTransferProofUpload | ApiErrorResponse
] = Answers(
    OPERATION, {200: "StorefrontPublicOrderTransferProofUpload", 400: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "secret_slug": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}
_BODY: dict[str, Any] = {"$ref": "StorefrontPublicOrderTransferProofUploadRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    secret_slug: int | str,
    *,
    body: StorefrontPublicOrderTransferProofUploadRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                secret_slug,
            ),
        ),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    secret_slug: int | str,
    *,
    client: Client,
    body: StorefrontPublicOrderTransferProofUploadRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontPublicOrderTransferProofUpload:
    """Create storefront public order transfer proof upload.

    Reserve an upload address for the picture of a bank transfer's receipt. Send the file there, then set the
    order's `transferproof_url` to `file_url`.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        secret_slug,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    secret_slug: int | str,
    *,
    client: Client,
    body: StorefrontPublicOrderTransferProofUploadRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontPublicOrderTransferProofUpload:
    """Create storefront public order transfer proof upload.

    Reserve an upload address for the picture of a bank transfer's receipt. Send the file there, then set the
    order's `transferproof_url` to `file_url`.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        secret_slug,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    secret_slug: int | str,
    *,
    client: Client,
    body: StorefrontPublicOrderTransferProofUploadRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontPublicOrderTransferProofUpload | ApiErrorResponse]:
    """Create storefront public order transfer proof upload.

    Reserve an upload address for the picture of a bank transfer's receipt. Send the file there, then set the
    order's `transferproof_url` to `file_url`.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        secret_slug,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    secret_slug: int | str,
    *,
    client: Client,
    body: StorefrontPublicOrderTransferProofUploadRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontPublicOrderTransferProofUpload | ApiErrorResponse]:
    """Create storefront public order transfer proof upload.

    Reserve an upload address for the picture of a bank transfer's receipt. Send the file there, then set the
    order's `transferproof_url` to `file_url`.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        secret_slug,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
