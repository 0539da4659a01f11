"""createStorefrontCheckoutIntent: POST /v3/stores/{store_id}/public/checkout-intents"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.checkout_intent_capture import CheckoutIntentCapture
    from ...models.storefront_checkout_intent_start_request import StorefrontCheckoutIntentStartRequest

OPERATION = Operation(
    id="createStorefrontCheckoutIntent",
    method="POST",
    path="/v3/stores/{store_id}/public/checkout-intents",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[CheckoutIntentCapture, CheckoutIntentCapture | ApiErrorResponse] = Answers(
    OPERATION,
    {
        201: "CheckoutIntentCapture",
        400: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
        409: "ApiErrorResponse",
        422: "ApiErrorResponse",
        429: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "store_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}
_BODY: dict[str, Any] = {"$ref": "StorefrontCheckoutIntentStartRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: StorefrontCheckoutIntentStartRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontCheckoutIntentStartRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> CheckoutIntentCapture:
    """Create storefront checkout intent.

    Start capturing an unfinished checkout of a storefront, or resume the one of this client session. Answers with
    a token, valid for 24 hours, that updates and the order take.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontCheckoutIntentStartRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> CheckoutIntentCapture:
    """Create storefront checkout intent.

    Start capturing an unfinished checkout of a storefront, or resume the one of this client session. Answers with
    a token, valid for 24 hours, that updates and the order take.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontCheckoutIntentStartRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[CheckoutIntentCapture | ApiErrorResponse]:
    """Create storefront checkout intent.

    Start capturing an unfinished checkout of a storefront, or resume the one of this client session. Answers with
    a token, valid for 24 hours, that updates and the order take.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontCheckoutIntentStartRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[CheckoutIntentCapture | ApiErrorResponse]:
    """Create storefront checkout intent.

    Start capturing an unfinished checkout of a storefront, or resume the one of this client session. Answers with
    a token, valid for 24 hours, that updates and the order take.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
