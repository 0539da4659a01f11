"""checkProductPartnershipChanges: POST /v3/products/{product_id}/partnership/check-changes"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="checkProductPartnershipChanges",
    method="POST",
    path="/v3/products/{product_id}/partnership/check-changes",
    tags=("Business Products",),
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
    "product_id": {},
}
_BODY: dict[str, Any] = {"type": ["object"]}


def _request(
    client: Client,
    product_id: int | str,
    *,
    body: Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (product_id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    product_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> dict[str, Any]:
    """Check product partnership changes.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    product_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> dict[str, Any]:
    """Check product partnership changes.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    product_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Check product partnership changes.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    product_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Check product partnership changes.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
