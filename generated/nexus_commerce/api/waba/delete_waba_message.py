"""deleteWabaMessage: DELETE /v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/messages/{wamid}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="deleteWabaMessage",
    method="DELETE",
    path="/v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/messages/{wamid}",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "waba_unique_id": {},
    "wa_user_id": {},
    "wamid": {},
}


def _request(
    client: Client,
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                waba_unique_id,
                wa_user_id,
                wamid,
            ),
        ),
    )


def sync(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
    *,
    client: Client,
) -> None:
    """Delete WABA message.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        wamid,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
    *,
    client: Client,
) -> None:
    """Delete WABA message.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        wamid,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete WABA message.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        wamid,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Delete WABA message.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        wamid,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
