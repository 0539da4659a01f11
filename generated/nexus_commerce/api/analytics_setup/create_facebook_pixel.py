"""createFacebookPixel: POST /v3/fb-pixels"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.meta_pixel import MetaPixel
    from ...models.meta_pixel_request import MetaPixelRequest

OPERATION = Operation(
    id="createFacebookPixel",
    method="POST",
    path="/v3/fb-pixels",
    tags=("Analytics Setup",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[MetaPixel, MetaPixel | ApiErrorResponse] = Answers(
    OPERATION, {200: "MetaPixel", 400: "ApiErrorResponse", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)

_BODY: dict[str, Any] = {"$ref": "MetaPixelRequest", "needed": True}


def _request(
    client: Client,
    *,
    body: MetaPixelRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: MetaPixelRequest | Mapping[str, Any],
) -> MetaPixel:
    """Create Facebook pixel.

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
    body: MetaPixelRequest | Mapping[str, Any],
) -> MetaPixel:
    """Create Facebook pixel.

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
    body: MetaPixelRequest | Mapping[str, Any],
) -> Response[MetaPixel | ApiErrorResponse]:
    """Create Facebook pixel.

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
    body: MetaPixelRequest | Mapping[str, Any],
) -> Response[MetaPixel | ApiErrorResponse]:
    """Create Facebook pixel.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
