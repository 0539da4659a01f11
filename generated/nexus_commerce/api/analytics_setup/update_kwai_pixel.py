"""updateKwaiPixel: PATCH /v3/kwai-pixels/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.kwai_pixel import KwaiPixel
    from ...models.kwai_pixel_request import KwaiPixelRequest

OPERATION = Operation(
    id="updateKwaiPixel",
    method="PATCH",
    path="/v3/kwai-pixels/{id}",
    tags=("Analytics Setup",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[KwaiPixel, KwaiPixel | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "KwaiPixel",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "id": {},
}
_BODY: dict[str, Any] = {"$ref": "KwaiPixelRequest", "needed": True}


def _request(
    client: Client,
    id: int | str,
    *,
    body: KwaiPixelRequest | Mapping[str, Any],
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
    body: KwaiPixelRequest | Mapping[str, Any],
) -> KwaiPixel:
    """Update Kwai pixel.

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
    body: KwaiPixelRequest | Mapping[str, Any],
) -> KwaiPixel:
    """Update Kwai pixel.

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
    body: KwaiPixelRequest | Mapping[str, Any],
) -> Response[KwaiPixel | ApiErrorResponse]:
    """Update Kwai pixel.

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
    body: KwaiPixelRequest | Mapping[str, Any],
) -> Response[KwaiPixel | ApiErrorResponse]:
    """Update Kwai pixel.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
