"""postForm: POST /form"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.request_body_of_post_form import RequestBodyOfPostForm

OPERATION = Operation(
    id="postForm",
    method="POST",
    path="/form",
    tags=("Files",),
    security=(("bearer",),),
)

_ANSWERS: Answers[None, None] = Answers(OPERATION, {204: None})

_BODY: dict[str, Any] = {"$ref": "RequestBodyOfPostForm", "needed": True}


def _request(
    client: Client,
    *,
    body: RequestBodyOfPostForm | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/x-www-form-urlencoded", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: RequestBodyOfPostForm | Mapping[str, Any],
) -> None:
    """Post form.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    body: RequestBodyOfPostForm | Mapping[str, Any],
) -> None:
    """Post form.

    Raises `ErrorStatus` on every status code but 2xx.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    body: RequestBodyOfPostForm | Mapping[str, Any],
) -> Response[None]:
    """Post form.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    *,
    client: Client,
    body: RequestBodyOfPostForm | Mapping[str, Any],
) -> Response[None]:
    """Post form.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
