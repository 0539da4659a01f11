"""searchCourierServices: POST /v3/shipping-costs/search-courier-service"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.get_courier_service_request import GetCourierServiceRequest
    from ...models.search_courier_services_response_body import SearchCourierServicesResponseBody

OPERATION = Operation(
    id="searchCourierServices",
    method="POST",
    path="/v3/shipping-costs/search-courier-service",
    tags=("Shipping",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[SearchCourierServicesResponseBody, SearchCourierServicesResponseBody | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "SearchCourierServicesResponseBody",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
    },
)

_BODY: dict[str, Any] = {"$ref": "GetCourierServiceRequest"}


def _request(
    client: Client,
    *,
    body: GetCourierServiceRequest | Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: GetCourierServiceRequest | Mapping[str, Any] | Unset = UNSET,
) -> SearchCourierServicesResponseBody:
    """Search courier services.

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
    body: GetCourierServiceRequest | Mapping[str, Any] | Unset = UNSET,
) -> SearchCourierServicesResponseBody:
    """Search courier services.

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
    body: GetCourierServiceRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[SearchCourierServicesResponseBody | ApiErrorResponse]:
    """Search courier services.

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
    body: GetCourierServiceRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[SearchCourierServicesResponseBody | ApiErrorResponse]:
    """Search courier services.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
