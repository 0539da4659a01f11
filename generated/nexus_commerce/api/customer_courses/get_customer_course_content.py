"""getCustomerCourseContent: GET /v3/stores/{store_id}/customers/me/course-contents/{uuid}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client
    from ...models.api_error_response import ApiErrorResponse
    from ...models.customer_course_content import CustomerCourseContent

OPERATION = Operation(
    id="getCustomerCourseContent",
    method="GET",
    path="/v3/stores/{store_id}/customers/me/course-contents/{uuid}",
    tags=("Customer Courses",),
    security=(("bearerAuth",),),
)

_ANSWERS: Answers[CustomerCourseContent, CustomerCourseContent | ApiErrorResponse] = Answers(
    OPERATION, {200: "CustomerCourseContent", 401: "ApiErrorResponse", 404: "ApiErrorResponse"}
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
) -> CustomerCourseContent:
    """Get customer course content.

    Read one piece of course content with the customer's progress. A 403 or 404 can mean that the customer is not
    entitled to it.

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
) -> CustomerCourseContent:
    """Get customer course content.

    Read one piece of course content with the customer's progress. A 403 or 404 can mean that the customer is not
    entitled to it.

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
) -> Response[CustomerCourseContent | ApiErrorResponse]:
    """Get customer course content.

    Read one piece of course content with the customer's progress. A 403 or 404 can mean that the customer is not
    entitled to it.

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
) -> Response[CustomerCourseContent | ApiErrorResponse]:
    """Get customer course content.

    Read one piece of course content with the customer's progress. A 403 or 404 can mean that the customer is not
    entitled to it.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        store_id,
        uuid,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
