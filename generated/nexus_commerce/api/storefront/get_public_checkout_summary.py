"""getPublicCheckoutSummary: POST /v3/stores/{store_id}/public/checkout/summary"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_checkout_summary_request import StorefrontCheckoutSummaryRequest
    from ...models.storefront_checkout_summary_response import StorefrontCheckoutSummaryResponse

OPERATION = Operation(
    id="getPublicCheckoutSummary",
    method="POST",
    path="/v3/stores/{store_id}/public/checkout/summary",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[StorefrontCheckoutSummaryResponse, StorefrontCheckoutSummaryResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontCheckoutSummaryResponse", 400: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
    "X-Scalev-Guest-Token": {"type": ["string"]},
}
_BODY: dict[str, Any] = {"$ref": "StorefrontCheckoutSummaryRequest"}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: StorefrontCheckoutSummaryRequest | Mapping[str, Any] | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        headers=(
            _HEADERS,
            (
                x_scalev_storefront_api_key,
                x_scalev_guest_token,
            ),
        ),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontCheckoutSummaryRequest | Mapping[str, Any] | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> StorefrontCheckoutSummaryResponse:
    """Get public checkout summary.

    Compute what the buyer would pay; `gross_revenue` is the amount, and shipping is computed by the server. Ask
    again whenever items, destination, shipping, payment method or discount change.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontCheckoutSummaryRequest | Mapping[str, Any] | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> StorefrontCheckoutSummaryResponse:
    """Get public checkout summary.

    Compute what the buyer would pay; `gross_revenue` is the amount, and shipping is computed by the server. Ask
    again whenever items, destination, shipping, payment method or discount change.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontCheckoutSummaryRequest | Mapping[str, Any] | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> Response[StorefrontCheckoutSummaryResponse | ApiErrorResponse]:
    """Get public checkout summary.

    Compute what the buyer would pay; `gross_revenue` is the amount, and shipping is computed by the server. Ask
    again whenever items, destination, shipping, payment method or discount change.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontCheckoutSummaryRequest | Mapping[str, Any] | Unset = UNSET,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> Response[StorefrontCheckoutSummaryResponse | ApiErrorResponse]:
    """Get public checkout summary.

    Compute what the buyer would pay; `gross_revenue` is the amount, and shipping is computed by the server. Ask
    again whenever items, destination, shipping, payment method or discount change.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
