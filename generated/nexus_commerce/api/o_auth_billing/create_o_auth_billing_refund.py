"""createOAuthBillingRefund: POST /v3/oauth/billing/refunds"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.o_auth_billing_refund_request import OAuthBillingRefundRequest
    from ...models.o_auth_billing_refund_response_body import OAuthBillingRefundResponseBody

OPERATION = Operation(
    id="createOAuthBillingRefund",
    method="POST",
    path="/v3/oauth/billing/refunds",
    tags=("OAuth Billing",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[OAuthBillingRefundResponseBody, OAuthBillingRefundResponseBody | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "OAuthBillingRefundResponseBody",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        404: "ApiErrorResponse",
        409: "ApiErrorResponse",
    },
)

_BODY: dict[str, Any] = {"$ref": "OAuthBillingRefundRequest", "needed": True}


def _request(
    client: Client,
    *,
    body: OAuthBillingRefundRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: OAuthBillingRefundRequest | Mapping[str, Any],
) -> OAuthBillingRefundResponseBody:
    """Create OAuth billing refund.

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
    body: OAuthBillingRefundRequest | Mapping[str, Any],
) -> OAuthBillingRefundResponseBody:
    """Create OAuth billing refund.

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
    body: OAuthBillingRefundRequest | Mapping[str, Any],
) -> Response[OAuthBillingRefundResponseBody | ApiErrorResponse]:
    """Create OAuth billing refund.

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
    body: OAuthBillingRefundRequest | Mapping[str, Any],
) -> Response[OAuthBillingRefundResponseBody | ApiErrorResponse]:
    """Create OAuth billing refund.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
