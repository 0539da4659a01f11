"""listKwaiPixels: GET /v3/kwai-pixels"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.kwai_pixel_collection_response_body import KwaiPixelCollectionResponseBody
    from ...models.type_parameter_of_list_kwai_pixels import TypeParameterOfListKwaiPixels

OPERATION = Operation(
    id="listKwaiPixels",
    method="GET",
    path="/v3/kwai-pixels",
    tags=("Analytics Setup",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[KwaiPixelCollectionResponseBody, KwaiPixelCollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "KwaiPixelCollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"]},
    "previous_cursor": {"type": ["string"]},
    "type": {"type": ["string"], "enum": ["client", "server"]},
}


def _request(
    client: Client,
    *,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    type_: TypeParameterOfListKwaiPixels | Unset = UNSET,
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
                type_,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    type_: TypeParameterOfListKwaiPixels | Unset = UNSET,
) -> KwaiPixelCollectionResponseBody:
    """List Kwai pixels.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        type_=type_,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    type_: TypeParameterOfListKwaiPixels | Unset = UNSET,
) -> KwaiPixelCollectionResponseBody:
    """List Kwai pixels.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        type_=type_,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    type_: TypeParameterOfListKwaiPixels | Unset = UNSET,
) -> Response[KwaiPixelCollectionResponseBody | ApiErrorResponse]:
    """List Kwai pixels.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        type_=type_,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    type_: TypeParameterOfListKwaiPixels | Unset = UNSET,
) -> Response[KwaiPixelCollectionResponseBody | ApiErrorResponse]:
    """List Kwai pixels.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        type_=type_,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
