"""getCheckoutIntent: GET /v3/checkout-intents/{checkout_intent_id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.checkout_intent_detail import CheckoutIntentDetail

OPERATION = Operation(
    id="getCheckoutIntent",
    method="GET",
    path="/v3/checkout-intents/{checkout_intent_id}",
    tags=("Checkout Intents",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[CheckoutIntentDetail, CheckoutIntentDetail | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "CheckoutIntentDetail",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
        429: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "checkout_intent_id": {"format": "uuid"},
}


def _request(
    client: Client,
    checkout_intent_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (checkout_intent_id,)),
    )


def sync(
    checkout_intent_id: int | str,
    *,
    client: Client,
) -> CheckoutIntentDetail:
    """Get checkout intent.

    Read one captured checkout of the business with its fields, items and attribution.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        checkout_intent_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    checkout_intent_id: int | str,
    *,
    client: Client,
) -> CheckoutIntentDetail:
    """Get checkout intent.

    Read one captured checkout of the business with its fields, items and attribution.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        checkout_intent_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    checkout_intent_id: int | str,
    *,
    client: Client,
) -> Response[CheckoutIntentDetail | ApiErrorResponse]:
    """Get checkout intent.

    Read one captured checkout of the business with its fields, items and attribution.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        checkout_intent_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    checkout_intent_id: int | str,
    *,
    client: Client,
) -> Response[CheckoutIntentDetail | ApiErrorResponse]:
    """Get checkout intent.

    Read one captured checkout of the business with its fields, items and attribution.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        checkout_intent_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
