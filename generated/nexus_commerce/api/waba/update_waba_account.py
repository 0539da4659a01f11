"""updateWabaAccount: PATCH /v3/waba-accounts/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.waba_account import WabaAccount

OPERATION = Operation(
    id="updateWabaAccount",
    method="PATCH",
    path="/v3/waba-accounts/{id}",
    tags=("WABA",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[WabaAccount, WabaAccount | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "WabaAccount",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "id": {},
}
_BODY: dict[str, Any] = {"type": ["object"]}


def _request(
    client: Client,
    id: int | str,
    *,
    body: Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> WabaAccount:
    """Update WABA account.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> WabaAccount:
    """Update WABA account.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[WabaAccount | ApiErrorResponse]:
    """Update WABA account.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[WabaAccount | ApiErrorResponse]:
    """Update WABA account.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
