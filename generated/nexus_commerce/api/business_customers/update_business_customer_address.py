"""updateBusinessCustomerAddress: PATCH /v3/customers/{customer_id}/addresses/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="updateBusinessCustomerAddress",
    method="PATCH",
    path="/v3/customers/{customer_id}/addresses/{id}",
    tags=("Business Customers",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[dict[str, Any], dict[str, Any] | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "$object",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "customer_id": {},
    "id": {},
}
_BODY: dict[str, Any] = {"type": ["object"]}


def _request(
    client: Client,
    customer_id: int | str,
    id: int | str,
    *,
    body: Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                customer_id,
                id,
            ),
        ),
        body=("application/json", body, _BODY),
    )


def sync(
    customer_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> dict[str, Any]:
    """Update business customer address.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        customer_id,
        id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    customer_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> dict[str, Any]:
    """Update business customer address.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        customer_id,
        id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    customer_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Update business customer address.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        customer_id,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    customer_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Update business customer address.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        customer_id,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
