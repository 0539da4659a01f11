"""getCustomerPrivacySettings: GET /v3/customer-privacy"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_privacy_settings import CustomerPrivacySettings

OPERATION = Operation(
    id="getCustomerPrivacySettings",
    method="GET",
    path="/v3/customer-privacy",
    tags=("Customer Privacy",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[CustomerPrivacySettings, CustomerPrivacySettings | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "CustomerPrivacySettings",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
        429: "ApiErrorResponse",
    },
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
) -> CustomerPrivacySettings:
    """Get customer privacy settings.

    Read in which countries the business asks its visitors for consent to analytics and marketing.

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
) -> CustomerPrivacySettings:
    """Get customer privacy settings.

    Read in which countries the business asks its visitors for consent to analytics and marketing.

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
) -> Response[CustomerPrivacySettings | ApiErrorResponse]:
    """Get customer privacy settings.

    Read in which countries the business asks its visitors for consent to analytics and marketing.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[CustomerPrivacySettings | ApiErrorResponse]:
    """Get customer privacy settings.

    Read in which countries the business asks its visitors for consent to analytics and marketing.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
