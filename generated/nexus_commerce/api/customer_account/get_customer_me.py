"""getCustomerMe: GET /v3/stores/{store_id}/customers/me"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_profile_response import CustomerProfileResponse

OPERATION = Operation(
    id="getCustomerMe",
    method="GET",
    path="/v3/stores/{store_id}/customers/me",
    tags=("Customer Account",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerProfileResponse, CustomerProfileResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "CustomerProfileResponse", 401: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}


def _request(
    client: Client,
    store_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
) -> CustomerProfileResponse:
    """Get customer me.

    Read the signed-in customer's profile.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
) -> CustomerProfileResponse:
    """Get customer me.

    Read the signed-in customer's profile.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
) -> Response[CustomerProfileResponse | ApiErrorResponse]:
    """Get customer me.

    Read the signed-in customer's profile.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
) -> Response[CustomerProfileResponse | ApiErrorResponse]:
    """Get customer me.

    Read the signed-in customer's profile.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
