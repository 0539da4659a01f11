"""updateGtmContainer: PATCH /v3/gtm/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.gtm_container import GtmContainer
    from ...models.gtm_container_request import GtmContainerRequest

OPERATION = Operation(
    id="updateGtmContainer",
    method="PATCH",
    path="/v3/gtm/{id}",
    tags=("Analytics Setup",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[GtmContainer, GtmContainer | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "GtmContainer",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "id": {},
}
_BODY: dict[str, Any] = {"$ref": "GtmContainerRequest", "needed": True}


def _request(
    client: Client,
    id: int | str,
    *,
    body: GtmContainerRequest | Mapping[str, Any],
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
    body: GtmContainerRequest | Mapping[str, Any],
) -> GtmContainer:
    """Update GTM container.

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
    body: GtmContainerRequest | Mapping[str, Any],
) -> GtmContainer:
    """Update GTM container.

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
    body: GtmContainerRequest | Mapping[str, Any],
) -> Response[GtmContainer | ApiErrorResponse]:
    """Update GTM container.

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
    body: GtmContainerRequest | Mapping[str, Any],
) -> Response[GtmContainer | ApiErrorResponse]:
    """Update GTM container.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
