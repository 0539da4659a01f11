"""listDiscountCodes: GET /v3/discount-codes"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.applied_to_parameter_of_list_discount_codes import AppliedToParameterOfListDiscountCodes
    from ...models.discount_code_collection_response_body import DiscountCodeCollectionResponseBody
    from ...models.status_parameter_of_list_discount_codes import StatusParameterOfListDiscountCodes

OPERATION = Operation(
    id="listDiscountCodes",
    method="GET",
    path="/v3/discount-codes",
    tags=("Discounts",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[DiscountCodeCollectionResponseBody, DiscountCodeCollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "DiscountCodeCollectionResponseBody",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
    },
)

_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"], "minimum": 1},
    "previous_cursor": {"type": ["string"]},
    "applied_to": {"type": ["string"], "enum": ["product_price", "shipping_cost"]},
    "search": {"type": ["string"]},
    "status": {"type": ["string"], "enum": ["disabled", "enabled"]},
}


def _request(
    client: Client,
    *,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    applied_to: AppliedToParameterOfListDiscountCodes | Unset = UNSET,
    search: str | Unset = UNSET,
    status: StatusParameterOfListDiscountCodes | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                next_cursor,
                page_size,
                previous_cursor,
                applied_to,
                search,
                status,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    applied_to: AppliedToParameterOfListDiscountCodes | Unset = UNSET,
    search: str | Unset = UNSET,
    status: StatusParameterOfListDiscountCodes | Unset = UNSET,
) -> DiscountCodeCollectionResponseBody:
    """List discount codes.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        applied_to=applied_to,
        search=search,
        status=status,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    applied_to: AppliedToParameterOfListDiscountCodes | Unset = UNSET,
    search: str | Unset = UNSET,
    status: StatusParameterOfListDiscountCodes | Unset = UNSET,
) -> DiscountCodeCollectionResponseBody:
    """List discount codes.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        applied_to=applied_to,
        search=search,
        status=status,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    applied_to: AppliedToParameterOfListDiscountCodes | Unset = UNSET,
    search: str | Unset = UNSET,
    status: StatusParameterOfListDiscountCodes | Unset = UNSET,
) -> Response[DiscountCodeCollectionResponseBody | ApiErrorResponse]:
    """List discount codes.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        applied_to=applied_to,
        search=search,
        status=status,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    applied_to: AppliedToParameterOfListDiscountCodes | Unset = UNSET,
    search: str | Unset = UNSET,
    status: StatusParameterOfListDiscountCodes | Unset = UNSET,
) -> Response[DiscountCodeCollectionResponseBody | ApiErrorResponse]:
    """List discount codes.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        applied_to=applied_to,
        search=search,
        status=status,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
