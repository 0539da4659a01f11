"""createCustomerMeAddress: POST /v3/stores/{store_id}/customers/me/addresses"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_address import CustomerAddress
    from ...models.customer_address_request import CustomerAddressRequest

OPERATION = Operation(
    id="createCustomerMeAddress",
    method="POST",
    path="/v3/stores/{store_id}/customers/me/addresses",
    tags=("Customer Account",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerAddress, CustomerAddress | ApiErrorResponse] = Answers(
    OPERATION, {200: "CustomerAddress", 400: "ApiErrorResponse", 401: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_BODY: dict[str, Any] = {"$ref": "CustomerAddressRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: CustomerAddressRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    body: CustomerAddressRequest | Mapping[str, Any],
) -> CustomerAddress:
    """Create customer me address.

    Save an address.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    body: CustomerAddressRequest | Mapping[str, Any],
) -> CustomerAddress:
    """Create customer me address.

    Save an address.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: CustomerAddressRequest | Mapping[str, Any],
) -> Response[CustomerAddress | ApiErrorResponse]:
    """Create customer me address.

    Save an address.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: CustomerAddressRequest | Mapping[str, Any],
) -> Response[CustomerAddress | ApiErrorResponse]:
    """Create customer me address.

    Save an address.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
