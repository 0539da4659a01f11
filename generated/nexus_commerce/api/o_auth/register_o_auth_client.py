"""registerOAuthClient: POST /v3/oauth/register"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.o_auth_client_registration import OAuthClientRegistration
    from ...models.o_auth_client_registration_request import OAuthClientRegistrationRequest

OPERATION = Operation(
    id="registerOAuthClient",
    method="POST",
    path="/v3/oauth/register",
    tags=("OAuth",),
    security=(),
)

_ANSWERS: Answers[OAuthClientRegistration, OAuthClientRegistration | ApiErrorResponse] = Answers(
    OPERATION, {201: "OAuthClientRegistration", 400: "ApiErrorResponse"}
)

_BODY: dict[str, Any] = {"$ref": "OAuthClientRegistrationRequest", "needed": True}


def _request(
    client: Client,
    *,
    body: OAuthClientRegistrationRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: OAuthClientRegistrationRequest | Mapping[str, Any],
) -> OAuthClientRegistration:
    """Register OAuth client.

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
    body: OAuthClientRegistrationRequest | Mapping[str, Any],
) -> OAuthClientRegistration:
    """Register OAuth client.

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
    body: OAuthClientRegistrationRequest | Mapping[str, Any],
) -> Response[OAuthClientRegistration | ApiErrorResponse]:
    """Register OAuth client.

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
    body: OAuthClientRegistrationRequest | Mapping[str, Any],
) -> Response[OAuthClientRegistration | ApiErrorResponse]:
    """Register OAuth client.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
