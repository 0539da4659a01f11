"""getOrderByPgReferenceId: GET /v3/orders/pg-reference-id/{pg_reference_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.pg_reference_id import PGReferenceID

OPERATION = Operation(
    id="getOrderByPgReferenceId",
    method="GET",
    path="/v3/orders/pg-reference-id/{pg_reference_id}",
    tags=("Orders",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[PGReferenceID, PGReferenceID | ApiErrorResponse] = Answers(
    OPERATION, {200: "PGReferenceID", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "pg_reference_id": {},
}


def _request(
    client: Client,
    pg_reference_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (pg_reference_id,)),
    )


def sync(
    pg_reference_id: int | str,
    *,
    client: Client,
) -> PGReferenceID:
    """Get order by PG reference ID.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        pg_reference_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    pg_reference_id: int | str,
    *,
    client: Client,
) -> PGReferenceID:
    """Get order by PG reference ID.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        pg_reference_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    pg_reference_id: int | str,
    *,
    client: Client,
) -> Response[PGReferenceID | ApiErrorResponse]:
    """Get order by PG reference ID.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        pg_reference_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    pg_reference_id: int | str,
    *,
    client: Client,
) -> Response[PGReferenceID | ApiErrorResponse]:
    """Get order by PG reference ID.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        pg_reference_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
