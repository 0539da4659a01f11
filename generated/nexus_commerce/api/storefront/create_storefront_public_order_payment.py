"""createStorefrontPublicOrderPayment: POST /v3/stores/{store_id}/public/orders/{secret_slug}/payment"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_public_order import StorefrontPublicOrder

OPERATION = Operation(
    id="createStorefrontPublicOrderPayment",
    method="POST",
    path="/v3/stores/{store_id}/public/orders/{secret_slug}/payment",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[StorefrontPublicOrder, StorefrontPublicOrder | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontPublicOrder", 400: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "secret_slug": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}


def _request(
    client: Client,
    store_id: int | str,
    secret_slug: int | str,
    *,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                secret_slug,
            ),
        ),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
    )


def sync(
    store_id: int | str,
    secret_slug: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontPublicOrder:
    """Create storefront public order payment.

    Create the payment instructions of an order, or return those that exist: repeating it is safe.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        secret_slug,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    secret_slug: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> StorefrontPublicOrder:
    """Create storefront public order payment.

    Create the payment instructions of an order, or return those that exist: repeating it is safe.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        secret_slug,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    secret_slug: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontPublicOrder | ApiErrorResponse]:
    """Create storefront public order payment.

    Create the payment instructions of an order, or return those that exist: repeating it is safe.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        secret_slug,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    secret_slug: int | str,
    *,
    client: Client,
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[StorefrontPublicOrder | ApiErrorResponse]:
    """Create storefront public order payment.

    Create the payment instructions of an order, or return those that exist: repeating it is safe.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        secret_slug,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
