"""getCustomerCourseSection: GET /v3/stores/{store_id}/customers/me/course-sections/{uuid}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_course_section import CustomerCourseSection

OPERATION = Operation(
    id="getCustomerCourseSection",
    method="GET",
    path="/v3/stores/{store_id}/customers/me/course-sections/{uuid}",
    tags=("Customer Courses",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerCourseSection, CustomerCourseSection | ApiErrorResponse] = Answers(
    OPERATION, {200: "CustomerCourseSection", 401: "ApiErrorResponse", 404: "ApiErrorResponse"}
)

_PATH: Rules = {
    "store_id": {},
    "uuid": {},
}


def _request(
    client: Client,
    store_id: int | str,
    uuid: int | str,
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
    )


def sync(
    store_id: int | str,
    uuid: int | str,
    *,
    client: Client,
) -> CustomerCourseSection:
    """Get customer course section.

    Read one section of a course with its contents. A 403 or 404 can mean that the customer is not entitled to it.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        uuid,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    store_id: int | str,
    uuid: int | str,
    *,
    client: Client,
) -> CustomerCourseSection:
    """Get customer course section.

    Read one section of a course with its contents. A 403 or 404 can mean that the customer is not entitled to it.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        store_id,
        uuid,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    store_id: int | str,
    uuid: int | str,
    *,
    client: Client,
) -> Response[CustomerCourseSection | ApiErrorResponse]:
    """Get customer course section.

    Read one section of a course with its contents. A 403 or 404 can mean that the customer is not entitled to it.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        uuid,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    store_id: int | str,
    uuid: int | str,
    *,
    client: Client,
) -> Response[CustomerCourseSection | ApiErrorResponse]:
    """Get customer course section.

    Read one section of a course with its contents. A 403 or 404 can mean that the customer is not entitled to it.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        uuid,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
