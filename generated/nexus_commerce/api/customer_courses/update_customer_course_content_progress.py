"""updateCustomerCourseContentProgress: PATCH /v3/stores/{store_id}/customers/me/course-contents/{uuid}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_course_progress_update_request import CustomerCourseProgressUpdateRequest
    from ...models.customer_course_progress_update_response import CustomerCourseProgressUpdateResponse

OPERATION = Operation(
    id="updateCustomerCourseContentProgress",
    method="PATCH",
    path="/v3/stores/{store_id}/customers/me/course-contents/{uuid}",
    tags=("Customer Courses",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerCourseProgressUpdateResponse, CustomerCourseProgressUpdateResponse | ApiErrorResponse] = (
    Answers(
        OPERATION,
        {
            200: "CustomerCourseProgressUpdateResponse",
            400: "ApiErrorResponse",
            401: "ApiErrorResponse",
            404: "ApiErrorResponse",
        },
    )
)

_PATH: Rules = {
    "store_id": {},
    "uuid": {},
}
_BODY: dict[str, Any] = {"$ref": "CustomerCourseProgressUpdateRequest", "needed": True}


def _request(
    client: Client,
    store_id: int | str,
    uuid: int | str,
    *,
    body: CustomerCourseProgressUpdateRequest | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(
            _PATH,
            (
                store_id,
                uuid,
            ),
        ),
        body=("application/json", body, _BODY),
    )


def sync(
    store_id: int | str,
    uuid: int | str,
    *,
    client: Client,
    body: CustomerCourseProgressUpdateRequest | Mapping[str, Any],
) -> CustomerCourseProgressUpdateResponse:
    """Update customer course content progress.

    Record the customer's progress in a piece of course content, in percent from 0 to 100.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        uuid,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    uuid: int | str,
    *,
    client: Client,
    body: CustomerCourseProgressUpdateRequest | Mapping[str, Any],
) -> CustomerCourseProgressUpdateResponse:
    """Update customer course content progress.

    Record the customer's progress in a piece of course content, in percent from 0 to 100.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        uuid,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    uuid: int | str,
    *,
    client: Client,
    body: CustomerCourseProgressUpdateRequest | Mapping[str, Any],
) -> Response[CustomerCourseProgressUpdateResponse | ApiErrorResponse]:
    """Update customer course content progress.

    Record the customer's progress in a piece of course content, in percent from 0 to 100.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        uuid,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    uuid: int | str,
    *,
    client: Client,
    body: CustomerCourseProgressUpdateRequest | Mapping[str, Any],
) -> Response[CustomerCourseProgressUpdateResponse | ApiErrorResponse]:
    """Update customer course content progress.

    Record the customer's progress in a piece of course content, in percent from 0 to 100.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        uuid,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
