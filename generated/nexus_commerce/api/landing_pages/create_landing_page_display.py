"""createLandingPageDisplay: POST /v3/pages/{page_id}/page-displays"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.landing_page_display import LandingPageDisplay
    from ...models.landing_page_display_version_request import LandingPageDisplayVersionRequest

OPERATION = Operation(
    id="createLandingPageDisplay",
    method="POST",
    path="/v3/pages/{page_id}/page-displays",
    tags=("Landing Pages",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[LandingPageDisplay, LandingPageDisplay | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "LandingPageDisplay",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
        422: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "page_id": {},
}
_BODY: dict[str, Any] = {"$ref": "LandingPageDisplayVersionRequest", "needed": True}


def _request(
    client: Client,
    page_id: int | str,
    *,
    body: LandingPageDisplayVersionRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (page_id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    page_id: int | str,
    *,
    client: Client,
    body: LandingPageDisplayVersionRequest | Mapping[str, Any],
) -> LandingPageDisplay:
    """Create landing page display.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        page_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    page_id: int | str,
    *,
    client: Client,
    body: LandingPageDisplayVersionRequest | Mapping[str, Any],
) -> LandingPageDisplay:
    """Create landing page display.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        page_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    page_id: int | str,
    *,
    client: Client,
    body: LandingPageDisplayVersionRequest | Mapping[str, Any],
) -> Response[LandingPageDisplay | ApiErrorResponse]:
    """Create landing page display.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    page_id: int | str,
    *,
    client: Client,
    body: LandingPageDisplayVersionRequest | Mapping[str, Any],
) -> Response[LandingPageDisplay | ApiErrorResponse]:
    """Create landing page display.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
