"""upload: POST /uploads"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import Operation, RequestArgs, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...client import Client
    from ...models.upload import Upload

OPERATION = Operation(
    id="upload",
    method="POST",
    path="/uploads",
    tags=("Files",),
    security=(("bearer",),),
)

_ANSWERS: Answers[str, str] = Answers(OPERATION, {200: "$text"})

_BODY: dict[str, Any] = {"$ref": "Upload", "needed": True}


def _request(
    client: Client,
    *,
    body: Upload | Mapping[str, Any],
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("multipart/form-data", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: Upload | Mapping[str, Any],
) -> str:
    """Upload.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    *,
    client: Client,
    body: Upload | Mapping[str, Any],
) -> str:
    """Upload.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    *,
    client: Client,
    body: Upload | Mapping[str, Any],
) -> Response[str]:
    """Upload.

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
    body: Upload | Mapping[str, Any],
) -> Response[str]:
    """Upload.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
