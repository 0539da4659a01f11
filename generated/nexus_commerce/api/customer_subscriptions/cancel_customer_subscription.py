"""cancelCustomerSubscription: POST /v3/stores/{store_id}/customers/me/subscriptions/{id}/cancel"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.subscription_detail import SubscriptionDetail

OPERATION = Operation(
    id="cancelCustomerSubscription",
    method="POST",
    path="/v3/stores/{store_id}/customers/me/subscriptions/{id}/cancel",
    tags=("Customer Subscriptions",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[SubscriptionDetail, SubscriptionDetail | ApiErrorResponse] = Answers(
    OPERATION, {200: "SubscriptionDetail", 401: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "id": {},
}


def _request(
    client: Client,
    store_id: int | str,
    id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                id,
            ),
        ),
    )


def sync(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> SubscriptionDetail:
    """Cancel customer subscription.

    Cancel a subscription.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> SubscriptionDetail:
    """Cancel customer subscription.

    Cancel a subscription.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[SubscriptionDetail | ApiErrorResponse]:
    """Cancel customer subscription.

    Cancel a subscription.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[SubscriptionDetail | ApiErrorResponse]:
    """Cancel customer subscription.

    Cancel a subscription.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
