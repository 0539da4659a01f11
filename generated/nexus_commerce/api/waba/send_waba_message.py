"""sendWabaMessage: POST /v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/messages"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.parameter_of_waba_send_mode import ParameterOfWabaSendMode

OPERATION = Operation(
    id="sendWabaMessage",
    method="POST",
    path="/v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/messages",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[dict[str, Any], dict[str, Any] | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "$object",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "waba_unique_id": {},
    "wa_user_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Waba-Send-Mode": {"type": ["string"], "enum": ["mock"]},
}
_BODY: dict[str, Any] = {"type": ["object"]}


def _request(
    client: Client,
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    body: Mapping[str, Any] | Unset = UNSET,
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
            ),
        ),
        headers=(_HEADERS, (x_scalev_waba_send_mode,)),
        body=("application/json", body, _BODY),
    )


def sync(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
    x_scalev_waba_send_mode: ParameterOfWabaSendMode | Unset = UNSET,
) -> dict[str, Any]:
    """Send WABA message.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        body=body,
        x_scalev_waba_send_mode=x_scalev_waba_send_mode,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
    x_scalev_waba_send_mode: ParameterOfWabaSendMode | Unset = UNSET,
) -> dict[str, Any]:
    """Send WABA message.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        body=body,
        x_scalev_waba_send_mode=x_scalev_waba_send_mode,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
    x_scalev_waba_send_mode: ParameterOfWabaSendMode | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Send WABA message.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        body=body,
        x_scalev_waba_send_mode=x_scalev_waba_send_mode,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
    x_scalev_waba_send_mode: ParameterOfWabaSendMode | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Send WABA message.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        body=body,
        x_scalev_waba_send_mode=x_scalev_waba_send_mode,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
