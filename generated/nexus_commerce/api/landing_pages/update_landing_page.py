"""updateLandingPage: PATCH /v3/pages/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.landing_page import LandingPage
    from ...models.landing_page_update_request import LandingPageUpdateRequest

OPERATION = Operation(
    id="updateLandingPage",
    method="PATCH",
    path="/v3/pages/{id}",
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
        422: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "id": {},
}
_BODY: dict[str, Any] = {"$ref": "LandingPageUpdateRequest"}


def _request(
    client: Client,
    id: int | str,
    *,
    body: LandingPageUpdateRequest | Mapping[str, Any] | Unset = UNSET,
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
    body: LandingPageUpdateRequest | Mapping[str, Any] | Unset = UNSET,
) -> LandingPage:
    """Update landing page.

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
    body: LandingPageUpdateRequest | Mapping[str, Any] | Unset = UNSET,
) -> LandingPage:
    """Update landing page.

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
    body: LandingPageUpdateRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[LandingPage | ApiErrorResponse]:
    """Update landing page.

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
    body: LandingPageUpdateRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[LandingPage | ApiErrorResponse]:
    """Update landing page.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
