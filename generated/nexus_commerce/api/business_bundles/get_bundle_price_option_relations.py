"""getBundlePriceOptionRelations: GET /v3/bundles/{bundle_id}/bundle-price-options/{id}/relations"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.bundle_price_option_extended_relation import BundlePriceOptionExtendedRelation

OPERATION = Operation(
    id="getBundlePriceOptionRelations",
    method="GET",
    path="/v3/bundles/{bundle_id}/bundle-price-options/{id}/relations",
    tags=("Business Bundles",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[BundlePriceOptionExtendedRelation, BundlePriceOptionExtendedRelation | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "BundlePriceOptionExtendedRelation",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
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
) -> BundlePriceOptionExtendedRelation:
    """Get bundle price option relations.

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
) -> BundlePriceOptionExtendedRelation:
    """Get bundle price option relations.

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
) -> Response[BundlePriceOptionExtendedRelation | ApiErrorResponse]:
    """Get bundle price option relations.

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
) -> Response[BundlePriceOptionExtendedRelation | ApiErrorResponse]:
    """Get bundle price option relations.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        bundle_id,
        id,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
