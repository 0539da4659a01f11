"""sendCheckoutIntentFollowUpEmail: POST /v3/checkout-intents/{checkout_intent_id}/follow-up-email"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="sendCheckoutIntentFollowUpEmail",
    method="POST",
    path="/v3/checkout-intents/{checkout_intent_id}/follow-up-email",
    tags=("Checkout Intents",),
    security=(("apiKeyAuth",), ("bearerAuth",), ("scalevOAuth",)),
)

_ANSWERS: Answers[None, ApiErrorResponse | None] = Answers(
    OPERATION,
    {
        204: None,
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
        409: "ApiErrorResponse",
        422: "ApiErrorResponse",
        429: "ApiErrorResponse",
        500: "ApiErrorResponse",
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
) -> None:
    """Send checkout intent follow up email.

    Send the follow-up mail of an unfinished checkout to its buyer.

    Raises `ErrorStatus` on every status code but 2xx.
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
) -> None:
    """Send checkout intent follow up email.

    Send the follow-up mail of an unfinished checkout to its buyer.

    Raises `ErrorStatus` on every status code but 2xx.
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
) -> Response[ApiErrorResponse | None]:
    """Send checkout intent follow up email.

    Send the follow-up mail of an unfinished checkout to its buyer.

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
) -> Response[ApiErrorResponse | None]:
    """Send checkout intent follow up email.

    Send the follow-up mail of an unfinished checkout to its buyer.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        checkout_intent_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
