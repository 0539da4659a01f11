"""loginCustomer: POST /v3/stores/{store_id}/public/auth/login"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_auth_token_response_body import CustomerAuthTokenResponseBody
    from ...models.customer_login_otp_challenge_response_body import CustomerLoginOtpChallengeResponseBody
    from ...models.customer_login_request import CustomerLoginRequest

OPERATION = Operation(
    id="loginCustomer",
    method="POST",
    path="/v3/stores/{store_id}/public/auth/login",
    tags=("Customer Auth",),
    security=(),
)

_ANSWERS: Answers[
    CustomerAuthTokenResponseBody | CustomerLoginOtpChallengeResponseBody | dict[str, Any],
    CustomerAuthTokenResponseBody | CustomerLoginOtpChallengeResponseBody | dict[str, Any] | ApiErrorResponse,
] = Answers(
    OPERATION,
    {
        200: ("keys", "CustomerAuthTokenResponseBody", "CustomerLoginOtpChallengeResponseBody"),
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "store_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}
_BODY: dict[str, Any] = {"$ref": "CustomerLoginRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: CustomerLoginRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (store_id,)),
        headers=(_HEADERS, (x_scalev_storefront_api_key,)),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    *,
    client: Client,
    body: CustomerLoginRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> CustomerAuthTokenResponseBody | CustomerLoginOtpChallengeResponseBody | dict[str, Any]:
    """Login customer.

    Sign in with mail address and password. The answer is a token pair, or a message that a one-time password was
    sent: see verifyCustomerOtp.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    *,
    client: Client,
    body: CustomerLoginRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> CustomerAuthTokenResponseBody | CustomerLoginOtpChallengeResponseBody | dict[str, Any]:
    """Login customer.

    Sign in with mail address and password. The answer is a token pair, or a message that a one-time password was
    sent: see verifyCustomerOtp.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: CustomerLoginRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[
    CustomerAuthTokenResponseBody | CustomerLoginOtpChallengeResponseBody | dict[str, Any] | ApiErrorResponse
]:
    """Login customer.

    Sign in with mail address and password. The answer is a token pair, or a message that a one-time password was
    sent: see verifyCustomerOtp.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    *,
    client: Client,
    body: CustomerLoginRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[
    CustomerAuthTokenResponseBody | CustomerLoginOtpChallengeResponseBody | dict[str, Any] | ApiErrorResponse
]:
    """Login customer.

    Sign in with mail address and password. The answer is a token pair, or a message that a one-time password was
    sent: see verifyCustomerOtp.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
