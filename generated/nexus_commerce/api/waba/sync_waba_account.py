"""syncWabaAccount: POST /v3/waba-accounts/{id}/sync"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.waba_account import WabaAccount

OPERATION = Operation(
    id="syncWabaAccount",
    method="POST",
    path="/v3/waba-accounts/{id}/sync",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[WabaAccount, WabaAccount | ApiErrorResponse] = Answers(
    OPERATION, {200: "WabaAccount", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
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
) -> WabaAccount:
    """Sync WABA account.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
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
) -> WabaAccount:
    """Sync WABA account.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
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
) -> Response[WabaAccount | ApiErrorResponse]:
    """Sync WABA account.

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
) -> Response[WabaAccount | ApiErrorResponse]:
    """Sync WABA account.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
