"""What clients saw live: the facade's `DriftReport.export()`, matched with the findings it confirms."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _drift.edits import Edit
from _drift.findings import Finding, Grouping, step_to
from _drift.load import CannotCompare, untoken

Json = Any

# What the client calls a difference, and the kinds of change that explain it.
EXPLAINED_BY = {
    "unknown field": ("property-added", "required-property-added", "property-renamed", "no-longer-write-only"),
    "unknown enum value": ("enum-values-added", "enum-removed"),
    "other shape": ("type-", "format-", "nullable", "variant-added"),
    "unknown variant": ("variant-added", "type-"),
}


@dataclass(frozen=True)
class Sighting:
    """One difference seen in live answers: `where` is "Model.field" by the names on the wire."""

    operation_id: str
    kind: str
    where: str
    detail: str
    count: int

    @property
    def sentence(self) -> str:
        return f"{self.operation_id}: {self.kind} {self.where} ({self.detail}, {self.count} times)"


def load_sightings(path: Path) -> list[Sighting]:
    """Read {operation id: [{"kind", "where", "detail", "count"}]}; raises CannotCompare naming the place."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CannotCompare(f"{path}: {error}") from None
    if not isinstance(raw, dict) or not all(isinstance(listed, list) for listed in raw.values()):
        raise CannotCompare(f"{path}: not an export of a drift report (operation id → list of differences)")
    return [
        _sighting(f"{path}: {operation}: difference {number}", operation, one)
        for operation, listed in raw.items()
        for number, one in enumerate(listed, 1)
    ]


def _sighting(place: str, operation: str, raw: Json) -> Sighting:
    if not isinstance(raw, dict) or raw.get("kind") not in EXPLAINED_BY or not isinstance(raw.get("where"), str):
        raise CannotCompare(f"{place}: needs where, and a kind out of {', '.join(EXPLAINED_BY)}")
    count = raw.get("count", 1)
    return Sighting(
        operation, raw["kind"], raw["where"], str(raw.get("detail", "")), count if isinstance(count, int) else 1
    )


def mark(findings: list[Finding], sightings: list[Sighting], grouping: Grouping) -> list[Sighting]:
    """Note on each finding the operations it was seen live in; returns the sightings that no finding explains."""
    of_part = {part: finding for finding in findings for part in finding.parts}
    unexplained: list[Sighting] = []
    for sighting in sightings:
        explaining = list(_explaining(sighting, grouping))
        # Models of inline schemas are named by the generator; without one that fits, the field's name decides.
        chosen = [edit for edit, fits in explaining if fits] or [edit for edit, _ in explaining]
        found = [of_part[part] for part in {grouping.key(edit)[0] for edit in chosen} if part in of_part]
        for finding in found:
            if sighting.operation_id not in finding.observed:
                finding.observed.append(sighting.operation_id)
        if not found:
            unexplained.append(sighting)
    return unexplained


def _explaining(sighting: Sighting, grouping: Grouping) -> Iterator[tuple[Edit, bool]]:
    """The edits in an operation's answers that a sighting may be, and whether they lie in the model it names."""
    model, _, field = sighting.where.partition(".")
    field = field.removesuffix("[]")
    for pair in grouping.comparison.operations:
        if sighting.operation_id not in {operation.id for operation in (pair.base, pair.revision) if operation}:
            continue
        for root in pair.roots:
            if root.role == "request" or root.path:
                continue
            for edit, path in grouping.reachable(root.key, root.role, ""):
                if not edit.kind.startswith(EXPLAINED_BY[sighting.kind]):
                    continue
                about_fields = sighting.kind == "unknown field"
                name = (edit.after if edit.kind == "property-renamed" else edit.name) if about_fields else ""
                here = step_to(path, name).removesuffix("[]")
                if here.rpartition(".")[2].removesuffix("[]") != field:
                    continue
                if edit.kind == "enum-values-added" and json.dumps(sighting.detail) not in edit.after:
                    continue
                named = {model_name(at if about_fields else parent(at)) for at in edit.base_at}
                yield edit, model.casefold() in named


def parent(pointer: str) -> str:
    return re.sub(r"/properties/[^/]+(?:/items)*$", "", pointer)


def model_name(pointer: str) -> str:
    """The generator's name of the model of an object, in lower case: "PriceRangeOfProduct"."""
    steps = pointer.split("/")
    if steps[1:3] != ["components", "schemas"]:
        return ""
    name = steps[3]
    for before, step in itertools.pairwise(steps[3:]):
        if before == "properties":
            name = f"{untoken(step)}of{name}"
    return re.sub(r"[^a-z0-9]", "", name.casefold())
