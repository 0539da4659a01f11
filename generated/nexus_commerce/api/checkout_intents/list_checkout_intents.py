"""listCheckoutIntents: GET /v3/checkout-intents"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    import datetime as dt

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.checkout_intent_collection import CheckoutIntentCollection
    from ...models.sort_by_parameter_of_list_checkout_intents import SortByParameterOfListCheckoutIntents
    from ...models.sort_direction_parameter_of_list_checkout_intents import SortDirectionParameterOfListCheckoutIntents
    from ...models.status_parameter_of_list_checkout_intents import StatusParameterOfListCheckoutIntents

OPERATION = Operation(
    id="listCheckoutIntents",
    method="GET",
    path="/v3/checkout-intents",
    tags=("Checkout Intents",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[CheckoutIntentCollection, CheckoutIntentCollection | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "CheckoutIntentCollection",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        422: "ApiErrorResponse",
        429: "ApiErrorResponse",
    },
)

_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "previous_cursor": {"type": ["string"]},
    "form_widget_id": {"type": ["string"]},
    "page_size": {"type": ["integer"], "minimum": 1, "maximum": 100},
    "page_unique_id": {"type": ["string"]},
    "search": {"type": ["string"]},
    "sort_by": {"type": ["string"], "enum": ["completed_at", "last_activity_at", "started_at"]},
    "sort_direction": {"type": ["string"], "enum": ["asc", "desc"]},
    "started_at_from": {"type": ["string"], "format": "date-time"},
    "started_at_until": {"type": ["string"], "format": "date-time"},
    "status": {"type": ["string"], "enum": ["abandoned", "active", "completed"]},
    "store_unique_id": {"type": ["string"]},
}


def _request(
    client: Client,
    *,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    form_widget_id: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_unique_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: SortByParameterOfListCheckoutIntents | Unset = UNSET,
    sort_direction: SortDirectionParameterOfListCheckoutIntents | Unset = UNSET,
    started_at_from: dt.datetime | Unset = UNSET,
    started_at_until: dt.datetime | Unset = UNSET,
    status: StatusParameterOfListCheckoutIntents | Unset = UNSET,
    store_unique_id: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                next_cursor,
                previous_cursor,
                form_widget_id,
                page_size,
                page_unique_id,
                search,
                sort_by,
                sort_direction,
                started_at_from,
                started_at_until,
                status,
                store_unique_id,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    form_widget_id: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_unique_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: SortByParameterOfListCheckoutIntents | Unset = UNSET,
    sort_direction: SortDirectionParameterOfListCheckoutIntents | Unset = UNSET,
    started_at_from: dt.datetime | Unset = UNSET,
    started_at_until: dt.datetime | Unset = UNSET,
    status: StatusParameterOfListCheckoutIntents | Unset = UNSET,
    store_unique_id: str | Unset = UNSET,
) -> CheckoutIntentCollection:
    """List checkout intents.

    List the business's captured checkouts, by status, period, store or page. Paginated by opaque cursors.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        form_widget_id=form_widget_id,
        page_size=page_size,
        page_unique_id=page_unique_id,
        search=search,
        sort_by=sort_by,
        sort_direction=sort_direction,
        started_at_from=started_at_from,
        started_at_until=started_at_until,
        status=status,
        store_unique_id=store_unique_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    form_widget_id: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_unique_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: SortByParameterOfListCheckoutIntents | Unset = UNSET,
    sort_direction: SortDirectionParameterOfListCheckoutIntents | Unset = UNSET,
    started_at_from: dt.datetime | Unset = UNSET,
    started_at_until: dt.datetime | Unset = UNSET,
    status: StatusParameterOfListCheckoutIntents | Unset = UNSET,
    store_unique_id: str | Unset = UNSET,
) -> CheckoutIntentCollection:
    """List checkout intents.

    List the business's captured checkouts, by status, period, store or page. Paginated by opaque cursors.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        form_widget_id=form_widget_id,
        page_size=page_size,
        page_unique_id=page_unique_id,
        search=search,
        sort_by=sort_by,
        sort_direction=sort_direction,
        started_at_from=started_at_from,
        started_at_until=started_at_until,
        status=status,
        store_unique_id=store_unique_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    form_widget_id: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_unique_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: SortByParameterOfListCheckoutIntents | Unset = UNSET,
    sort_direction: SortDirectionParameterOfListCheckoutIntents | Unset = UNSET,
    started_at_from: dt.datetime | Unset = UNSET,
    started_at_until: dt.datetime | Unset = UNSET,
    status: StatusParameterOfListCheckoutIntents | Unset = UNSET,
    store_unique_id: str | Unset = UNSET,
) -> Response[CheckoutIntentCollection | ApiErrorResponse]:
    """List checkout intents.

    List the business's captured checkouts, by status, period, store or page. Paginated by opaque cursors.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        form_widget_id=form_widget_id,
        page_size=page_size,
        page_unique_id=page_unique_id,
        search=search,
        sort_by=sort_by,
        sort_direction=sort_direction,
        started_at_from=started_at_from,
        started_at_until=started_at_until,
        status=status,
        store_unique_id=store_unique_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    form_widget_id: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_unique_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_by: SortByParameterOfListCheckoutIntents | Unset = UNSET,
    sort_direction: SortDirectionParameterOfListCheckoutIntents | Unset = UNSET,
    started_at_from: dt.datetime | Unset = UNSET,
    started_at_until: dt.datetime | Unset = UNSET,
    status: StatusParameterOfListCheckoutIntents | Unset = UNSET,
    store_unique_id: str | Unset = UNSET,
) -> Response[CheckoutIntentCollection | ApiErrorResponse]:
    """List checkout intents.

    List the business's captured checkouts, by status, period, store or page. Paginated by opaque cursors.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        form_widget_id=form_widget_id,
        page_size=page_size,
        page_unique_id=page_unique_id,
        search=search,
        sort_by=sort_by,
        sort_direction=sort_direction,
        started_at_from=started_at_from,
        started_at_until=started_at_until,
        status=status,
        store_unique_id=store_unique_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
