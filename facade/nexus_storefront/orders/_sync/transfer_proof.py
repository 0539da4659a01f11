# Rendered from facade/nexus_storefront/orders/_async/transfer_proof.py by scripts/unasync.py; edit that file.
"""Sending the proof of a bank transfer: check, upload URL, upload, order update, and a look at the result."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Callable
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nexus_commerce.api import storefront as api

from ...answer_fields import text
from ...arguments import function, given, identifier, zoned
from ...errors import ConnectionFailed, DecodeError, InvalidInput, RateLimited, StatusError, StorefrontError
from ...log import harmless
from ...stores import StoreError
from ...transport._sync.concurrency import in_thread
from ...transport.judge import error_for
from ..proof_picture import MOST_BYTES, check_upload_url, file_name, image_type

if TYPE_CHECKING:
    import httpx
    from nexus_commerce.models import StorefrontPublicOrder

    from ...stores import Entry
    from ...transport._sync.core import Core


Progress = Callable[[int, int], None]
"""Called with the bytes sent so far and all bytes. A second try of the upload begins at 0 again. What it raises is
logged, and the upload goes on."""

UPLOAD = "createStorefrontPublicOrderTransferProofUpload"

_CHUNK = 64 * 1024
_PAUSES = (0.0, 1.0, 2.0)  # before each try
_REMEMBERED = 86_400.0
_STALLED = re.compile(rb"<Code>\s*RequestTimeout\s*</Code>")


def send_proof(
    core: Core, secret_slug: str, picture: object, filename: object, transfer_time: object, progress: Progress | None
) -> StorefrontPublicOrder:
    """Upload a picture as the proof of an order's bank transfer, and give the order. See `Orders.send_proof`."""
    slug = identifier("secret_slug", secret_slug)
    fields = given({"transfer_time": transfer_time}, {"transfer_time": zoned})
    if not isinstance(filename, str | None):
        raise InvalidInput("filename must be a text")
    function("progress", progress)
    content = in_thread(_content, picture)
    media_type = image_type(content)
    name = file_name(filename, media_type)
    memory = f"proof/{core.store_id}/{hashlib.sha256(slug.encode() + b'/' + content).hexdigest()[:32]}"
    # First look for an earlier upload of this picture. If the store fails, it is only uploaded once more.
    earlier: Entry | None = None
    with harmless("an earlier upload could not be looked up", StoreError):
        earlier = core.entry(memory)
    order: StorefrontPublicOrder | None = None
    if earlier is not None:
        try:
            with suppress(UnicodeDecodeError):
                order = _attach(core, slug, earlier.value.decode(), fields)
        except StatusError as error:
            if error.may_have_taken_effect or isinstance(error, RateLimited):
                raise
    # Else upload it: there is no earlier one, or the storage does not have it any more.
    if order is None:
        url = _upload(core, slug, content, name, media_type, progress or (lambda *_: None))
        with harmless("an upload could not be kept", StoreError):
            in_thread(core.store.put, memory, url.encode(), ttl=_REMEMBERED)
        order = _attach(core, slug, url, fields)
    with harmless("a finished upload could not be forgotten", StoreError):
        in_thread(core.store.delete, memory)
    return order


def _upload(core: Core, slug: str, content: bytes, name: str, media_type: str, progress: Progress) -> str:
    """Put the picture into the storage; its URL for the order."""
    body = {"filename": name, "content_type": media_type, "content_length": len(content)}
    failure: StorefrontError | None = None
    # All tries together take no longer than one call may.
    ends = core.clock.monotonic() + core.settings.timeouts.total
    for pause in _PAUSES:
        left = ends - core.clock.monotonic() - pause
        if left <= 0:
            break
        if pause:
            core.clock.sleep(pause)
        core = core.at_most(left)
        # An upload URL is good for a short time and one upload; another one makes nothing but another URL.
        granted = core.call(api.create_storefront_public_order_transfer_proof_upload.sync, slug, body=body)
        upload_url, file_url = text(granted.upload_url), text(granted.file_url)
        if not upload_url or not file_url or not file_url.isprintable():
            raise DecodeError("the service gave no upload URL", operation_id=UPLOAD)
        core = core.at_most(ends - core.clock.monotonic())
        try:
            answer = core.send_elsewhere(
                "PUT",
                check_upload_url(upload_url),
                headers={"Content-Type": media_type, "Content-Length": str(len(content))},
                content=_chunks(content, progress),
            )
        except ConnectionFailed as error:
            failure = error
            continue
        if answer.is_success:
            return file_url
        # Its own words may repeat the signed URL.
        failure = error_for(answer.status_code, {}, b"", operation_id=UPLOAD, changes_something=False)
        if not _says_again(answer):
            break
    raise failure or ConnectionFailed("the upload failed", operation_id=UPLOAD)


def _says_again(answer: httpx.Response) -> bool:
    """Whether the storage host would take the same upload at another time.

    A line that stalled is a 400 in the words of S3, which its clients send again; other refusals with 400 are final.
    """
    if answer.status_code == 400:
        return _STALLED.search(answer.content[:4096]) is not None
    return answer.status_code >= 500 or answer.status_code in (403, 408, 429)


def _chunks(content: bytes, progress: Progress) -> Iterator[bytes]:
    def told(sent: int) -> None:
        with harmless("a progress function failed"):  # the line did not
            progress(sent, len(content))

    for start in range(0, len(content), _CHUNK):
        told(start)
        yield content[start : start + _CHUNK]
    told(len(content))


def _attach(core: Core, slug: str, url: str, fields: dict[str, Any]) -> StorefrontPublicOrder:
    """Name the uploaded picture in the order, with the fields about the transfer, and read the order again."""
    lost: StorefrontError | None = None
    try:
        core.call(api.update_storefront_public_order.sync, slug, body={"transferproof_url": url, **fields})
    except StorefrontError as error:
        if not error.may_have_taken_effect:
            raise
        lost = error  # the order, read next, shows whether it took effect
    try:
        order = core.call(api.get_storefront_public_order.sync, slug)
    except StorefrontError as error:
        error.effect = "may_have_taken_effect"  # the update did, or may have
        raise
    attached = text(order.transferproof_url)
    if attached == url or (attached and lost is None):
        return order
    raise lost or DecodeError(
        "the order does not show the proof",
        operation_id="updateStorefrontPublicOrder",
        effect="may_have_taken_effect",
    )


def _content(picture: object) -> bytes:
    """The whole picture; one byte more than is allowed at most."""
    if isinstance(picture, (bytes, bytearray, memoryview)):
        return bytes(picture)
    try:
        if isinstance(picture, (str, PathLike)):
            with Path(picture).open("rb") as file:
                return file.read(MOST_BYTES + 1)
        read = getattr(picture, "read", None)
        content = read(MOST_BYTES + 1) if callable(read) else None
    except (OSError, ValueError, TypeError) as error:  # no such file, no possible name, closed, a path of bytes
        raise InvalidInput(f"the picture cannot be read: {type(error).__name__}") from None
    if not isinstance(content, bytes):
        raise InvalidInput("the picture must be bytes, a path, or a file opened in binary mode")
    return content
