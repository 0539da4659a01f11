"""updateCustomerPrivacySettings: PATCH /v3/customer-privacy"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_privacy_settings import CustomerPrivacySettings
    from ...models.customer_privacy_settings_update import CustomerPrivacySettingsUpdate

OPERATION = Operation(
    id="updateCustomerPrivacySettings",
    method="PATCH",
    path="/v3/customer-privacy",
    tags=("Customer Privacy",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[CustomerPrivacySettings, CustomerPrivacySettings | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "CustomerPrivacySettings",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
        409: "ApiErrorResponse",
        429: "ApiErrorResponse",
    },
)

_BODY: dict[str, Any] = {"$ref": "CustomerPrivacySettingsUpdate", "needed": True}


def _request(
    client: Client,
    *,
    body: CustomerPrivacySettingsUpdate | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/json", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: CustomerPrivacySettingsUpdate | Mapping[str, Any],
) -> CustomerPrivacySettings:
    """Update customer privacy settings.

    Change in which countries consent is asked for; `revision` is the one that was read, so that no other change
    is overwritten.

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
    body: CustomerPrivacySettingsUpdate | Mapping[str, Any],
) -> CustomerPrivacySettings:
    """Update customer privacy settings.

    Change in which countries consent is asked for; `revision` is the one that was read, so that no other change
    is overwritten.

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
    body: CustomerPrivacySettingsUpdate | Mapping[str, Any],
) -> Response[CustomerPrivacySettings | ApiErrorResponse]:
    """Update customer privacy settings.

    Change in which countries consent is asked for; `revision` is the one that was read, so that no other change
    is overwritten.

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
    body: CustomerPrivacySettingsUpdate | Mapping[str, Any],
) -> Response[CustomerPrivacySettings | ApiErrorResponse]:
    """Update customer privacy settings.

    Change in which countries consent is asked for; `revision` is the one that was read, so that no other change
    is overwritten.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
