"""getBusinessStoreVariant: GET /v3/stores/{store_id}/variants/{variant_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.variant import Variant

OPERATION = Operation(
    id="getBusinessStoreVariant",
    method="GET",
    path="/v3/stores/{store_id}/variants/{variant_id}",
    tags=("Business Stores",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[Variant, Variant | ApiErrorResponse] = Answers(
    OPERATION, {200: "Variant", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "variant_id": {},
}


def _request(
    client: Client,
    store_id: int | str,
    variant_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                variant_id,
            ),
        ),
    )


def sync(
    store_id: int | str,
    variant_id: int | str,
    *,
    client: Client,
) -> Variant:
    """Get business store variant.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        variant_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    variant_id: int | str,
    *,
    client: Client,
) -> Variant:
    """Get business store variant.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        variant_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    variant_id: int | str,
    *,
    client: Client,
) -> Response[Variant | ApiErrorResponse]:
    """Get business store variant.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        variant_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    variant_id: int | str,
    *,
    client: Client,
) -> Response[Variant | ApiErrorResponse]:
    """Get business store variant.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        variant_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
