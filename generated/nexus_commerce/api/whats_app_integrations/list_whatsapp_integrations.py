"""listWhatsappIntegrations: GET /v3/whatsapp-integrations"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.collection_response_body import CollectionResponseBody

OPERATION = Operation(
    id="listWhatsappIntegrations",
    method="GET",
    path="/v3/whatsapp-integrations",
    tags=("WhatsApp Integrations",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[CollectionResponseBody, CollectionResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "CollectionResponseBody", 401: "ApiErrorResponse", 403: "ApiErrorResponse"}
)


def _request(
    client: Client,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
    )


def sync(
    *,
    client: Client,
) -> CollectionResponseBody:
    """List WhatsApp integrations.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
) -> CollectionResponseBody:
    """List WhatsApp integrations.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
) -> Response[CollectionResponseBody | ApiErrorResponse]:
    """List WhatsApp integrations.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[CollectionResponseBody | ApiErrorResponse]:
    """List WhatsApp integrations.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
