"""deleteQuickReply: DELETE /v3/waba-accounts/{unique_id}/quick-replies/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="deleteQuickReply",
    method="DELETE",
    path="/v3/waba-accounts/{unique_id}/quick-replies/{id}",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "unique_id": {},
    "id": {},
}


def _request(
    client: Client,
    unique_id: int | str,
    id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                unique_id,
                id,
            ),
        ),
    )


def sync(
    unique_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> None:
    """Delete quick reply.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        unique_id,
        id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    unique_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> None:
    """Delete quick reply.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        unique_id,
        id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    unique_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete quick reply.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        unique_id,
        id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    unique_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete quick reply.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        unique_id,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
