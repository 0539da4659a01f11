"""listWabaCustomerTags: GET /v3/waba-customer-tags"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.paginated_collection_response_body import PaginatedCollectionResponseBody

OPERATION = Operation(
    id="listWabaCustomerTags",
    method="GET",
    path="/v3/waba-customer-tags",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[PaginatedCollectionResponseBody, PaginatedCollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "PaginatedCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)


def _request(
    client: Client,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
    )


def sync(
    *,
    client: Client,
) -> PaginatedCollectionResponseBody:
    """List WABA customer tags.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
) -> PaginatedCollectionResponseBody:
    """List WABA customer tags.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
) -> Response[PaginatedCollectionResponseBody | ApiErrorResponse]:
    """List WABA customer tags.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[PaginatedCollectionResponseBody | ApiErrorResponse]:
    """List WABA customer tags.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
