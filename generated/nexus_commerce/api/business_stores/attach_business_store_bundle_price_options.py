"""attachBusinessStoreBundlePriceOptions: POST /v3/stores/{store_id}/bundle-price-options"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.request_body_of_attach_business_store_bundle_price_options import (
        RequestBodyOfAttachBusinessStoreBundlePriceOptions,
    )

OPERATION = Operation(
    id="attachBusinessStoreBundlePriceOptions",
    method="POST",
    path="/v3/stores/{store_id}/bundle-price-options",
    tags=("Business Stores",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION,
    {204: None, 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"},
)

_PATH: Rules = {
    "store_id": {},
}
_BODY: dict[str, Any] = {"$ref": "RequestBodyOfAttachBusinessStoreBundlePriceOptions", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: RequestBodyOfAttachBusinessStoreBundlePriceOptions | Mapping[str, Any],
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
    body: RequestBodyOfAttachBusinessStoreBundlePriceOptions | Mapping[str, Any],
) -> None:
    """Attach business store bundle price options.

    Raises `ErrorStatus` on every status code but 2xx.
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
    body: RequestBodyOfAttachBusinessStoreBundlePriceOptions | Mapping[str, Any],
) -> None:
    """Attach business store bundle price options.

    Raises `ErrorStatus` on every status code but 2xx.
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
    body: RequestBodyOfAttachBusinessStoreBundlePriceOptions | Mapping[str, Any],
) -> Response[ApiErrorResponse | None]:
    """Attach business store bundle price options.

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
    body: RequestBodyOfAttachBusinessStoreBundlePriceOptions | Mapping[str, Any],
) -> Response[ApiErrorResponse | None]:
    """Attach business store bundle price options.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
