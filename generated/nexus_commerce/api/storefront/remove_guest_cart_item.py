"""removeGuestCartItem: DELETE /v3/stores/{store_id}/public/cart/items/{item_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.guest_cart import GuestCart

OPERATION = Operation(
    id="removeGuestCartItem",
    method="DELETE",
    path="/v3/stores/{store_id}/public/cart/items/{item_id}",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[GuestCart, GuestCart | ApiErrorResponse] = Answers(
    OPERATION, {200: "GuestCart", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "item_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
    "X-Scalev-Guest-Token": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    item_id: int | str,
    *,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                item_id,
            ),
        ),
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
    item_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> GuestCart:
    """Remove guest cart item.

    Take a line out of the guest cart.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        item_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> GuestCart:
    """Remove guest cart item.

    Take a line out of the guest cart.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        item_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> Response[GuestCart | ApiErrorResponse]:
    """Remove guest cart item.

    Take a line out of the guest cart.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        item_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    item_id: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
    x_scalev_guest_token: str | Unset = UNSET,
) -> Response[GuestCart | ApiErrorResponse]:
    """Remove guest cart item.

    Take a line out of the guest cart.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        item_id,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
        x_scalev_guest_token=x_scalev_guest_token,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
