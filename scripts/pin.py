"""Pin the upstream contract: `python scripts/pin.py [--spec PATH_OR_URL]`.

Reads OpenAPI 3.0 as JSON or YAML, checks it, keeps the interface facts, and writes `openapi/nexus-commerce-v3.json`
and its provenance `openapi/pin.json`. A document that cannot be pinned leaves both as they were.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import httpx
from _contract.document import ContractError, Json, counts, decode, dump, sha256
from _contract.facts import facts
from _contract.validate import validate

UPSTREAM = "https://api-openapi.scalev.com/specs/v3/openapi.json"
OPENAPI = Path(__file__).resolve().parent.parent / "openapi"
PIN_NAME = "nexus-commerce-v3.json"
PROVENANCE_NAME = "pin.json"

MAX_BYTES = 20 * 1024 * 1024
"""Twenty times the document's size. More is not a contract."""
MAX_SECONDS = 120.0


class Pinned(NamedTuple):
    """A contract ready to be written: canonical bytes and where they come from."""

    document: dict[str, Json]
    data: bytes
    provenance: dict[str, Json]


def is_url(spec: str) -> bool:
    return spec.startswith(("http://", "https://"))


def shown(spec: str) -> str:
    """The path or URL as it may be printed and kept: a file by its name, a URL without password and query."""
    if not is_url(spec):
        return Path(spec).name
    try:
        return str(httpx.URL(spec).copy_with(userinfo=b"", query=None, fragment=None))
    except httpx.InvalidURL:
        return spec.partition("://")[0] + "://…"


def read(spec: str) -> bytes:
    """The bytes behind a path or URL. Raises `ContractError` for what cannot be read, or is larger than `MAX_BYTES`."""
    too_large = ContractError(f"{shown(spec)}: larger than {MAX_BYTES // 1024 // 1024} MB")
    if not is_url(spec):
        try:
            with Path(spec).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except (OSError, ValueError) as error:
            raise ContractError(f"{spec}: {getattr(error, 'strerror', None) or error}") from None
        if len(data) > MAX_BYTES:
            raise too_large
        return data
    deadline = time.monotonic() + MAX_SECONDS
    received = bytearray()
    try:
        with httpx.stream("GET", spec, follow_redirects=True, timeout=30.0) as response:
            if response.status_code != 200:
                raise ContractError(f"{shown(spec)}: answered {response.status_code}")
            if spec.startswith("https:") and response.url.scheme != "https":
                raise ContractError(f"{shown(spec)}: redirected to {response.url.scheme}")
            for chunk in response.iter_bytes():
                received += chunk
                if len(received) > MAX_BYTES:
                    raise too_large
                if time.monotonic() > deadline:
                    raise ContractError(f"{shown(spec)}: not read within {MAX_SECONDS:.0f} s")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ContractError(f"{shown(spec)}: {error or type(error).__name__}") from None
    return bytes(received)


def make_pin(spec: str, *, source: str | None = None) -> Pinned:
    """Read, check and reduce the contract at `spec`. `source` names its origin when `spec` is a copy of it; the hash of
    the source is always that of the bytes that were read."""
    raw = read(spec)
    try:
        upstream = decode(raw)
        validate(upstream)
        document = facts(upstream)
        validate(document)
    except ContractError as error:
        raise ContractError(f"{shown(spec)}: {error}") from None
    data = dump(document)
    provenance = {
        "source": source or shown(spec),
        **({"read_from": shown(spec)} if source else {}),
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "source_sha256": sha256(raw),
        "pin_sha256": sha256(data),
        "title": document["info"]["title"],
        "version": document["info"]["version"],
        **counts(document),
    }
    return Pinned(document, data, provenance)


def load_pin(folder: Path = OPENAPI) -> dict[str, Json]:
    """The committed pin. Raises `ContractError` when it is not the one that `pin.json` describes."""
    try:
        data = (folder / PIN_NAME).read_bytes()
        described = json.loads((folder / PROVENANCE_NAME).read_bytes())["pin_sha256"]
    except OSError as error:
        raise ContractError(f"{Path(error.filename).name}: {error.strerror}; make one with: make pin") from None
    except (ValueError, LookupError, TypeError):
        raise ContractError(f"{PROVENANCE_NAME} tells no sha256 of the pin; make one with: make pin") from None
    if sha256(data) != described:
        raise ContractError(f"{PIN_NAME} is not what {PROVENANCE_NAME} describes: its sha256 is {sha256(data)}")
    return decode(data)


def write_pin(pinned: Pinned, folder: Path = OPENAPI) -> bool:
    """Write pin and provenance; False, and nothing written, when the interface is the one already pinned."""
    pin, provenance = folder / PIN_NAME, folder / PROVENANCE_NAME
    try:
        if dump(load_pin(folder)) == pinned.data:
            return False
    except ContractError:
        pass  # no pin yet, or a damaged one: this one replaces it
    text = json.dumps(pinned.provenance, indent=1, ensure_ascii=False) + "\n"
    _replace({pin: pinned.data, provenance: text.encode()})
    return True


def _replace(contents: dict[Path, bytes]) -> None:
    """Write all of the files beside their places before the first takes its place."""
    written: dict[Path, Path] = {}
    try:
        for path, data in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            written[path] = Path(name)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            written[path].chmod(0o644)
        for path, temporary in written.items():
            temporary.replace(path)
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Pin the upstream contract.")
    parser.add_argument(
        "--spec", default=UPSTREAM, help="path or URL of an OpenAPI 3.0 document (default: %(default)s)"
    )
    parser.add_argument("--source", help="where the document comes from, when --spec is a copy of it")
    parser.add_argument("--folder", type=Path, default=OPENAPI, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    pin = options.folder / PIN_NAME
    try:
        before = pin.read_bytes() if pin.exists() else b""
        pinned = make_pin(options.spec, source=options.source)
        changed = write_pin(pinned, options.folder)
    except (ContractError, OSError) as error:
        print(f"pin: {error}", file=sys.stderr)
        return 1
    found = pinned.provenance
    print(
        f"{'pinned' if changed else 'unchanged'}: {found['title']} {found['version']}, "
        f"{found['paths']} paths, {found['operations']} operations, {found['schemas']} schemas"
    )
    if changed and before and options.folder == OPENAPI:
        from _drift.follow import follow  # reads this module's names

        return follow(before)
    return 0


if __name__ == "__main__":
    sys.exit(main())
