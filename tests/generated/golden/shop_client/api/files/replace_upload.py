"""replaceUpload: PUT /uploads"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._call import Answers, arguments
from ...types import File, Operation, RequestArgs, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="replaceUpload",
    method="PUT",
    path="/uploads",
    tags=("Files",),
    security=(("bearer",),),
)

_ANSWERS: Answers[bytes, bytes] = Answers(OPERATION, {200: "$bytes"})

_BODY: dict[str, Any] = {"type": ["file"], "needed": True}


def _request(
    client: Client,
    *,
    body: bytes | File,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        body=("application/octet-stream", body, _BODY),
    )


def sync(
    *,
    client: Client,
    body: bytes | File,
) -> bytes:
    """Replace upload.

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
    body: bytes | File,
) -> bytes:
    """Replace upload.

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
    body: bytes | File,
) -> Response[bytes]:
    """Replace upload.

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
    body: bytes | File,
) -> Response[bytes]:
    """Replace upload.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        body=body,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
