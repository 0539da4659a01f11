"""upgradeSubscriptionItem: POST /v3/stores/{store_id}/customers/me/subscription-items/{id}/upgrade"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.subscription_detail import SubscriptionDetail
    from ...models.upgrade_subscription_item_request import UpgradeSubscriptionItemRequest

OPERATION = Operation(
    id="upgradeSubscriptionItem",
    method="POST",
    path="/v3/stores/{store_id}/customers/me/subscription-items/{id}/upgrade",
    tags=("Customer Subscriptions",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[SubscriptionDetail, SubscriptionDetail | ApiErrorResponse] = Answers(
    OPERATION, {200: "SubscriptionDetail", 400: "ApiErrorResponse", 401: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "id": {},
}
_BODY: dict[str, Any] = {"$ref": "UpgradeSubscriptionItemRequest"}


def _request(
    client: Client,
    store_id: int | str,
    id: int | str,
    *,
    body: UpgradeSubscriptionItemRequest | Mapping[str, Any] | Unset = UNSET,
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
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: UpgradeSubscriptionItemRequest | Mapping[str, Any] | Unset = UNSET,
) -> SubscriptionDetail:
    """Upgrade subscription item.

    Change a subscription item to a higher variant.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: UpgradeSubscriptionItemRequest | Mapping[str, Any] | Unset = UNSET,
) -> SubscriptionDetail:
    """Upgrade subscription item.

    Change a subscription item to a higher variant.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: UpgradeSubscriptionItemRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[SubscriptionDetail | ApiErrorResponse]:
    """Upgrade subscription item.

    Change a subscription item to a higher variant.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: UpgradeSubscriptionItemRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[SubscriptionDetail | ApiErrorResponse]:
    """Upgrade subscription item.

    Change a subscription item to a higher variant.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
