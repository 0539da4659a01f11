"""deleteCustomerMeAddress: DELETE /v3/stores/{store_id}/customers/me/addresses/{address_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="deleteCustomerMeAddress",
    method="DELETE",
    path="/v3/stores/{store_id}/customers/me/addresses/{address_id}",
    tags=("Customer Account",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 401: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "address_id": {},
}


def _request(
    client: Client,
    store_id: int | str,
    address_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                address_id,
            ),
        ),
    )


def sync(
    store_id: int | str,
    address_id: int | str,
    *,
    client: Client,
) -> None:
    """Delete customer me address.

    Delete a saved address.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        store_id,
        address_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    address_id: int | str,
    *,
    client: Client,
) -> None:
    """Delete customer me address.

    Delete a saved address.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        store_id,
        address_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    address_id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete customer me address.

    Delete a saved address.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        address_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    address_id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete customer me address.

    Delete a saved address.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        address_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
