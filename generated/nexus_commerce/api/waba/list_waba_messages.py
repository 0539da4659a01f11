"""listWabaMessages: GET /v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/messages"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.paginated_collection_response_body import PaginatedCollectionResponseBody

OPERATION = Operation(
    id="listWabaMessages",
    method="GET",
    path="/v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/messages",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[PaginatedCollectionResponseBody, PaginatedCollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION,
    {200: "PaginatedCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"},
)

_PATH: Rules = {
    "waba_unique_id": {},
    "wa_user_id": {},
}
_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"], "minimum": 1},
    "previous_cursor": {"type": ["string"]},
    "anchor_id": {"type": ["string"]},
}


def _request(
    client: Client,
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    anchor_id: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                waba_unique_id,
                wa_user_id,
            ),
        ),
        query=(
            _QUERY,
            (
                next_cursor,
                page_size,
                previous_cursor,
                anchor_id,
            ),
        ),
    )


def sync(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    anchor_id: str | Unset = UNSET,
) -> PaginatedCollectionResponseBody:
    """List WABA messages.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        anchor_id=anchor_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    anchor_id: str | Unset = UNSET,
) -> PaginatedCollectionResponseBody:
    """List WABA messages.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        anchor_id=anchor_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    anchor_id: str | Unset = UNSET,
) -> Response[PaginatedCollectionResponseBody | ApiErrorResponse]:
    """List WABA messages.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        anchor_id=anchor_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    anchor_id: str | Unset = UNSET,
) -> Response[PaginatedCollectionResponseBody | ApiErrorResponse]:
    """List WABA messages.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        anchor_id=anchor_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
