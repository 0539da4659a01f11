"""uploadBusinessCustomers: POST /v3/customers/upload"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.generic_upload_request import GenericUploadRequest

OPERATION = Operation(
    id="uploadBusinessCustomers",
    method="POST",
    path="/v3/customers/upload",
    tags=("Business Customers",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[dict[str, Any], dict[str, Any] | ApiErrorResponse] = Answers(
    OPERATION, {200: "$object", 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_BODY: dict[str, Any] = {"$ref": "GenericUploadRequest", "needed": True}


def _request(
    client: Client,
    *,
    body: GenericUploadRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("multipart/form-data", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: GenericUploadRequest | Mapping[str, Any],
) -> dict[str, Any]:
    """Upload business customers.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    body: GenericUploadRequest | Mapping[str, Any],
) -> dict[str, Any]:
    """Upload business customers.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    body: GenericUploadRequest | Mapping[str, Any],
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Upload business customers.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    body: GenericUploadRequest | Mapping[str, Any],
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Upload business customers.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
