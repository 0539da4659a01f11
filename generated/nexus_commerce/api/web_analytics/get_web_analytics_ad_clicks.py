"""getWebAnalyticsAdClicks: GET /v3/web-analytics/ad-clicks"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    import datetime as dt

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.parameter_of_web_analytics_ad_click import ParameterOfWebAnalyticsAdClick
    from ...models.parameter_of_web_analytics_ad_click_type import ParameterOfWebAnalyticsAdClickType
    from ...models.web_analytics_ad_clicks import WebAnalyticsAdClicks
    from ...models.web_analytics_entity_type import WebAnalyticsEntityType

OPERATION = Operation(
    id="getWebAnalyticsAdClicks",
    method="GET",
    path="/v3/web-analytics/ad-clicks",
    tags=("Web Analytics",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[WebAnalyticsAdClicks, WebAnalyticsAdClicks | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "WebAnalyticsAdClicks",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        429: "ApiErrorResponse",
    },
)

_QUERY: Rules = {
    "ad_click": {"type": ["string"], "enum": ["google", "meta", "organic", "paid", "tiktok"]},
    "ad_click_type": {"type": ["string"], "enum": ["evidence", "network", "status"]},
    "entity_id": {"type": ["string"]},
    "entity_path": {"type": ["string"]},
    "entity_type": {
        "type": ["string"],
        "enum": [
            "bundle_price_option",
            "cart",
            "checkout",
            "landing_page",
            "order_detail",
            "order_invoice",
            "order_success",
            "payment_link",
            "product",
            "store_home",
        ],
    },
    "from": {"type": ["string"], "format": "date", "needed": True},
    "limit": {"type": ["integer"], "minimum": 1, "maximum": 100},
    "page_host": {"type": ["string"]},
    "page_id": {"type": ["integer"], "minimum": 1},
    "page_path": {"type": ["string"]},
    "store_id": {"type": ["integer"], "minimum": 1},
    "timezone": {"type": ["string"]},
    "to": {"type": ["string"], "format": "date", "needed": True},
}


def _request(
    client: Client,
    *,
    ad_click: ParameterOfWebAnalyticsAdClick | Unset = UNSET,
    ad_click_type: ParameterOfWebAnalyticsAdClickType | Unset = UNSET,
    entity_id: str | Unset = UNSET,
    entity_path: str | Unset = UNSET,
    entity_type: WebAnalyticsEntityType | Unset = UNSET,
    from_: dt.date,
    limit: int | Unset = UNSET,
    page_host: str | Unset = UNSET,
    page_id: int | Unset = UNSET,
    page_path: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    timezone: str | Unset = UNSET,
    to: dt.date,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                ad_click,
                ad_click_type,
                entity_id,
                entity_path,
                entity_type,
                from_,
                limit,
                page_host,
                page_id,
                page_path,
                store_id,
                timezone,
                to,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    ad_click: ParameterOfWebAnalyticsAdClick | Unset = UNSET,
    ad_click_type: ParameterOfWebAnalyticsAdClickType | Unset = UNSET,
    entity_id: str | Unset = UNSET,
    entity_path: str | Unset = UNSET,
    entity_type: WebAnalyticsEntityType | Unset = UNSET,
    from_: dt.date,
    limit: int | Unset = UNSET,
    page_host: str | Unset = UNSET,
    page_id: int | Unset = UNSET,
    page_path: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    timezone: str | Unset = UNSET,
    to: dt.date,
) -> WebAnalyticsAdClicks:
    """Get web analytics ad clicks.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        ad_click=ad_click,
        ad_click_type=ad_click_type,
        entity_id=entity_id,
        entity_path=entity_path,
        entity_type=entity_type,
        from_=from_,
        limit=limit,
        page_host=page_host,
        page_id=page_id,
        page_path=page_path,
        store_id=store_id,
        timezone=timezone,
        to=to,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    ad_click: ParameterOfWebAnalyticsAdClick | Unset = UNSET,
    ad_click_type: ParameterOfWebAnalyticsAdClickType | Unset = UNSET,
    entity_id: str | Unset = UNSET,
    entity_path: str | Unset = UNSET,
    entity_type: WebAnalyticsEntityType | Unset = UNSET,
    from_: dt.date,
    limit: int | Unset = UNSET,
    page_host: str | Unset = UNSET,
    page_id: int | Unset = UNSET,
    page_path: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    timezone: str | Unset = UNSET,
    to: dt.date,
) -> WebAnalyticsAdClicks:
    """Get web analytics ad clicks.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        ad_click=ad_click,
        ad_click_type=ad_click_type,
        entity_id=entity_id,
        entity_path=entity_path,
        entity_type=entity_type,
        from_=from_,
        limit=limit,
        page_host=page_host,
        page_id=page_id,
        page_path=page_path,
        store_id=store_id,
        timezone=timezone,
        to=to,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    ad_click: ParameterOfWebAnalyticsAdClick | Unset = UNSET,
    ad_click_type: ParameterOfWebAnalyticsAdClickType | Unset = UNSET,
    entity_id: str | Unset = UNSET,
    entity_path: str | Unset = UNSET,
    entity_type: WebAnalyticsEntityType | Unset = UNSET,
    from_: dt.date,
    limit: int | Unset = UNSET,
    page_host: str | Unset = UNSET,
    page_id: int | Unset = UNSET,
    page_path: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    timezone: str | Unset = UNSET,
    to: dt.date,
) -> Response[WebAnalyticsAdClicks | ApiErrorResponse]:
    """Get web analytics ad clicks.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        ad_click=ad_click,
        ad_click_type=ad_click_type,
        entity_id=entity_id,
        entity_path=entity_path,
        entity_type=entity_type,
        from_=from_,
        limit=limit,
        page_host=page_host,
        page_id=page_id,
        page_path=page_path,
        store_id=store_id,
        timezone=timezone,
        to=to,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    ad_click: ParameterOfWebAnalyticsAdClick | Unset = UNSET,
    ad_click_type: ParameterOfWebAnalyticsAdClickType | Unset = UNSET,
    entity_id: str | Unset = UNSET,
    entity_path: str | Unset = UNSET,
    entity_type: WebAnalyticsEntityType | Unset = UNSET,
    from_: dt.date,
    limit: int | Unset = UNSET,
    page_host: str | Unset = UNSET,
    page_id: int | Unset = UNSET,
    page_path: str | Unset = UNSET,
    store_id: int | Unset = UNSET,
    timezone: str | Unset = UNSET,
    to: dt.date,
) -> Response[WebAnalyticsAdClicks | ApiErrorResponse]:
    """Get web analytics ad clicks.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        ad_click=ad_click,
        ad_click_type=ad_click_type,
        entity_id=entity_id,
        entity_path=entity_path,
        entity_type=entity_type,
        from_=from_,
        limit=limit,
        page_host=page_host,
        page_id=page_id,
        page_path=page_path,
        store_id=store_id,
        timezone=timezone,
        to=to,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
