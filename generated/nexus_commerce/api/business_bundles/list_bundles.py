"""listBundles: GET /v3/bundles"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.list_bundles_response_body import ListBundlesResponseBody

OPERATION = Operation(
    id="listBundles",
    method="GET",
    path="/v3/bundles",
    tags=("Business Bundles",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ListBundlesResponseBody, ListBundlesResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "ListBundlesResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "is_bundle_sharing": {"type": ["boolean"]},
    "label": {"type": ["string"]},
    "next_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"], "maximum": 25},
    "previous_cursor": {"type": ["string"]},
    "search": {"type": ["string"]},
    "store_id": {"type": ["integer"]},
}


def _request(
    client: Client,
    *,
    is_bundle_sharing: bool | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                is_bundle_sharing,
                label,
                next_cursor,
                page_size,
                previous_cursor,
                search,
                store_id,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    is_bundle_sharing: bool | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
) -> ListBundlesResponseBody:
    """List bundles.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        is_bundle_sharing=is_bundle_sharing,
        label=label,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        search=search,
        store_id=store_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    is_bundle_sharing: bool | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
) -> ListBundlesResponseBody:
    """List bundles.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        is_bundle_sharing=is_bundle_sharing,
        label=label,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        search=search,
        store_id=store_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    is_bundle_sharing: bool | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
) -> Response[ListBundlesResponseBody | ApiErrorResponse]:
    """List bundles.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        is_bundle_sharing=is_bundle_sharing,
        label=label,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        search=search,
        store_id=store_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    is_bundle_sharing: bool | Unset = UNSET,
    label: str | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    search: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
) -> Response[ListBundlesResponseBody | ApiErrorResponse]:
    """List bundles.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        is_bundle_sharing=is_bundle_sharing,
        label=label,
        next_cursor=next_cursor,
        page_size=page_size,
        previous_cursor=previous_cursor,
        search=search,
        store_id=store_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
