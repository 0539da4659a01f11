"""deleteFacebookPixel: DELETE /v3/fb-pixels/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="deleteFacebookPixel",
    method="DELETE",
    path="/v3/fb-pixels/{id}",
    tags=("Analytics Setup",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "id": {},
}


def _request(
    client: Client,
    id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (id,)),
    )


def sync(
    id: int | str,
    *,
    client: Client,
) -> None:
    """Delete Facebook pixel.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    id: int | str,
    *,
    client: Client,
) -> None:
    """Delete Facebook pixel.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete Facebook pixel.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete Facebook pixel.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
