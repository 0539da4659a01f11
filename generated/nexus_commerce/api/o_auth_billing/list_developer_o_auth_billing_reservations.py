"""listDeveloperOAuthBillingReservations: GET /v3/developer/oauth-billing/reservations"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.o_auth_billing_reservation_collection_response_body import (
        OAuthBillingReservationCollectionResponseBody,
    )

OPERATION = Operation(
    id="listDeveloperOAuthBillingReservations",
    method="GET",
    path="/v3/developer/oauth-billing/reservations",
    tags=("OAuth Billing",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[
    OAuthBillingReservationCollectionResponseBody, OAuthBillingReservationCollectionResponseBody | ApiErrorResponse
] = Answers(
    OPERATION, {200: "OAuthBillingReservationCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "merchant_business_id": {"type": ["integer"]},
    "next_cursor": {"type": ["string"]},
    "oauth_application_id": {"type": ["integer"]},
    "oauth_authorized_business_id": {"type": ["integer"]},
    "action_key": {"type": ["string"]},
    "billing_idempotency_key": {"type": ["string"]},
    "billing_status": {"type": ["string"]},
    "billing_tag": {"type": ["string"]},
    "page_size": {"type": ["integer"], "minimum": 1},
    "previous_cursor": {"type": ["string"]},
}


def _request(
    client: Client,
    *,
    merchant_business_id: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    oauth_authorized_business_id: int | Unset = UNSET,
    action_key: str | Unset = UNSET,
    billing_idempotency_key: str | Unset = UNSET,
    billing_status: str | Unset = UNSET,
    billing_tag: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                merchant_business_id,
                next_cursor,
                oauth_application_id,
                oauth_authorized_business_id,
                action_key,
                billing_idempotency_key,
                billing_status,
                billing_tag,
                page_size,
                previous_cursor,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    merchant_business_id: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    oauth_authorized_business_id: int | Unset = UNSET,
    action_key: str | Unset = UNSET,
    billing_idempotency_key: str | Unset = UNSET,
    billing_status: str | Unset = UNSET,
    billing_tag: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> OAuthBillingReservationCollectionResponseBody:
    """List developer OAuth billing reservations.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        merchant_business_id=merchant_business_id,
        next_cursor=next_cursor,
        oauth_application_id=oauth_application_id,
        oauth_authorized_business_id=oauth_authorized_business_id,
        action_key=action_key,
        billing_idempotency_key=billing_idempotency_key,
        billing_status=billing_status,
        billing_tag=billing_tag,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    merchant_business_id: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    oauth_authorized_business_id: int | Unset = UNSET,
    action_key: str | Unset = UNSET,
    billing_idempotency_key: str | Unset = UNSET,
    billing_status: str | Unset = UNSET,
    billing_tag: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> OAuthBillingReservationCollectionResponseBody:
    """List developer OAuth billing reservations.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        merchant_business_id=merchant_business_id,
        next_cursor=next_cursor,
        oauth_application_id=oauth_application_id,
        oauth_authorized_business_id=oauth_authorized_business_id,
        action_key=action_key,
        billing_idempotency_key=billing_idempotency_key,
        billing_status=billing_status,
        billing_tag=billing_tag,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    merchant_business_id: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    oauth_authorized_business_id: int | Unset = UNSET,
    action_key: str | Unset = UNSET,
    billing_idempotency_key: str | Unset = UNSET,
    billing_status: str | Unset = UNSET,
    billing_tag: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[OAuthBillingReservationCollectionResponseBody | ApiErrorResponse]:
    """List developer OAuth billing reservations.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        merchant_business_id=merchant_business_id,
        next_cursor=next_cursor,
        oauth_application_id=oauth_application_id,
        oauth_authorized_business_id=oauth_authorized_business_id,
        action_key=action_key,
        billing_idempotency_key=billing_idempotency_key,
        billing_status=billing_status,
        billing_tag=billing_tag,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    merchant_business_id: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    oauth_application_id: int | Unset = UNSET,
    oauth_authorized_business_id: int | Unset = UNSET,
    action_key: str | Unset = UNSET,
    billing_idempotency_key: str | Unset = UNSET,
    billing_status: str | Unset = UNSET,
    billing_tag: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
) -> Response[OAuthBillingReservationCollectionResponseBody | ApiErrorResponse]:
    """List developer OAuth billing reservations.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        merchant_business_id=merchant_business_id,
        next_cursor=next_cursor,
        oauth_application_id=oauth_application_id,
        oauth_authorized_business_id=oauth_authorized_business_id,
        action_key=action_key,
        billing_idempotency_key=billing_idempotency_key,
        billing_status=billing_status,
        billing_tag=billing_tag,
        page_size=page_size,
        previous_cursor=previous_cursor,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
