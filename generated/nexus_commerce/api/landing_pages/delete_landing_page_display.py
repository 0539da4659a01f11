"""deleteLandingPageDisplay: DELETE /v3/pages/{page_id}/page-displays/{display_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="deleteLandingPageDisplay",
    method="DELETE",
    path="/v3/pages/{page_id}/page-displays/{display_id}",
    tags=("Landing Pages",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "page_id": {},
    "display_id": {},
}


def _request(
    client: Client,
    page_id: int | str,
    display_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                page_id,
                display_id,
            ),
        ),
    )


def sync(
    page_id: int | str,
    display_id: int | str,
    *,
    client: Client,
) -> None:
    """Delete landing page display.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        page_id,
        display_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    page_id: int | str,
    display_id: int | str,
    *,
    client: Client,
) -> None:
    """Delete landing page display.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        page_id,
        display_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    page_id: int | str,
    display_id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete landing page display.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_id,
        display_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    page_id: int | str,
    display_id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete landing page display.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_id,
        display_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
