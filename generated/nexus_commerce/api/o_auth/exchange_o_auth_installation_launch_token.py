"""exchangeOAuthInstallationLaunchToken: POST /v3/oauth/installation/launch-token/exchange"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.o_auth_installation_launch_token_exchange_request import OAuthInstallationLaunchTokenExchangeRequest
    from ...models.o_auth_installation_status_response_body import OAuthInstallationStatusResponseBody

OPERATION = Operation(
    id="exchangeOAuthInstallationLaunchToken",
    method="POST",
    path="/v3/oauth/installation/launch-token/exchange",
    tags=("OAuth",),
    security=(),
)

_ANSWERS: Answers[OAuthInstallationStatusResponseBody, OAuthInstallationStatusResponseBody | ApiErrorResponse] = (
    Answers(OPERATION, {200: "OAuthInstallationStatusResponseBody", 400: "ApiErrorResponse"})
)

_BODY: dict[str, Any] = {"$ref": "OAuthInstallationLaunchTokenExchangeRequest", "needed": True}


def _request(
    client: Client,
    *,
    body: OAuthInstallationLaunchTokenExchangeRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: OAuthInstallationLaunchTokenExchangeRequest | Mapping[str, Any],
) -> OAuthInstallationStatusResponseBody:
    """Exchange OAuth installation launch token.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    body: OAuthInstallationLaunchTokenExchangeRequest | Mapping[str, Any],
) -> OAuthInstallationStatusResponseBody:
    """Exchange OAuth installation launch token.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    body: OAuthInstallationLaunchTokenExchangeRequest | Mapping[str, Any],
) -> Response[OAuthInstallationStatusResponseBody | ApiErrorResponse]:
    """Exchange OAuth installation launch token.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    body: OAuthInstallationLaunchTokenExchangeRequest | Mapping[str, Any],
) -> Response[OAuthInstallationStatusResponseBody | ApiErrorResponse]:
    """Exchange OAuth installation launch token.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
