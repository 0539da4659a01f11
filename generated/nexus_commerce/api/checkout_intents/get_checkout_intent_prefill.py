"""getCheckoutIntentPrefill: GET /v3/checkout-intents/prefill"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.checkout_intent_prefill_response import CheckoutIntentPrefillResponse

OPERATION = Operation(
    id="getCheckoutIntentPrefill",
    method="GET",
    path="/v3/checkout-intents/prefill",
    tags=("Checkout Intents",),
    security=(),
)

_ANSWERS: Answers[CheckoutIntentPrefillResponse, CheckoutIntentPrefillResponse | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "CheckoutIntentPrefillResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
        429: "ApiErrorResponse",
    },
)

_QUERY: Rules = {
    "checkout_intent_prefill_token": {"type": ["string"], "pattern": "^cip_", "needed": True},
}


def _request(
    client: Client,
    *,
    checkout_intent_prefill_token: str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        query=(_QUERY, (checkout_intent_prefill_token,)),
    )


def sync(
    *,
    client: Client,
    checkout_intent_prefill_token: str,
) -> CheckoutIntentPrefillResponse:
    """Get checkout intent prefill.

    Read what a returning buyer had filled in, by the prefill token of a follow-up link.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        checkout_intent_prefill_token=checkout_intent_prefill_token,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    checkout_intent_prefill_token: str,
) -> CheckoutIntentPrefillResponse:
    """Get checkout intent prefill.

    Read what a returning buyer had filled in, by the prefill token of a follow-up link.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        checkout_intent_prefill_token=checkout_intent_prefill_token,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    checkout_intent_prefill_token: str,
) -> Response[CheckoutIntentPrefillResponse | ApiErrorResponse]:
    """Get checkout intent prefill.

    Read what a returning buyer had filled in, by the prefill token of a follow-up link.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        checkout_intent_prefill_token=checkout_intent_prefill_token,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    checkout_intent_prefill_token: str,
) -> Response[CheckoutIntentPrefillResponse | ApiErrorResponse]:
    """Get checkout intent prefill.

    Read what a returning buyer had filled in, by the prefill token of a follow-up link.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        checkout_intent_prefill_token=checkout_intent_prefill_token,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
