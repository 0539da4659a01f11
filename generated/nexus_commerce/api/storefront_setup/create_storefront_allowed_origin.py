"""createStorefrontAllowedOrigin: POST /v3/stores/{store_id}/storefront/allowed-origins"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_allowed_origin import StorefrontAllowedOrigin
    from ...models.storefront_allowed_origin_request import StorefrontAllowedOriginRequest

OPERATION = Operation(
    id="createStorefrontAllowedOrigin",
    method="POST",
    path="/v3/stores/{store_id}/storefront/allowed-origins",
    tags=("Storefront Setup",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[StorefrontAllowedOrigin, StorefrontAllowedOrigin | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "StorefrontAllowedOrigin",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "store_id": {},
}
_BODY: dict[str, Any] = {"$ref": "StorefrontAllowedOriginRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: StorefrontAllowedOriginRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontAllowedOriginRequest | Mapping[str, Any],
) -> StorefrontAllowedOrigin:
    """Create storefront allowed origin.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontAllowedOriginRequest | Mapping[str, Any],
) -> StorefrontAllowedOrigin:
    """Create storefront allowed origin.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontAllowedOriginRequest | Mapping[str, Any],
) -> Response[StorefrontAllowedOrigin | ApiErrorResponse]:
    """Create storefront allowed origin.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontAllowedOriginRequest | Mapping[str, Any],
) -> Response[StorefrontAllowedOrigin | ApiErrorResponse]:
    """Create storefront allowed origin.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
