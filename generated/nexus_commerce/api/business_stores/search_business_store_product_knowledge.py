"""searchBusinessStoreProductKnowledge: GET /v3/stores/{store_id}/product-knowledge"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.location_postal_code_list_response import LocationPostalCodeListResponse

OPERATION = Operation(
    id="searchBusinessStoreProductKnowledge",
    method="GET",
    path="/v3/stores/{store_id}/product-knowledge",
    tags=("Business Stores",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[LocationPostalCodeListResponse, LocationPostalCodeListResponse | ApiErrorResponse] = Answers(
    OPERATION,
    {200: "LocationPostalCodeListResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"},
)

_PATH: Rules = {
    "store_id": {},
}
_QUERY: Rules = {
    "limit": {"type": ["integer"]},
    "product_id": {"type": ["integer"]},
    "search": {"type": ["string"], "needed": True},
    "variant_id": {"type": ["integer"]},
}


def _request(
    client: Client,
    store_id: int | str,
    *,
    limit: int | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str,
    variant_id: int | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        query=(
            _QUERY,
            (
                limit,
                product_id,
                search,
                variant_id,
            ),
        ),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str,
    variant_id: int | Unset = UNSET,
) -> LocationPostalCodeListResponse:
    """Search business store product knowledge.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        limit=limit,
        product_id=product_id,
        search=search,
        variant_id=variant_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str,
    variant_id: int | Unset = UNSET,
) -> LocationPostalCodeListResponse:
    """Search business store product knowledge.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        limit=limit,
        product_id=product_id,
        search=search,
        variant_id=variant_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str,
    variant_id: int | Unset = UNSET,
) -> Response[LocationPostalCodeListResponse | ApiErrorResponse]:
    """Search business store product knowledge.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        limit=limit,
        product_id=product_id,
        search=search,
        variant_id=variant_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    product_id: int | Unset = UNSET,
    search: str,
    variant_id: int | Unset = UNSET,
) -> Response[LocationPostalCodeListResponse | ApiErrorResponse]:
    """Search business store product knowledge.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        limit=limit,
        product_id=product_id,
        search=search,
        variant_id=variant_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
