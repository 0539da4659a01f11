"""sendWabaTemplateMessage: POST /v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/message-templates"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.generic_upload_request import GenericUploadRequest

OPERATION = Operation(
    id="sendWabaTemplateMessage",
    method="POST",
    path="/v3/waba-accounts/{waba_unique_id}/customers/{wa_user_id}/message-templates",
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
_BODY: dict[str, Any] = {"$ref": "GenericUploadRequest", "needed": True}


def _request(
    client: Client,
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    body: GenericUploadRequest | Mapping[str, Any],
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
        body=("multipart/form-data", body, _BODY),
    )


def sync(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    body: GenericUploadRequest | Mapping[str, Any],
) -> dict[str, Any]:
    """Send WABA template message.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    body: GenericUploadRequest | Mapping[str, Any],
) -> dict[str, Any]:
    """Send WABA template message.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    body: GenericUploadRequest | Mapping[str, Any],
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Send WABA template message.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    waba_unique_id: int | str,
    wa_user_id: int | str,
    *,
    client: Client,
    body: GenericUploadRequest | Mapping[str, Any],
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Send WABA template message.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        waba_unique_id,
        wa_user_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
