"""What clients saw live: an export of the facade's runtime drift report, matched with the findings it confirms."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _drift.findings import Finding, Grouping
from _drift.load import CannotCompare

Json = Any


@dataclass(frozen=True)
class Sighting:
    """One shape seen in live answers that the pin does not promise: names and shapes only."""

    operation_id: str
    path: str
    kind: str
    count: int

    @property
    def told(self) -> str:
        return f"{self.operation_id} {self.path or 'body'}: {self.kind} ({self.count} times)"


def load_sightings(path: Path) -> list[Sighting]:
    """Read the client's export: {"observations": [{"operation_id", "path", "kind", "count"}]}."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CannotCompare(f"{path}: {error}") from None
    listed = raw.get("observations") if isinstance(raw, dict) else None
    if not isinstance(listed, list):
        raise CannotCompare(f'{path}: no list of "observations"')
    return [_sighting(path, number, one) for number, one in enumerate(listed, 1)]


def _sighting(path: Path, number: int, raw: Json) -> Sighting:
    if (
        not isinstance(raw, dict)
        or not isinstance(raw.get("operation_id"), str)
        or not isinstance(raw.get("path"), str)
    ):
        raise CannotCompare(f"{path}: observation {number}: needs operation_id and path")
    count = raw.get("count", 1)
    return Sighting(raw["operation_id"], raw["path"], str(raw.get("kind", "")), count if isinstance(count, int) else 1)


def mark(findings: list[Finding], sightings: list[Sighting], grouping: Grouping) -> list[Sighting]:
    """Note on each finding the operations it was seen live in; returns the sightings that no finding explains."""
    of_part = {part: finding for finding in findings for part in finding.parts}
    unexplained: list[Sighting] = []
    for sighting in sightings:
        explained = False
        for part in grouping.seen_at(sighting.operation_id, sighting.path):
            finding = of_part.get(part)
            if finding is not None:
                explained = True
                if sighting.operation_id not in finding.observed:
                    finding.observed.append(sighting.operation_id)
        if not explained:
            unexplained.append(sighting)
    return unexplained
