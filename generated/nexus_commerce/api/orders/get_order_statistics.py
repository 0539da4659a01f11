"""getOrderStatistics: GET /v3/orders/statistics"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    import datetime as dt

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.breakdown_date_parameter_of_get_order_statistics import BreakdownDateParameterOfGetOrderStatistics
    from ...models.custom_breakdown_key_parameter_of_get_order_statistics import (
        CustomBreakdownKeyParameterOfGetOrderStatistics,
    )
    from ...models.datetime_type_parameter_of_get_order_statistics import DatetimeTypeParameterOfGetOrderStatistics
    from ...models.get_order_statistics_response_body import GetOrderStatisticsResponseBody
    from ...models.is_breakdown_status_parameter_of_get_order_statistics import (
        IsBreakdownStatusParameterOfGetOrderStatistics,
    )
    from ...models.search_field_parameter_of_get_order_statistics import SearchFieldParameterOfGetOrderStatistics

OPERATION = Operation(
    id="getOrderStatistics",
    method="GET",
    path="/v3/orders/statistics",
    tags=("Orders",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[GetOrderStatisticsResponseBody, GetOrderStatisticsResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "GetOrderStatisticsResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "breakdown_date": {"type": ["string"], "enum": ["day", "month", "off", "week"]},
    "business_id": {"type": ["string"]},
    "custom_breakdown_key": {
        "type": ["string"],
        "enum": ["advertiser_id", "city", "handler_id", "off", "page_id", "province"],
    },
    "datetime_type": {
        "type": ["string"],
        "enum": [
            "canceled_time",
            "closed_time",
            "completed_time",
            "confirmed_time",
            "draft_time",
            "in_process_time",
            "pending_time",
            "ready_time",
            "rts_time",
            "shipped_rts_time",
            "shipped_time",
        ],
    },
    "is_breakdown_status": {"type": ["string"], "enum": ["false", "true"]},
    "minimum_days": {"type": ["integer"]},
    "payment_status": {"type": ["string"]},
    "search": {"type": ["string"]},
    "search_field": {
        "type": ["string"],
        "enum": [
            "customer_email",
            "customer_name",
            "customer_phone",
            "external_id",
            "gross_revenue",
            "order_id",
            "pg_reference_id",
            "shipment_receipt",
        ],
    },
    "shipped_time_since": {"type": ["string"], "format": "date-time"},
    "shipped_time_until": {"type": ["string"], "format": "date-time"},
    "status": {"type": ["string"]},
    "store_id": {"type": ["string"]},
    "tz": {"type": ["string"]},
}


def _request(
    client: Client,
    *,
    breakdown_date: BreakdownDateParameterOfGetOrderStatistics | Unset = UNSET,
    business_id: str | Unset = UNSET,
    custom_breakdown_key: CustomBreakdownKeyParameterOfGetOrderStatistics | Unset = UNSET,
    datetime_type: DatetimeTypeParameterOfGetOrderStatistics | Unset = UNSET,
    is_breakdown_status: IsBreakdownStatusParameterOfGetOrderStatistics | Unset = UNSET,
    minimum_days: int | Unset = UNSET,
    payment_status: str | Unset = UNSET,
    search: str | Unset = UNSET,
    search_field: SearchFieldParameterOfGetOrderStatistics | Unset = UNSET,
    shipped_time_since: dt.datetime | Unset = UNSET,
    shipped_time_until: dt.datetime | Unset = UNSET,
    status: str | Unset = UNSET,
    store_id: str | Unset = UNSET,
    tz: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                breakdown_date,
                business_id,
                custom_breakdown_key,
                datetime_type,
                is_breakdown_status,
                minimum_days,
                payment_status,
                search,
                search_field,
                shipped_time_since,
                shipped_time_until,
                status,
                store_id,
                tz,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    breakdown_date: BreakdownDateParameterOfGetOrderStatistics | Unset = UNSET,
    business_id: str | Unset = UNSET,
    custom_breakdown_key: CustomBreakdownKeyParameterOfGetOrderStatistics | Unset = UNSET,
    datetime_type: DatetimeTypeParameterOfGetOrderStatistics | Unset = UNSET,
    is_breakdown_status: IsBreakdownStatusParameterOfGetOrderStatistics | Unset = UNSET,
    minimum_days: int | Unset = UNSET,
    payment_status: str | Unset = UNSET,
    search: str | Unset = UNSET,
    search_field: SearchFieldParameterOfGetOrderStatistics | Unset = UNSET,
    shipped_time_since: dt.datetime | Unset = UNSET,
    shipped_time_until: dt.datetime | Unset = UNSET,
    status: str | Unset = UNSET,
    store_id: str | Unset = UNSET,
    tz: str | Unset = UNSET,
) -> GetOrderStatisticsResponseBody:
    """Get order statistics.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        breakdown_date=breakdown_date,
        business_id=business_id,
        custom_breakdown_key=custom_breakdown_key,
        datetime_type=datetime_type,
        is_breakdown_status=is_breakdown_status,
        minimum_days=minimum_days,
        payment_status=payment_status,
        search=search,
        search_field=search_field,
        shipped_time_since=shipped_time_since,
        shipped_time_until=shipped_time_until,
        status=status,
        store_id=store_id,
        tz=tz,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    breakdown_date: BreakdownDateParameterOfGetOrderStatistics | Unset = UNSET,
    business_id: str | Unset = UNSET,
    custom_breakdown_key: CustomBreakdownKeyParameterOfGetOrderStatistics | Unset = UNSET,
    datetime_type: DatetimeTypeParameterOfGetOrderStatistics | Unset = UNSET,
    is_breakdown_status: IsBreakdownStatusParameterOfGetOrderStatistics | Unset = UNSET,
    minimum_days: int | Unset = UNSET,
    payment_status: str | Unset = UNSET,
    search: str | Unset = UNSET,
    search_field: SearchFieldParameterOfGetOrderStatistics | Unset = UNSET,
    shipped_time_since: dt.datetime | Unset = UNSET,
    shipped_time_until: dt.datetime | Unset = UNSET,
    status: str | Unset = UNSET,
    store_id: str | Unset = UNSET,
    tz: str | Unset = UNSET,
) -> GetOrderStatisticsResponseBody:
    """Get order statistics.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        breakdown_date=breakdown_date,
        business_id=business_id,
        custom_breakdown_key=custom_breakdown_key,
        datetime_type=datetime_type,
        is_breakdown_status=is_breakdown_status,
        minimum_days=minimum_days,
        payment_status=payment_status,
        search=search,
        search_field=search_field,
        shipped_time_since=shipped_time_since,
        shipped_time_until=shipped_time_until,
        status=status,
        store_id=store_id,
        tz=tz,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    breakdown_date: BreakdownDateParameterOfGetOrderStatistics | Unset = UNSET,
    business_id: str | Unset = UNSET,
    custom_breakdown_key: CustomBreakdownKeyParameterOfGetOrderStatistics | Unset = UNSET,
    datetime_type: DatetimeTypeParameterOfGetOrderStatistics | Unset = UNSET,
    is_breakdown_status: IsBreakdownStatusParameterOfGetOrderStatistics | Unset = UNSET,
    minimum_days: int | Unset = UNSET,
    payment_status: str | Unset = UNSET,
    search: str | Unset = UNSET,
    search_field: SearchFieldParameterOfGetOrderStatistics | Unset = UNSET,
    shipped_time_since: dt.datetime | Unset = UNSET,
    shipped_time_until: dt.datetime | Unset = UNSET,
    status: str | Unset = UNSET,
    store_id: str | Unset = UNSET,
    tz: str | Unset = UNSET,
) -> Response[GetOrderStatisticsResponseBody | ApiErrorResponse]:
    """Get order statistics.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        breakdown_date=breakdown_date,
        business_id=business_id,
        custom_breakdown_key=custom_breakdown_key,
        datetime_type=datetime_type,
        is_breakdown_status=is_breakdown_status,
        minimum_days=minimum_days,
        payment_status=payment_status,
        search=search,
        search_field=search_field,
        shipped_time_since=shipped_time_since,
        shipped_time_until=shipped_time_until,
        status=status,
        store_id=store_id,
        tz=tz,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    breakdown_date: BreakdownDateParameterOfGetOrderStatistics | Unset = UNSET,
    business_id: str | Unset = UNSET,
    custom_breakdown_key: CustomBreakdownKeyParameterOfGetOrderStatistics | Unset = UNSET,
    datetime_type: DatetimeTypeParameterOfGetOrderStatistics | Unset = UNSET,
    is_breakdown_status: IsBreakdownStatusParameterOfGetOrderStatistics | Unset = UNSET,
    minimum_days: int | Unset = UNSET,
    payment_status: str | Unset = UNSET,
    search: str | Unset = UNSET,
    search_field: SearchFieldParameterOfGetOrderStatistics | Unset = UNSET,
    shipped_time_since: dt.datetime | Unset = UNSET,
    shipped_time_until: dt.datetime | Unset = UNSET,
    status: str | Unset = UNSET,
    store_id: str | Unset = UNSET,
    tz: str | Unset = UNSET,
) -> Response[GetOrderStatisticsResponseBody | ApiErrorResponse]:
    """Get order statistics.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        breakdown_date=breakdown_date,
        business_id=business_id,
        custom_breakdown_key=custom_breakdown_key,
        datetime_type=datetime_type,
        is_breakdown_status=is_breakdown_status,
        minimum_days=minimum_days,
        payment_status=payment_status,
        search=search,
        search_field=search_field,
        shipped_time_since=shipped_time_since,
        shipped_time_until=shipped_time_until,
        status=status,
        store_id=store_id,
        tz=tz,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
