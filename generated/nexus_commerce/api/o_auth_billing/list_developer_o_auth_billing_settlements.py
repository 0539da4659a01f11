"""listDeveloperOAuthBillingSettlements: GET /v3/developer/oauth-billing/settlements"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.o_auth_billing_settlement_collection_response_body import (
        OAuthBillingSettlementCollectionResponseBody,
    )

OPERATION = Operation(
    id="listDeveloperOAuthBillingSettlements",
    method="GET",
    path="/v3/developer/oauth-billing/settlements",
    tags=("OAuth Billing",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[
    OAuthBillingSettlementCollectionResponseBody, OAuthBillingSettlementCollectionResponseBody | ApiErrorResponse
] = Answers(
    OPERATION, {200: "OAuthBillingSettlementCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "status": {"type": ["string"]},
    "page_size": {"type": ["integer"], "minimum": 1},
    "previous_cursor": {"type": ["string"]},
}


def _request(
    client: Client,
    *,
    next_cursor: str | Unset = UNSET,
    status: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                next_cursor,
                status,
                page_size,
                previous_cursor,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    status: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> OAuthBillingSettlementCollectionResponseBody:
    """List developer OAuth billing settlements.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        status=status,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    status: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> OAuthBillingSettlementCollectionResponseBody:
    """List developer OAuth billing settlements.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        status=status,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    status: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[OAuthBillingSettlementCollectionResponseBody | ApiErrorResponse]:
    """List developer OAuth billing settlements.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        status=status,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    status: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[OAuthBillingSettlementCollectionResponseBody | ApiErrorResponse]:
    """List developer OAuth billing settlements.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        status=status,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
