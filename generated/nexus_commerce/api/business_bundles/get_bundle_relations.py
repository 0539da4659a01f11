"""getBundleRelations: GET /v3/bundles/{bundle_id}/relations"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.bundle_relation import BundleRelation

OPERATION = Operation(
    id="getBundleRelations",
    method="GET",
    path="/v3/bundles/{bundle_id}/relations",
    tags=("Business Bundles",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[BundleRelation, BundleRelation | ApiErrorResponse] = Answers(
    OPERATION, {200: "BundleRelation", 401: "ApiErrorResponse", 403: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "bundle_id": {},
}


def _request(
    client: Client,
    bundle_id: int | str,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (bundle_id,)),
    )


def sync(
    bundle_id: int | str,
    *,
    client: Client,
) -> BundleRelation:
    """Get bundle relations.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        bundle_id,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    bundle_id: int | str,
    *,
    client: Client,
) -> BundleRelation:
    """Get bundle relations.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        bundle_id,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    bundle_id: int | str,
    *,
    client: Client,
) -> Response[BundleRelation | ApiErrorResponse]:
    """Get bundle relations.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        bundle_id,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    bundle_id: int | str,
    *,
    client: Client,
) -> Response[BundleRelation | ApiErrorResponse]:
    """Get bundle relations.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        bundle_id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
