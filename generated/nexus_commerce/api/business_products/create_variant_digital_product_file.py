"""createVariantDigitalProductFile: POST /v3/variants/{variant_id}/digital-product-files"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.create_variant_digital_product_file_request import CreateVariantDigitalProductFileRequest
    from ...models.digital_product_file import DigitalProductFile

OPERATION = Operation(
    id="createVariantDigitalProductFile",
    method="POST",
    path="/v3/variants/{variant_id}/digital-product-files",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[DigitalProductFile, DigitalProductFile | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "DigitalProductFile",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "variant_id": {
        "pattern": "^(?:[1-9][0-9]*|variant_[A-Za-z0-9_-]+|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})\\Z",
        "minLength": 1,
    },
}
_BODY: dict[str, Any] = {"$ref": "CreateVariantDigitalProductFileRequest", "needed": True}


def _request(
    client: Client,
    variant_id: int | str,
    *,
    body: CreateVariantDigitalProductFileRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (variant_id,)),
        body=("multipart/form-data", body, _BODY),
    )


def sync(
    variant_id: int | str,
    *,
    client: Client,
    body: CreateVariantDigitalProductFileRequest | Mapping[str, Any],
) -> DigitalProductFile:
    """Create variant digital product file.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        variant_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    variant_id: int | str,
    *,
    client: Client,
    body: CreateVariantDigitalProductFileRequest | Mapping[str, Any],
) -> DigitalProductFile:
    """Create variant digital product file.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        variant_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    variant_id: int | str,
    *,
    client: Client,
    body: CreateVariantDigitalProductFileRequest | Mapping[str, Any],
) -> Response[DigitalProductFile | ApiErrorResponse]:
    """Create variant digital product file.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        variant_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    variant_id: int | str,
    *,
    client: Client,
    body: CreateVariantDigitalProductFileRequest | Mapping[str, Any],
) -> Response[DigitalProductFile | ApiErrorResponse]:
    """Create variant digital product file.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        variant_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
