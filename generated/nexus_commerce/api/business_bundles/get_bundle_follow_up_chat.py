"""getBundleFollowUpChat: GET /v3/bundles/{bundle_id}/follow-up-chats/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.managing_follow_up_chat import ManagingFollowUpChat

OPERATION = Operation(
    id="getBundleFollowUpChat",
    method="GET",
    path="/v3/bundles/{bundle_id}/follow-up-chats/{id}",
    tags=("Business Bundles",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[ManagingFollowUpChat, ManagingFollowUpChat | ApiErrorResponse] = Answers(
    OPERATION, {200: "ManagingFollowUpChat", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "bundle_id": {},
    "id": {},
}


def _request(
    client: Client,
    bundle_id: int | str,
    id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                bundle_id,
                id,
            ),
        ),
    )


def sync(
    bundle_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> ManagingFollowUpChat:
    """Get bundle follow up chat.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        bundle_id,
        id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    bundle_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> ManagingFollowUpChat:
    """Get bundle follow up chat.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        bundle_id,
        id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    bundle_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[ManagingFollowUpChat | ApiErrorResponse]:
    """Get bundle follow up chat.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        bundle_id,
        id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    bundle_id: int | str,
    id: int | str,
    *,
    client: Client,
) -> Response[ManagingFollowUpChat | ApiErrorResponse]:
    """Get bundle follow up chat.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        bundle_id,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
