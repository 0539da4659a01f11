"""updateLandingPageTags: POST /v3/pages/{id}/update-tags"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.landing_page import LandingPage
    from ...models.landing_page_tag_update_request import LandingPageTagUpdateRequest

OPERATION = Operation(
    id="updateLandingPageTags",
    method="POST",
    path="/v3/pages/{id}/update-tags",
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
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "id": {},
}
_BODY: dict[str, Any] = {"$ref": "LandingPageTagUpdateRequest", "needed": True}


def _request(
    client: Client,
    id: int | str,
    *,
    body: LandingPageTagUpdateRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    id: int | str,
    *,
    client: Client,
    body: LandingPageTagUpdateRequest | Mapping[str, Any],
) -> LandingPage:
    """Update landing page tags.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    id: int | str,
    *,
    client: Client,
    body: LandingPageTagUpdateRequest | Mapping[str, Any],
) -> LandingPage:
    """Update landing page tags.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    id: int | str,
    *,
    client: Client,
    body: LandingPageTagUpdateRequest | Mapping[str, Any],
) -> Response[LandingPage | ApiErrorResponse]:
    """Update landing page tags.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    id: int | str,
    *,
    client: Client,
    body: LandingPageTagUpdateRequest | Mapping[str, Any],
) -> Response[LandingPage | ApiErrorResponse]:
    """Update landing page tags.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
