"""updateCustomerMe: PATCH /v3/stores/{store_id}/customers/me"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_profile_update_request import CustomerProfileUpdateRequest
    from ...models.customer_profile_update_response import CustomerProfileUpdateResponse

OPERATION = Operation(
    id="updateCustomerMe",
    method="PATCH",
    path="/v3/stores/{store_id}/customers/me",
    tags=("Customer Account",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerProfileUpdateResponse, CustomerProfileUpdateResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "CustomerProfileUpdateResponse", 400: "ApiErrorResponse", 401: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_BODY: dict[str, Any] = {"$ref": "CustomerProfileUpdateRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: CustomerProfileUpdateRequest | Mapping[str, Any],
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
    body: CustomerProfileUpdateRequest | Mapping[str, Any],
) -> CustomerProfileUpdateResponse:
    """Update customer me.

    Change the signed-in customer's profile.

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
    body: CustomerProfileUpdateRequest | Mapping[str, Any],
) -> CustomerProfileUpdateResponse:
    """Update customer me.

    Change the signed-in customer's profile.

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
    body: CustomerProfileUpdateRequest | Mapping[str, Any],
) -> Response[CustomerProfileUpdateResponse | ApiErrorResponse]:
    """Update customer me.

    Change the signed-in customer's profile.

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
    body: CustomerProfileUpdateRequest | Mapping[str, Any],
) -> Response[CustomerProfileUpdateResponse | ApiErrorResponse]:
    """Update customer me.

    Change the signed-in customer's profile.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
