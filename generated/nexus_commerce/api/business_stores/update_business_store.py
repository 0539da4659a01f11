"""updateBusinessStore: PATCH /v3/stores/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.business_store import BusinessStore
    from ...models.business_store_update_request import BusinessStoreUpdateRequest

OPERATION = Operation(
    id="updateBusinessStore",
    method="PATCH",
    path="/v3/stores/{id}",
    tags=("Business Stores",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[BusinessStore, BusinessStore | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "BusinessStore",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "id": {},
}
_BODY: dict[str, Any] = {"$ref": "BusinessStoreUpdateRequest", "needed": True}


def _request(
    client: Client,
    id: int | str,
    *,
    body: BusinessStoreUpdateRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    id: int | str,
    *,
    client: Client,
    body: BusinessStoreUpdateRequest | Mapping[str, Any],
) -> BusinessStore:
    """Update business store.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    id: int | str,
    *,
    client: Client,
    body: BusinessStoreUpdateRequest | Mapping[str, Any],
) -> BusinessStore:
    """Update business store.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    id: int | str,
    *,
    client: Client,
    body: BusinessStoreUpdateRequest | Mapping[str, Any],
) -> Response[BusinessStore | ApiErrorResponse]:
    """Update business store.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    id: int | str,
    *,
    client: Client,
    body: BusinessStoreUpdateRequest | Mapping[str, Any],
) -> Response[BusinessStore | ApiErrorResponse]:
    """Update business store.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
