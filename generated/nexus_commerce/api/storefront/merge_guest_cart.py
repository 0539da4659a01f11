"""mergeGuestCart: POST /v3/stores/{store_id}/public/cart/merge"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_cart_merge_response import StorefrontCartMergeResponse

OPERATION = Operation(
    id="mergeGuestCart",
    method="POST",
    path="/v3/stores/{store_id}/public/cart/merge",
    tags=("Storefront",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[StorefrontCartMergeResponse, StorefrontCartMergeResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontCartMergeResponse", 401: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
    "X-Scalev-Guest-Token": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    *,
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
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> StorefrontCartMergeResponse:
    """Merge guest cart.

    Move the guest cart of the guest token into the cart of the signed-in customer. Takes both identities: guest
    token and bearer token.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> StorefrontCartMergeResponse:
    """Merge guest cart.

    Move the guest cart of the guest token into the cart of the signed-in customer. Takes both identities: guest
    token and bearer token.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> Response[StorefrontCartMergeResponse | ApiErrorResponse]:
    """Merge guest cart.

    Move the guest cart of the guest token into the cart of the signed-in customer. Takes both identities: guest
    token and bearer token.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> Response[StorefrontCartMergeResponse | ApiErrorResponse]:
    """Merge guest cart.

    Move the guest cart of the guest token into the cart of the signed-in customer. Takes both identities: guest
    token and bearer token.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
