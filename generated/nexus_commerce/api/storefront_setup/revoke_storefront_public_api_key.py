"""revokeStorefrontPublicApiKey: DELETE /v3/stores/{store_id}/public-api-keys/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="revokeStorefrontPublicApiKey",
    method="DELETE",
    path="/v3/stores/{store_id}/public-api-keys/{id}",
    tags=("Storefront Setup",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION, {204: None, 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "id": {},
}


def _request(
    client: Client,
    store_id: int | str,
    id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                id,
            ),
        ),
    )


def sync(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> None:
    """Revoke storefront public api key.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> None:
    """Revoke storefront public api key.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Revoke storefront public api key.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[ApiErrorResponse | None]:
    """Revoke storefront public api key.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
