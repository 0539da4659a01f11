"""verifyCustomerOtp: POST /v3/stores/{store_id}/public/auth/otp/verify"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_auth_token_response_body import CustomerAuthTokenResponseBody
    from ...models.customer_otp_verify_request import CustomerOtpVerifyRequest

OPERATION = Operation(
    id="verifyCustomerOtp",
    method="POST",
    path="/v3/stores/{store_id}/public/auth/otp/verify",
    tags=("Customer Auth",),
    security=(),
)

_ANSWERS: Answers[CustomerAuthTokenResponseBody, CustomerAuthTokenResponseBody | ApiErrorResponse] = Answers(
    OPERATION, {200: "CustomerAuthTokenResponseBody", 400: "ApiErrorResponse", 401: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Storefront-Api-Key": {"type": ["string"]},
}
_BODY: dict[str, Any] = {"$ref": "CustomerOtpVerifyRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    *,
    body: CustomerOtpVerifyRequest | Mapping[str, Any],
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
    body: CustomerOtpVerifyRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> CustomerAuthTokenResponseBody:
    """Verify customer OTP.

    Finish signing in with the one-time password that was sent. Answers with a token pair.

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
    body: CustomerOtpVerifyRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> CustomerAuthTokenResponseBody:
    """Verify customer OTP.

    Finish signing in with the one-time password that was sent. Answers with a token pair.

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
    body: CustomerOtpVerifyRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[CustomerAuthTokenResponseBody | ApiErrorResponse]:
    """Verify customer OTP.

    Finish signing in with the one-time password that was sent. Answers with a token pair.

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
    body: CustomerOtpVerifyRequest | Mapping[str, Any],
    x_scalev_storefront_api_key: str | Unset = UNSET,
) -> Response[CustomerAuthTokenResponseBody | ApiErrorResponse]:
    """Verify customer OTP.

    Finish signing in with the one-time password that was sent. Answers with a token pair.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        body=body,
        x_scalev_storefront_api_key=x_scalev_storefront_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
