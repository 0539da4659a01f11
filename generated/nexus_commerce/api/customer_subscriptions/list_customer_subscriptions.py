"""listCustomerSubscriptions: GET /v3/stores/{store_id}/customers/me/subscriptions"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.list_customer_subscriptions_response_body import ListCustomerSubscriptionsResponseBody
    from ...models.status_parameter_of_list_customer_subscriptions import StatusParameterOfListCustomerSubscriptions

OPERATION = Operation(
    id="listCustomerSubscriptions",
    method="GET",
    path="/v3/stores/{store_id}/customers/me/subscriptions",
    tags=("Customer Subscriptions",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[ListCustomerSubscriptionsResponseBody, ListCustomerSubscriptionsResponseBody | ApiErrorResponse] = (
    Answers(OPERATION, {200: "ListCustomerSubscriptionsResponseBody", 401: "ApiErrorResponse"})
)

_PATH: Rules = {
    "store_id": {},
}
_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"], "maximum": 25},
    "previous_cursor": {"type": ["string"]},
    "status": {"type": ["string"], "enum": ["active", "canceled", "expired", "failed", "unactivated"]},
}


def _request(
    client: Client,
    store_id: int | str,
    *,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    status: StatusParameterOfListCustomerSubscriptions | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        query=(
            _QUERY,
            (
                next_cursor,
                page_size,
                previous_cursor,
                status,
            ),
        ),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    status: StatusParameterOfListCustomerSubscriptions | Unset = UNSET,
) -> ListCustomerSubscriptionsResponseBody:
    """List customer subscriptions.

    List the customer's subscriptions, by status. Paginated by opaque cursors.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        status=status,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    status: StatusParameterOfListCustomerSubscriptions | Unset = UNSET,
) -> ListCustomerSubscriptionsResponseBody:
    """List customer subscriptions.

    List the customer's subscriptions, by status. Paginated by opaque cursors.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        status=status,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    status: StatusParameterOfListCustomerSubscriptions | Unset = UNSET,
) -> Response[ListCustomerSubscriptionsResponseBody | ApiErrorResponse]:
    """List customer subscriptions.

    List the customer's subscriptions, by status. Paginated by opaque cursors.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        status=status,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    status: StatusParameterOfListCustomerSubscriptions | Unset = UNSET,
) -> Response[ListCustomerSubscriptionsResponseBody | ApiErrorResponse]:
    """List customer subscriptions.

    List the customer's subscriptions, by status. Paginated by opaque cursors.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        status=status,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
