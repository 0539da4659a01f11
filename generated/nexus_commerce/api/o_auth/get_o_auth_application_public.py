"""getOAuthApplicationPublic: GET /v3/oauth/application"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="getOAuthApplicationPublic",
    method="GET",
    path="/v3/oauth/application",
    tags=("OAuth",),
    security=(),
)

_ANSWERS: Answers[dict[str, Any], dict[str, Any] | ApiErrorResponse] = Answers(
    OPERATION, {200: "$object", 404: "ApiErrorResponse"}
)

_QUERY: Rules = {
    "client_id": {"type": ["string"], "needed": True},
    "redirect_uri": {"type": ["string"], "needed": True},
    "resource": {"type": ["string"]},
}


def _request(
    client: Client,
    *,
    client_id: str,
    redirect_uri: str,
    resource: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(
            _QUERY,
            (
                client_id,
                redirect_uri,
                resource,
            ),
        ),
    )


def sync(
    *,
    client: Client,
    client_id: str,
    redirect_uri: str,
    resource: str | Unset = UNSET,
) -> dict[str, Any]:
    """Get OAuth application public.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        client_id=client_id,
        redirect_uri=redirect_uri,
        resource=resource,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    client_id: str,
    redirect_uri: str,
    resource: str | Unset = UNSET,
) -> dict[str, Any]:
    """Get OAuth application public.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        client_id=client_id,
        redirect_uri=redirect_uri,
        resource=resource,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    client_id: str,
    redirect_uri: str,
    resource: str | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Get OAuth application public.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        client_id=client_id,
        redirect_uri=redirect_uri,
        resource=resource,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    client_id: str,
    redirect_uri: str,
    resource: str | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Get OAuth application public.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        client_id=client_id,
        redirect_uri=redirect_uri,
        resource=resource,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
