"""createProductPartner: POST /v3/products/{product_id}/partners"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.create_partner_request import CreatePartnerRequest
    from ...models.product_partner import ProductPartner

OPERATION = Operation(
    id="createProductPartner",
    method="POST",
    path="/v3/products/{product_id}/partners",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ProductPartner, ProductPartner | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "ProductPartner",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "product_id": {},
}
_BODY: dict[str, Any] = {"$ref": "CreatePartnerRequest"}


def _request(
    client: Client,
    product_id: int | str,
    *,
    body: CreatePartnerRequest | Mapping[str, Any] | Unset = UNSET,
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
    body: CreatePartnerRequest | Mapping[str, Any] | Unset = UNSET,
) -> ProductPartner:
    """Create product partner.

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
    body: CreatePartnerRequest | Mapping[str, Any] | Unset = UNSET,
) -> ProductPartner:
    """Create product partner.

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
    body: CreatePartnerRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[ProductPartner | ApiErrorResponse]:
    """Create product partner.

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
    body: CreatePartnerRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[ProductPartner | ApiErrorResponse]:
    """Create product partner.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        product_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
