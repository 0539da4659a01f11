"""listDeveloperOAuthBillingLedger: GET /v3/developer/oauth-billing/ledger"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.o_auth_billing_ledger_collection_response_body import OAuthBillingLedgerCollectionResponseBody
    from ...models.parameter_of_o_auth_billing_entry_type_query import ParameterOfOAuthBillingEntryTypeQuery

OPERATION = Operation(
    id="listDeveloperOAuthBillingLedger",
    method="GET",
    path="/v3/developer/oauth-billing/ledger",
    tags=("OAuth Billing",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[
    OAuthBillingLedgerCollectionResponseBody, OAuthBillingLedgerCollectionResponseBody | ApiErrorResponse
] = Answers(
    OPERATION, {200: "OAuthBillingLedgerCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "oauth_application_id": {"type": ["integer"]},
    "entry_type": {"type": ["string"], "enum": ["accrual", "adjustment", "withdrawal"]},
    "page_size": {"type": ["integer"], "minimum": 1},
    "previous_cursor": {"type": ["string"]},
}


def _request(
    client: Client,
    *,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    entry_type: ParameterOfOAuthBillingEntryTypeQuery | Unset = UNSET,
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
                oauth_application_id,
                entry_type,
                page_size,
                previous_cursor,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    entry_type: ParameterOfOAuthBillingEntryTypeQuery | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> OAuthBillingLedgerCollectionResponseBody:
    """List developer OAuth billing ledger.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        oauth_application_id=oauth_application_id,
        entry_type=entry_type,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    entry_type: ParameterOfOAuthBillingEntryTypeQuery | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> OAuthBillingLedgerCollectionResponseBody:
    """List developer OAuth billing ledger.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        oauth_application_id=oauth_application_id,
        entry_type=entry_type,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    entry_type: ParameterOfOAuthBillingEntryTypeQuery | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[OAuthBillingLedgerCollectionResponseBody | ApiErrorResponse]:
    """List developer OAuth billing ledger.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        oauth_application_id=oauth_application_id,
        entry_type=entry_type,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    entry_type: ParameterOfOAuthBillingEntryTypeQuery | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[OAuthBillingLedgerCollectionResponseBody | ApiErrorResponse]:
    """List developer OAuth billing ledger.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        oauth_application_id=oauth_application_id,
        entry_type=entry_type,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
