"""listBusinessCustomers: GET /v3/customers"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.paginated_collection_response_body import PaginatedCollectionResponseBody

OPERATION = Operation(
    id="listBusinessCustomers",
    method="GET",
    path="/v3/customers",
    tags=("Business Customers",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[PaginatedCollectionResponseBody, PaginatedCollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "PaginatedCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "page_size": {"type": ["integer"], "minimum": 1},
    "next_cursor": {"type": ["string"]},
    "previous_cursor": {"type": ["string"]},
}


def _request(
    client: Client,
    *,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                page_size,
                next_cursor,
                previous_cursor,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> PaginatedCollectionResponseBody:
    """List business customers.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> PaginatedCollectionResponseBody:
    """List business customers.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[PaginatedCollectionResponseBody | ApiErrorResponse]:
    """List business customers.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[PaginatedCollectionResponseBody | ApiErrorResponse]:
    """List business customers.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
