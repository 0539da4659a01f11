"""listOrderUtmSources: GET /v3/orders/utm-sources"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.list_order_utm_sources_response_body import ListOrderUtmSourcesResponseBody

OPERATION = Operation(
    id="listOrderUtmSources",
    method="GET",
    path="/v3/orders/utm-sources",
    tags=("Orders",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ListOrderUtmSourcesResponseBody, ListOrderUtmSourcesResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "ListOrderUtmSourcesResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "search": {"type": ["string"]},
}


def _request(
    client: Client,
    *,
    search: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(_QUERY, (search,)),
    )


def sync(
    *,
    client: Client,
    search: str | Unset = UNSET,
) -> ListOrderUtmSourcesResponseBody:
    """List order utm sources.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        search=search,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    search: str | Unset = UNSET,
) -> ListOrderUtmSourcesResponseBody:
    """List order utm sources.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        search=search,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    search: str | Unset = UNSET,
) -> Response[ListOrderUtmSourcesResponseBody | ApiErrorResponse]:
    """List order utm sources.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        search=search,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    search: str | Unset = UNSET,
) -> Response[ListOrderUtmSourcesResponseBody | ApiErrorResponse]:
    """List order utm sources.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        search=search,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
