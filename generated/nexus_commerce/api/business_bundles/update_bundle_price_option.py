"""updateBundlePriceOption: PATCH /v3/bundles/{bundle_id}/bundle-price-options/{id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.bundle_price_option import BundlePriceOption
    from ...models.bundle_price_option_request import BundlePriceOptionRequest

OPERATION = Operation(
    id="updateBundlePriceOption",
    method="PATCH",
    path="/v3/bundles/{bundle_id}/bundle-price-options/{id}",
    tags=("Business Bundles",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[BundlePriceOption, BundlePriceOption | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "BundlePriceOption",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "bundle_id": {},
    "id": {},
}
_BODY: dict[str, Any] = {"$ref": "BundlePriceOptionRequest"}


def _request(
    client: Client,
    bundle_id: int | str,
    id: int | str,
    *,
    body: BundlePriceOptionRequest | Mapping[str, Any] | Unset = UNSET,
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
        body=("application/json", body, _BODY),
    )


def sync(
    bundle_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: BundlePriceOptionRequest | Mapping[str, Any] | Unset = UNSET,
) -> BundlePriceOption:
    """Update bundle price option.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        bundle_id,
        id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    bundle_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: BundlePriceOptionRequest | Mapping[str, Any] | Unset = UNSET,
) -> BundlePriceOption:
    """Update bundle price option.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        bundle_id,
        id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    bundle_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: BundlePriceOptionRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[BundlePriceOption | ApiErrorResponse]:
    """Update bundle price option.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        bundle_id,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    bundle_id: int | str,
    id: int | str,
    *,
    client: Client,
    body: BundlePriceOptionRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[BundlePriceOption | ApiErrorResponse]:
    """Update bundle price option.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        bundle_id,
        id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
