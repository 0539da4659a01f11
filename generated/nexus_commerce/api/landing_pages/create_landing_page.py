"""createLandingPage: POST /v3/pages"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.landing_page import LandingPage
    from ...models.landing_page_create_request import LandingPageCreateRequest

OPERATION = Operation(
    id="createLandingPage",
    method="POST",
    path="/v3/pages",
    tags=("Landing Pages",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[LandingPage, LandingPage | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "LandingPage",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        422: "ApiErrorResponse",
    },
)

_BODY: dict[str, Any] = {"$ref": "LandingPageCreateRequest", "needed": True}


def _request(
    client: Client,
    *,
    body: LandingPageCreateRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: LandingPageCreateRequest | Mapping[str, Any],
) -> LandingPage:
    """Create landing page.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    body: LandingPageCreateRequest | Mapping[str, Any],
) -> LandingPage:
    """Create landing page.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    body: LandingPageCreateRequest | Mapping[str, Any],
) -> Response[LandingPage | ApiErrorResponse]:
    """Create landing page.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    body: LandingPageCreateRequest | Mapping[str, Any],
) -> Response[LandingPage | ApiErrorResponse]:
    """Create landing page.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
