"""The pin: a contract reduced to its interface facts, and its provenance beside it."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import NamedTuple

from _contract.document import ContractError, Json, counts, decode, dump, sha256
from _contract.facts import facts
from _contract.source import read, shown
from _contract.validate import validate

UPSTREAM = "https://api-openapi.scalev.com/specs/v3/openapi.json"
ROOT = Path(__file__).resolve().parents[2]
OPENAPI = ROOT / "openapi"
PIN_NAME = "nexus-commerce-v3.json"
PROVENANCE_NAME = "pin.json"


class Pinned(NamedTuple):
    """A contract ready to be written: canonical bytes and where they come from."""

    document: dict[str, Json]
    data: bytes
    provenance: dict[str, Json]

    def files(self) -> dict[str, bytes]:
        """What is written, by name."""
        text = json.dumps(self.provenance, indent=1, ensure_ascii=False) + "\n"
        return {PIN_NAME: self.data, PROVENANCE_NAME: text.encode()}


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


def is_pinned(pinned: Pinned, folder: Path = OPENAPI) -> bool:
    """Whether the interface is the one that the folder pins already."""
    try:
        return dump(load_pin(folder)) == pinned.data
    except ContractError:
        return False  # no pin yet, or a damaged one: this one replaces it
