"""checkWhatsappIntegrationStatus: POST /v3/whatsapp-integrations/{id}/check-status"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="checkWhatsappIntegrationStatus",
    method="POST",
    path="/v3/whatsapp-integrations/{id}/check-status",
    tags=("WhatsApp Integrations",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[dict[str, Any], dict[str, Any] | ApiErrorResponse] = Answers(
    OPERATION, {200: "$object", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
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
) -> dict[str, Any]:
    """Check WhatsApp integration status.

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
) -> dict[str, Any]:
    """Check WhatsApp integration status.

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
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Check WhatsApp integration status.

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
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Check WhatsApp integration status.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
