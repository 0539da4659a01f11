"""generateOrderAwb: POST /v3/orders/generate-awb"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.generate_or_cancel_awb import GenerateOrCancelAWB
    from ...models.generate_order_awb_request import GenerateOrderAwbRequest

OPERATION = Operation(
    id="generateOrderAwb",
    method="POST",
    path="/v3/orders/generate-awb",
    tags=("Orders",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[GenerateOrCancelAWB, GenerateOrCancelAWB | ApiErrorResponse] = Answers(
    OPERATION, {200: "GenerateOrCancelAWB", 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_BODY: dict[str, Any] = {"$ref": "GenerateOrderAwbRequest"}


def _request(
    client: Client,
    *,
    body: GenerateOrderAwbRequest | Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: GenerateOrderAwbRequest | Mapping[str, Any] | Unset = UNSET,
) -> GenerateOrCancelAWB:
    """Generate order AWB.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    body: GenerateOrderAwbRequest | Mapping[str, Any] | Unset = UNSET,
) -> GenerateOrCancelAWB:
    """Generate order AWB.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    body: GenerateOrderAwbRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[GenerateOrCancelAWB | ApiErrorResponse]:
    """Generate order AWB.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    body: GenerateOrderAwbRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[GenerateOrCancelAWB | ApiErrorResponse]:
    """Generate order AWB.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
