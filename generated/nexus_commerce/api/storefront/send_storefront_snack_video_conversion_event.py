"""sendStorefrontSnackVideoConversionEvent: POST /v3/stores/{store_id}/public/analytics/snackvideo/events"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.storefront_snack_video_conversion_event_request import StorefrontSnackVideoConversionEventRequest

OPERATION = Operation(
    id="sendStorefrontSnackVideoConversionEvent",
    method="POST",
    path="/v3/stores/{store_id}/public/analytics/snackvideo/events",
    tags=("Storefront",),
    security=(),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 400: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}
_BODY: dict[str, Any] = {"$ref": "StorefrontSnackVideoConversionEventRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: StorefrontSnackVideoConversionEventRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontSnackVideoConversionEventRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> None:
    """Send storefront SnackVideo conversion event.

    Relay conversion events to SnackVideo; 204 means accepted for later delivery. Needs the click id of the visit,
    and has no event id.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontSnackVideoConversionEventRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> None:
    """Send storefront SnackVideo conversion event.

    Relay conversion events to SnackVideo; 204 means accepted for later delivery. Needs the click id of the visit,
    and has no event id.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontSnackVideoConversionEventRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[ApiErrorResponse | None]:
    """Send storefront SnackVideo conversion event.

    Relay conversion events to SnackVideo; 204 means accepted for later delivery. Needs the click id of the visit,
    and has no event id.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: StorefrontSnackVideoConversionEventRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[ApiErrorResponse | None]:
    """Send storefront SnackVideo conversion event.

    Relay conversion events to SnackVideo; 204 means accepted for later delivery. Needs the click id of the visit,
    and has no event id.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
