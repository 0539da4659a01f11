"""createCourseSection: POST /v3/variants/{variant_id}/course-sections"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse

OPERATION = Operation(
    id="createCourseSection",
    method="POST",
    path="/v3/variants/{variant_id}/course-sections",
    tags=("Business Products",),
    security=(("apiKeyAuth",), ("bearerAuth",)),
)

_ANSWERS: Answers[dict[str, Any], dict[str, Any] | ApiErrorResponse] = Answers(
    OPERATION,
    {
        200: "$object",
        400: "ApiErrorResponse",
        401: "ApiErrorResponse",
        403: "ApiErrorResponse",
        404: "ApiErrorResponse",
    },
)

_PATH: Rules = {
    "variant_id": {
        "pattern": "^(?:[1-9][0-9]*|variant_[A-Za-z0-9_-]+|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})\\Z",
        "minLength": 1,
    },
}
_BODY: dict[str, Any] = {"type": ["object"]}


def _request(
    client: Client,
    variant_id: int | str,
    *,
    body: Mapping[str, Any] | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (variant_id,)),
        body=("application/json", body, _BODY),
    )


def sync(
    variant_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> dict[str, Any]:
    """Create course section.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        variant_id,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    variant_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> dict[str, Any]:
    """Create course section.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        variant_id,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    variant_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Create course section.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        variant_id,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    variant_id: int | str,
    *,
    client: Client,
    body: Mapping[str, Any] | Unset = UNSET,
) -> Response[dict[str, Any] | ApiErrorResponse]:
    """Create course section.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        variant_id,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
