"""validateLandingPageDisplay: POST /v3/pages/{page_id}/page-displays/validate"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.landing_page_display_validation_result import LandingPageDisplayValidationResult
    from ...models.landing_page_display_version_request import LandingPageDisplayVersionRequest

OPERATION = Operation(
    id="validateLandingPageDisplay",
    method="POST",
    path="/v3/pages/{page_id}/page-displays/validate",
    tags=("Landing Pages",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[LandingPageDisplayValidationResult, LandingPageDisplayValidationResult | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "LandingPageDisplayValidationResult",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
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
) -> LandingPageDisplayValidationResult:
    """Validate landing page display.

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
) -> LandingPageDisplayValidationResult:
    """Validate landing page display.

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
) -> Response[LandingPageDisplayValidationResult | ApiErrorResponse]:
    """Validate landing page display.

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
) -> Response[LandingPageDisplayValidationResult | ApiErrorResponse]:
    """Validate landing page display.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
