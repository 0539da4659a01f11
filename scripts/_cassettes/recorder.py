"""One VCR for recording and for replaying, both through the same scrubber."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import vcr
from vcr.record_mode import RecordMode
from vcr.request import Request

from _cassettes.scrub import CANONICAL_ORIGIN, CANONICAL_STORE, Scrubber

FOLDER = Path(__file__).parents[2] / "tests" / "cassettes"
MATCH_ON = ("method", "scheme", "host", "path", "query", "body")


@contextmanager
def cassette(
    name: str,
    *,
    record: bool = False,
    store_id: str = CANONICAL_STORE,
    origin: str = CANONICAL_ORIGIN,
    folder: Path = FOLDER,
) -> Iterator[Any]:
    """Play `tests/cassettes/<name>.yaml`, or with `record` write it anew.

    Replaying never reaches a network: a request that is not on the recording raises vcrpy's
    CannotOverwriteExistingCassetteException.
    """
    scrubber = Scrubber(store_id=store_id, origin=origin)

    def clean_request(request: Any) -> Any:
        body = request.body
        headers = dict(request.headers.items())
        clean = scrubber.body(body) if body else body
        return Request(request.method, scrubber.url(request.uri), clean, scrubber.request_headers(headers))

    def clean_response(response: dict[str, Any]) -> dict[str, Any]:
        body = response["body"]["string"]
        return {
            "status": response["status"],
            "headers": scrubber.response_headers(response["headers"]),
            "body": {"string": scrubber.body(body) if body else body},
        }

    recorder = vcr.VCR(
        record_mode=RecordMode.ALL if record else RecordMode.NONE,
        match_on=MATCH_ON,
        before_record_request=clean_request,
        before_record_response=clean_response if record else None,
        decode_compressed_response=True,
    )
    path = folder / f"{name}.yaml"
    if record:
        path.unlink(missing_ok=True)
    with recorder.use_cassette(str(path)) as tape:
        yield tape
