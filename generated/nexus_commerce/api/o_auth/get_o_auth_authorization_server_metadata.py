"""getOAuthAuthorizationServerMetadata: GET /v3/oauth/.well-known/oauth-authorization-server"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.o_auth_authorization_server_metadata import OAuthAuthorizationServerMetadata

OPERATION = Operation(
    id="getOAuthAuthorizationServerMetadata",
    method="GET",
    path="/v3/oauth/.well-known/oauth-authorization-server",
    tags=("OAuth",),
    security=(),
)

_ANSWERS: Answers[OAuthAuthorizationServerMetadata, OAuthAuthorizationServerMetadata | ApiErrorResponse] = Answers(
    OPERATION, {200: "OAuthAuthorizationServerMetadata", 400: "ApiErrorResponse"}
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
) -> OAuthAuthorizationServerMetadata:
    """Get OAuth authorization server metadata.

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
) -> OAuthAuthorizationServerMetadata:
    """Get OAuth authorization server metadata.

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
) -> Response[OAuthAuthorizationServerMetadata | ApiErrorResponse]:
    """Get OAuth authorization server metadata.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[OAuthAuthorizationServerMetadata | ApiErrorResponse]:
    """Get OAuth authorization server metadata.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
