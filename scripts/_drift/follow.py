"""After the pin has moved: say what that does to us, write it down, regenerate, and name what no longer fits."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from _contract.document import ContractError, decode
from _contract.overlay import apply
from pin import OPENAPI, PIN_NAME, PROVENANCE_NAME
from regen import GENERATED, RegenError, regenerate

from _drift.cassettes import Misfit, check_cassettes
from _drift.changes import write_entry
from _drift.load import CannotCompare, Loaded, load
from _drift.model import Document
from _drift.public_api import Changes, compare_api
from _drift.report import Report, as_text, compare
from _drift.rings import Row, Usage, load_usage, missing

Json = Any

ROOT = OPENAPI.parent
USAGE = ROOT / "facade" / "nexus_storefront" / "coverage.py"
CASSETTES = ROOT / "tests" / "cassettes"
MOST = 40


@dataclass
class Followed:
    """What moving the pin found: empty lists are good news."""

    report: Report
    overlay: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    cassettes: list[Misfit] = field(default_factory=list)
    api: Changes | None = None
    not_regenerated: str = ""


def follow(
    before: bytes,
    *,
    openapi: Path = OPENAPI,
    generated: Path = GENERATED,
    usage: Path = USAGE,
    cassettes: Path = CASSETTES,
) -> int:
    """Compare the pin with its content `before`, write `openapi/CHANGES.md`, regenerate, and print what is left to do.

    Returns 0, 1 when the client could not be regenerated, 2 when the comparison has no answer.
    """
    try:
        found = _follow(before, openapi, generated, usage, cassettes)
    except (CannotCompare, ContractError) as error:
        print(f"pin: moved, but what that does to us could not be told: {error}", file=sys.stderr)
        return 2
    print(told(found))
    return int(bool(found.not_regenerated))


def _follow(before: bytes, openapi: Path, generated: Path, usage: Path, cassettes: Path) -> Followed:
    after = load(str(openapi / PIN_NAME))
    old = Loaded(f"{PIN_NAME} before", hashlib.sha256(before).hexdigest(), decode(before))
    table = load_usage(usage) if usage.exists() else Usage()
    report = compare(old, Loaded(PIN_NAME, after.sha256, after.raw), usage=table, scope="used")
    date = str(json.loads((openapi / PROVENANCE_NAME).read_text(encoding="utf-8"))["date"])
    write_entry(openapi / "CHANGES.md", report, date)
    found = Followed(report)
    corrected, found.overlay = correct(after.raw, openapi / "overlay.yaml")
    found.rows = missing(table, {operation.id for operation in Document(after.raw).operations})
    found.cassettes = check_cassettes(corrected, cassettes) if cassettes.exists() else []
    with tempfile.TemporaryDirectory(prefix="before-") as folder:
        kept = Path(folder) / generated.name
        if generated.exists():
            shutil.copytree(generated, kept, ignore=shutil.ignore_patterns("__pycache__"))
        try:
            regenerate(generated, openapi)
            found.api = compare_api(kept, generated) if kept.exists() else None
        except (ContractError, RegenError) as error:
            found.not_regenerated = str(error)
    return found


def correct(pin: dict[str, Json], overlay: Path) -> tuple[dict[str, Json], list[str]]:
    """The pin with every overlay action that still applies, and a line for each that does not."""
    lost: list[str] = []
    if overlay.exists():
        listed = decode(overlay.read_bytes())
        for number, action in enumerate(listed["actions"], 1):
            try:
                pin = apply(pin, {**listed, "actions": [action]})
            except ContractError as error:
                lost.append(str(error).replace("overlay action 1", f"overlay action {number}", 1))
    return pin, lost


def by_operation(misfits: list[Misfit]) -> list[str]:
    """One line for each problem of an operation, with the recordings that show it."""
    places: dict[str, list[str]] = {}
    for misfit in misfits:
        problem = re.sub(r"\[\d+\]", "[]", misfit.problem)
        place = f"{misfit.cassette} #{misfit.number}"
        known = places.setdefault(f"{misfit.operation}: {problem}", [])
        if place not in known:
            known.append(place)
    return [f"{problem} ({', '.join(known)})" for problem, known in sorted(places.items())]


def told(found: Followed) -> str:
    """The report of the comparison, then what is left to do, part by part."""
    lines = [as_text(found.report)]
    parts: list[tuple[str, list[str]]] = [
        ("overlay actions that no longer apply", found.overlay),
        ("facade methods whose operation is gone", [f"{row.method}: {row.operation_id}" for row in found.rows]),
        ("operations whose recordings no longer fit", by_operation(found.cassettes)),
    ]
    if found.api is not None:
        parts += [
            ("public names of the generated package gone", found.api.gone),
            ("public names that changed", found.api.changed),
            ("public names new", found.api.new),
            ("uses of the old public names that no longer type-check", found.api.broken),
        ]
    for title, listed in parts:
        lines.append(f"{title}: {len(listed) or 'none'}")
        lines += [f"  {one}" for one in listed[:MOST]]
        lines += [f"  and {len(listed) - MOST} more"] if len(listed) > MOST else []
    if found.not_regenerated:
        lines.append(f"not regenerated: {found.not_regenerated}")
    return "\n".join(lines)
