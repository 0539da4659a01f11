"""sendWabaTypingIndicator: POST /v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/messages/{wamid}/typing-indicator"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.parameter_of_waba_send_mode import ParameterOfWabaSendMode
    from ...models.waba_typing_indicator import WabaTypingIndicator

OPERATION = Operation(
    id="sendWabaTypingIndicator",
    method="POST",
    path="/v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/messages/{wamid}/typing-indicator",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[WabaTypingIndicator, WabaTypingIndicator | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "WabaTypingIndicator",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "waba_unique_id": {},
    "wa_user_id": {},
    "wamid": {},
}
_HEADERS: Rules = {
    "X-Scalev-Waba-Send-Mode": {"type": ["string"], "enum": ["mock"]},
}


def _request(
    client: Client,
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
    *,
    x_scalev_waba_send_mode: ParameterOfWabaSendMode | Unset = UNSET,
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
        headers=(_HEADERS, (x_scalev_waba_send_mode,)),
    )


def sync(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
    *,
    client: Client,
    x_scalev_waba_send_mode: ParameterOfWabaSendMode | Unset = UNSET,
) -> WabaTypingIndicator:
    """Send WABA typing indicator.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        wamid,
        x_scalev_waba_send_mode=x_scalev_waba_send_mode,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
    *,
    client: Client,
    x_scalev_waba_send_mode: ParameterOfWabaSendMode | Unset = UNSET,
) -> WabaTypingIndicator:
    """Send WABA typing indicator.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        wamid,
        x_scalev_waba_send_mode=x_scalev_waba_send_mode,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
    *,
    client: Client,
    x_scalev_waba_send_mode: ParameterOfWabaSendMode | Unset = UNSET,
) -> Response[WabaTypingIndicator | ApiErrorResponse]:
    """Send WABA typing indicator.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        wamid,
        x_scalev_waba_send_mode=x_scalev_waba_send_mode,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    wamid: int | str,
    *,
    client: Client,
    x_scalev_waba_send_mode: ParameterOfWabaSendMode | Unset = UNSET,
) -> Response[WabaTypingIndicator | ApiErrorResponse]:
    """Send WABA typing indicator.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        wamid,
        x_scalev_waba_send_mode=x_scalev_waba_send_mode,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
