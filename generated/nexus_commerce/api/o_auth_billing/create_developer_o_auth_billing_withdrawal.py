"""createDeveloperOAuthBillingWithdrawal: POST /v3/developer/oauth-billing/withdrawals"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.o_auth_billing_settlement import OAuthBillingSettlement
    from ...models.o_auth_billing_withdrawal_request import OAuthBillingWithdrawalRequest

OPERATION = Operation(
    id="createDeveloperOAuthBillingWithdrawal",
    method="POST",
    path="/v3/developer/oauth-billing/withdrawals",
    tags=("OAuth Billing",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[OAuthBillingSettlement, OAuthBillingSettlement | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "OAuthBillingSettlement",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        402: "ApiErrorResponse",
        403: "ApiErrorResponse",
    },
)

_BODY: dict[str, Any] = {"$ref": "OAuthBillingWithdrawalRequest", "needed": True}


def _request(
    client: Client,
    *,
    body: OAuthBillingWithdrawalRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: OAuthBillingWithdrawalRequest | Mapping[str, Any],
) -> OAuthBillingSettlement:
    """Create developer OAuth billing withdrawal.

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
    body: OAuthBillingWithdrawalRequest | Mapping[str, Any],
) -> OAuthBillingSettlement:
    """Create developer OAuth billing withdrawal.

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
    body: OAuthBillingWithdrawalRequest | Mapping[str, Any],
) -> Response[OAuthBillingSettlement | ApiErrorResponse]:
    """Create developer OAuth billing withdrawal.

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
    body: OAuthBillingWithdrawalRequest | Mapping[str, Any],
) -> Response[OAuthBillingSettlement | ApiErrorResponse]:
    """Create developer OAuth billing withdrawal.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
