"""One VCR for recording and for replaying, both through the same scrubber."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import vcr
from vcr.persisters.filesystem import FilesystemPersister
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
    CannotOverwriteExistingCassetteException. What is recorded stays in memory until the end; only what is scrubbed is
    written.
    """
    scrubber = Scrubber(store_id=store_id, origin=origin)
    recorder = vcr.VCR(
        record_mode=RecordMode.ALL if record else RecordMode.NONE,
        match_on=MATCH_ON,
        before_record_request=None if record else lambda request: scrub([request], [], scrubber)[0][0],
        decode_compressed_response=True,
    )
    recorder.register_persister(_ScrubbedFile(scrubber))
    path = folder / f"{name}.yaml"
    if record:
        path.unlink(missing_ok=True)
    with recorder.use_cassette(str(path)) as tape:
        yield tape


class _ScrubbedFile:
    """Writes a recording only after scrubbing all of it."""

    load_cassette = FilesystemPersister.load_cassette

    def __init__(self, scrubber: Scrubber) -> None:
        self._scrubber = scrubber

    def save_cassette(self, path: str, tape: dict[str, Any], serializer: Any) -> None:
        requests, responses = scrub(tape["requests"], tape["responses"], self._scrubber)
        clean = {**tape, "requests": requests, "responses": responses}
        FilesystemPersister.save_cassette(path, clean, serializer)


def scrub(
    requests: list[Any], responses: list[dict[str, Any]], scrubber: Scrubber
) -> tuple[list[Any], list[dict[str, Any]]]:
    """Requests and answers as they may be published. All of them are read before the first is changed."""
    for number, request in enumerate(requests):
        scrubber.learn_request(request.uri, request.headers, request.body)
        if number < len(responses):
            answer = responses[number]
            scrubber.learn_response(request.uri, answer["headers"], answer["body"]["string"])
    return (
        [
            Request(
                request.method,
                scrubber.url(request.uri),
                scrubber.body(request.uri, request.body, answer=False),
                scrubber.request_headers(request.headers),
            )
            for request in requests
        ],
        [
            {
                "status": {**response["status"], "message": scrubber.text(response["status"]["message"])},
                "headers": scrubber.response_headers(response["headers"]),
                "body": {"string": scrubber.body(request.uri, response["body"]["string"], answer=True)},
            }
            for request, response in zip(requests, responses, strict=False)
        ],
    )
