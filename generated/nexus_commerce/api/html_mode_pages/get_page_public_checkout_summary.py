"""getPagePublicCheckoutSummary: POST /v3/pages/{page_unique_id}/checkout/summary"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.page_public_checkout_summary_request import PagePublicCheckoutSummaryRequest
    from ...models.storefront_checkout_summary_response import StorefrontCheckoutSummaryResponse

OPERATION = Operation(
    id="getPagePublicCheckoutSummary",
    method="POST",
    path="/v3/pages/{page_unique_id}/checkout/summary",
    tags=("HTML Mode Pages",),
    security=(),
)

_ANSWERS: Answers[StorefrontCheckoutSummaryResponse, StorefrontCheckoutSummaryResponse | ApiErrorResponse] = Answers(
    OPERATION, {200: "StorefrontCheckoutSummaryResponse", 400: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "page_unique_id": {},
}
_HEADERS: Rules = {
    "X-Scalev-Page-Api-Key": {"type": ["string"]},
}
_BODY: dict[str, Any] = {"$ref": "PagePublicCheckoutSummaryRequest", "needed": True}


def _request(
    client: Client,
    page_unique_id: int | str,
    *,
    body: PagePublicCheckoutSummaryRequest | Mapping[str, Any],
    x_scalev_page_api_key: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (page_unique_id,)),
        headers=(_HEADERS, (x_scalev_page_api_key,)),
        body=("application/json", body, _BODY),
    )


def sync(
    page_unique_id: int | str,
    *,
    client: Client,
    body: PagePublicCheckoutSummaryRequest | Mapping[str, Any],
    x_scalev_page_api_key: str | Unset = UNSET,
) -> StorefrontCheckoutSummaryResponse:
    """Get page public checkout summary.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        page_unique_id,
        body=body,
        x_scalev_page_api_key=x_scalev_page_api_key,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    page_unique_id: int | str,
    *,
    client: Client,
    body: PagePublicCheckoutSummaryRequest | Mapping[str, Any],
    x_scalev_page_api_key: str | Unset = UNSET,
) -> StorefrontCheckoutSummaryResponse:
    """Get page public checkout summary.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        page_unique_id,
        body=body,
        x_scalev_page_api_key=x_scalev_page_api_key,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    page_unique_id: int | str,
    *,
    client: Client,
    body: PagePublicCheckoutSummaryRequest | Mapping[str, Any],
    x_scalev_page_api_key: str | Unset = UNSET,
) -> Response[StorefrontCheckoutSummaryResponse | ApiErrorResponse]:
    """Get page public checkout summary.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_unique_id,
        body=body,
        x_scalev_page_api_key=x_scalev_page_api_key,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    page_unique_id: int | str,
    *,
    client: Client,
    body: PagePublicCheckoutSummaryRequest | Mapping[str, Any],
    x_scalev_page_api_key: str | Unset = UNSET,
) -> Response[StorefrontCheckoutSummaryResponse | ApiErrorResponse]:
    """Get page public checkout summary.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        page_unique_id,
        body=body,
        x_scalev_page_api_key=x_scalev_page_api_key,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
