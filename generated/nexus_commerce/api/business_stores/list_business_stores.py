"""listBusinessStores: GET /v3/stores"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.business_store_collection_response_body import BusinessStoreCollectionResponseBody

OPERATION = Operation(
    id="listBusinessStores",
    method="GET",
    path="/v3/stores",
    tags=("Business Stores",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[BusinessStoreCollectionResponseBody, BusinessStoreCollectionResponseBody | ApiErrorResponse] = (
    Answers(OPERATION, {200: "BusinessStoreCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"})
)

_QUERY: Rules = {
    "domain": {"type": ["string"]},
    "has_domain": {"type": ["boolean"]},
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"]},
    "previous_cursor": {"type": ["string"]},
    "product_id": {"type": ["integer"]},
    "search": {"type": ["string"]},
}


def _request(
    client: Client,
    *,
    domain: str | Unset = UNSET,
    has_domain: bool | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                domain,
                has_domain,
                next_cursor,
                page_size,
                previous_cursor,
                product_id,
                search,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    domain: str | Unset = UNSET,
    has_domain: bool | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str | Unset = UNSET,
) -> BusinessStoreCollectionResponseBody:
    """List business stores.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        domain=domain,
        has_domain=has_domain,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        product_id=product_id,
        search=search,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    domain: str | Unset = UNSET,
    has_domain: bool | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str | Unset = UNSET,
) -> BusinessStoreCollectionResponseBody:
    """List business stores.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        domain=domain,
        has_domain=has_domain,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        product_id=product_id,
        search=search,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    domain: str | Unset = UNSET,
    has_domain: bool | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str | Unset = UNSET,
) -> Response[BusinessStoreCollectionResponseBody | ApiErrorResponse]:
    """List business stores.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        domain=domain,
        has_domain=has_domain,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        product_id=product_id,
        search=search,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    domain: str | Unset = UNSET,
    has_domain: bool | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str | Unset = UNSET,
) -> Response[BusinessStoreCollectionResponseBody | ApiErrorResponse]:
    """List business stores.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        domain=domain,
        has_domain=has_domain,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        product_id=product_id,
        search=search,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
