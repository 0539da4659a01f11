"""listOrdersByPgReferenceIds: GET /v3/orders/pg-reference-ids"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.pg_reference_i_ds import PGReferenceIDs

OPERATION = Operation(
    id="listOrdersByPgReferenceIds",
    method="GET",
    path="/v3/orders/pg-reference-ids",
    tags=("Orders",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[PGReferenceIDs, PGReferenceIDs | ApiErrorResponse] = Answers(
    OPERATION, {200: "PGReferenceIDs", 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "pg_reference_ids": {"type": ["string"], "minLength": 1, "pattern": ".*\\S.*", "needed": True},
}


def _request(
    client: Client,
    *,
    pg_reference_ids: str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(_QUERY, (pg_reference_ids,)),
    )


def sync(
    *,
    client: Client,
    pg_reference_ids: str,
) -> PGReferenceIDs:
    """List orders by PG reference ids.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        pg_reference_ids=pg_reference_ids,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    pg_reference_ids: str,
) -> PGReferenceIDs:
    """List orders by PG reference ids.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        pg_reference_ids=pg_reference_ids,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    pg_reference_ids: str,
) -> Response[PGReferenceIDs | ApiErrorResponse]:
    """List orders by PG reference ids.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        pg_reference_ids=pg_reference_ids,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    pg_reference_ids: str,
) -> Response[PGReferenceIDs | ApiErrorResponse]:
    """List orders by PG reference ids.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        pg_reference_ids=pg_reference_ids,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
