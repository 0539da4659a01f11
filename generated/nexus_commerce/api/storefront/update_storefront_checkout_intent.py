"""updateStorefrontCheckoutIntent: PATCH /v3/stores/{store_id}/public/checkout-intents/{checkout_intent_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.checkout_intent_update_request import CheckoutIntentUpdateRequest

OPERATION = Operation(
    id="updateStorefrontCheckoutIntent",
    method="PATCH",
    path="/v3/stores/{store_id}/public/checkout-intents/{checkout_intent_id}",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION,
    {
        204: None,
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
        409: "ApiErrorResponse",
        422: "ApiErrorResponse",
        429: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "store_id": {},
    "checkout_intent_id": {"format": "uuid"},
}
_HEADERS: Rules = {
    "X-Scalev-Checkout-Intent-Token": {"type": ["string"], "pattern": "^cit_", "needed": True},
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}
_BODY: dict[str, Any] = {"$ref": "CheckoutIntentUpdateRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    checkout_intent_id: int | str,
    *,
    body: CheckoutIntentUpdateRequest | Mapping[str, Any],
    x_scalev_checkout_intent_token: str,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                checkout_intent_id,
            ),
        ),
        headers=(
            _HEADERS,
            (
                x_scalev_checkout_intent_token,
                x_scalev_storefront_api_key,
            ),
        ),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    checkout_intent_id: int | str,
    *,
    client: Client,
    body: CheckoutIntentUpdateRequest | Mapping[str, Any],
    x_scalev_checkout_intent_token: str,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> None:
    """Update storefront checkout intent.

    Record progress of a captured checkout of a storefront. `sequence` rises with every update and older ones are
    ignored; null clears a field.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        store_id,
        checkout_intent_id,
        body=body,
        x_scalev_checkout_intent_token=x_scalev_checkout_intent_token,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    checkout_intent_id: int | str,
    *,
    client: Client,
    body: CheckoutIntentUpdateRequest | Mapping[str, Any],
    x_scalev_checkout_intent_token: str,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> None:
    """Update storefront checkout intent.

    Record progress of a captured checkout of a storefront. `sequence` rises with every update and older ones are
    ignored; null clears a field.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        store_id,
        checkout_intent_id,
        body=body,
        x_scalev_checkout_intent_token=x_scalev_checkout_intent_token,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    checkout_intent_id: int | str,
    *,
    client: Client,
    body: CheckoutIntentUpdateRequest | Mapping[str, Any],
    x_scalev_checkout_intent_token: str,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[ApiErrorResponse | None]:
    """Update storefront checkout intent.

    Record progress of a captured checkout of a storefront. `sequence` rises with every update and older ones are
    ignored; null clears a field.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        checkout_intent_id,
        body=body,
        x_scalev_checkout_intent_token=x_scalev_checkout_intent_token,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    checkout_intent_id: int | str,
    *,
    client: Client,
    body: CheckoutIntentUpdateRequest | Mapping[str, Any],
    x_scalev_checkout_intent_token: str,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[ApiErrorResponse | None]:
    """Update storefront checkout intent.

    Record progress of a captured checkout of a storefront. `sequence` rises with every update and older ones are
    ignored; null clears a field.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        checkout_intent_id,
        body=body,
        x_scalev_checkout_intent_token=x_scalev_checkout_intent_token,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
