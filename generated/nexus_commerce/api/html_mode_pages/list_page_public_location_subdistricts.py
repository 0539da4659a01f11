"""listPagePublicLocationSubdistricts: GET /v3/pages/{page_unique_id}/locations/subdistricts"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_location_list_response import StorefrontLocationListResponse

OPERATION = Operation(
    id="listPagePublicLocationSubdistricts",
    method="GET",
    path="/v3/pages/{page_unique_id}/locations/subdistricts",
    tags=("HTML Mode Pages",),
    security=(),
)

_ANSWERS: Answers[StorefrontLocationListResponse, StorefrontLocationListResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontLocationListResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "page_unique_id": {},
}
_QUERY: Rules = {
    "city_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
    "search": {"type": ["string"]},
    "page_size": {"type": ["integer"], "minimum": 1},
    "next_cursor": {"type": ["string"]},
    "previous_cursor": {"type": ["string"]},
}
_HEADERS: Rules = {
    "X-Scalev-Page-Api-Key": {"type": ["string"]},
}


def _request(
    client: Client,
    page_unique_id: int | str,
    *,
    city_id: int | str | Unset = UNSET,
    search: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_page_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (page_unique_id,)),
        query=(
            _QUERY,
            (
                city_id,
                search,
                page_size,
                next_cursor,
                previous_cursor,
            ),
        ),
        headers=(_HEADERS, (x_scalev_page_api_key,)),
    )


def sync(
    page_unique_id: int | str,
    *,
    client: Client,
    city_id: int | str | Unset = UNSET,
    search: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_page_api_key: str | Unset = UNSET,
) -> StorefrontLocationListResponse:
    """List page public location subdistricts.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        page_unique_id,
        city_id=city_id,
        search=search,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        x_scalev_page_api_key=x_scalev_page_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    page_unique_id: int | str,
    *,
    client: Client,
    city_id: int | str | Unset = UNSET,
    search: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_page_api_key: str | Unset = UNSET,
) -> StorefrontLocationListResponse:
    """List page public location subdistricts.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        page_unique_id,
        city_id=city_id,
        search=search,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        x_scalev_page_api_key=x_scalev_page_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    page_unique_id: int | str,
    *,
    client: Client,
    city_id: int | str | Unset = UNSET,
    search: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_page_api_key: str | Unset = UNSET,
) -> Response[StorefrontLocationListResponse | ApiErrorResponse]:
    """List page public location subdistricts.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_unique_id,
        city_id=city_id,
        search=search,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        x_scalev_page_api_key=x_scalev_page_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    page_unique_id: int | str,
    *,
    client: Client,
    city_id: int | str | Unset = UNSET,
    search: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    x_scalev_page_api_key: str | Unset = UNSET,
) -> Response[StorefrontLocationListResponse | ApiErrorResponse]:
    """List page public location subdistricts.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_unique_id,
        city_id=city_id,
        search=search,
        page_size=page_size,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        x_scalev_page_api_key=x_scalev_page_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
