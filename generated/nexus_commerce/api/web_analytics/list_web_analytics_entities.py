"""listWebAnalyticsEntities: GET /v3/web-analytics/entities"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.parameter_of_web_analytics_selectable_entity_type import ParameterOfWebAnalyticsSelectableEntityType
    from ...models.web_analytics_scope_options import WebAnalyticsScopeOptions

OPERATION = Operation(
    id="listWebAnalyticsEntities",
    method="GET",
    path="/v3/web-analytics/entities",
    tags=("Web Analytics",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[WebAnalyticsScopeOptions, WebAnalyticsScopeOptions | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "WebAnalyticsScopeOptions",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        429: "ApiErrorResponse",
    },
)

_QUERY: Rules = {
    "next_cursor": {"type": ["string"]},
    "previous_cursor": {"type": ["string"]},
    "page_size": {"type": ["integer"], "minimum": 1, "maximum": 25},
    "search": {"type": ["string"], "maxLength": 200},
    "entity_type": {"type": ["string"], "enum": ["bundle_price_option", "landing_page", "product"], "needed": True},
}


def _request(
    client: Client,
    *,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    search: str | Unset = UNSET,
    entity_type: ParameterOfWebAnalyticsSelectableEntityType,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                next_cursor,
                previous_cursor,
                page_size,
                search,
                entity_type,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    search: str | Unset = UNSET,
    entity_type: ParameterOfWebAnalyticsSelectableEntityType,
) -> WebAnalyticsScopeOptions:
    """List web analytics entities.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        page_size=page_size,
        search=search,
        entity_type=entity_type,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    search: str | Unset = UNSET,
    entity_type: ParameterOfWebAnalyticsSelectableEntityType,
) -> WebAnalyticsScopeOptions:
    """List web analytics entities.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        page_size=page_size,
        search=search,
        entity_type=entity_type,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    search: str | Unset = UNSET,
    entity_type: ParameterOfWebAnalyticsSelectableEntityType,
) -> Response[WebAnalyticsScopeOptions | ApiErrorResponse]:
    """List web analytics entities.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        page_size=page_size,
        search=search,
        entity_type=entity_type,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    next_cursor: str | Unset = UNSET,
    previous_cursor: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    search: str | Unset = UNSET,
    entity_type: ParameterOfWebAnalyticsSelectableEntityType,
) -> Response[WebAnalyticsScopeOptions | ApiErrorResponse]:
    """List web analytics entities.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        next_cursor=next_cursor,
        previous_cursor=previous_cursor,
        page_size=page_size,
        search=search,
        entity_type=entity_type,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
