"""Moving the pin as one step: everything is made and checked apart, then all of it takes its place, or nothing does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from _codegen.package import RegenError, build, load_document
from _contract.document import ContractError, Json, decode, sha256
from _contract.overlay import apply_what_fits
from _contract.pin import PIN_NAME, PROVENANCE_NAME, Pinned, is_pinned
from _contract.together import take_places, temporary_place

from _drift.cassettes import Misfit, check_cassettes
from _drift.changes import write_entry
from _drift.load import of
from _drift.model import Document
from _drift.places import CHANGES_NAME, Places
from _drift.public_api import Changes, compare_api
from _drift.report import Report, as_text, compare
from _drift.usage import Usage, UsageRow, load_usage, missing, not_wrapped
from _drift.usage_page import render

MOST = 40


@dataclass
class Consequences:
    """What a move does to what is there: empty lists are good news."""

    report: Report | None = None
    overlay: list[str] = field(default_factory=list)
    rows: list[UsageRow] = field(default_factory=list)
    cassettes: list[Misfit] = field(default_factory=list)
    api: Changes | None = None
    stopped: str = ""
    """Why the pin was not moved, one line a problem; "" when it was."""


def move(pinned: Pinned, places: Places) -> Consequences | None:
    """Pin this contract; None when its interface is the one already pinned.

    Pin, provenance, CHANGES.md and the generated package take their places together, or, where the package cannot be
    made, none does. Raises CannotCompare or ContractError, with nothing moved, when nothing can be said about the move.
    """
    if is_pinned(pinned, places.openapi):
        return None
    with temporary_place(places.build) as apart:
        openapi, package = apart / "openapi", apart / places.generated.name
        shutil.copytree(places.openapi, openapi, ignore=shutil.ignore_patterns("__pycache__"))
        for name, data in pinned.files().items():
            (openapi / name).write_bytes(data)
        found = _consequences(pinned, places, openapi)
        try:
            build(load_document(openapi), package)
        except (ContractError, RegenError) as error:
            found.stopped = str(error)
            return found
        found.api = compare_api(places.generated, package) if places.generated.exists() else None
        new = {openapi / name: places.openapi / name for name in (PIN_NAME, PROVENANCE_NAME, CHANGES_NAME)}
        if places.usage.exists():
            page = apart / places.page.name
            usage, left = load_usage(places.usage), not_wrapped(places.openapi)
            page.write_text(render(usage, left, pinned.document, package), encoding="utf-8")
            new[page] = places.page
        new = {made: target for made, target in new.items() if made.exists()}
        take_places({**new, package: places.generated}, apart / "old")
    return found


def _consequences(pinned: Pinned, places: Places, openapi: Path) -> Consequences:
    """Compare with the pin that is there, and write the entry of CHANGES.md in the folder `openapi`."""
    found = Consequences()
    table = load_usage(places.usage) if places.usage.exists() else Usage()
    corrected, found.overlay = correct(pinned.document, openapi / "overlay.yaml")
    found.rows = missing(table, {operation.id for operation in Document(pinned.document).operations})
    before: dict[str, Json] | None = None
    if (places.openapi / PIN_NAME).exists():
        data = (places.openapi / PIN_NAME).read_bytes()
        before = decode(data)
        old = of(before, f"{PIN_NAME} before", sha256(data))
        new = of(pinned.document, PIN_NAME, sha256(pinned.data))
        found.report = compare(old, new, usage=table, scope="used")
        write_entry(openapi / CHANGES_NAME, found.report, str(pinned.provenance["date"]))
    if places.cassettes.exists():
        was = correct(before, places.openapi / "overlay.yaml")[0] if before is not None else None
        found.cassettes = check_cassettes(corrected, places.cassettes, before=was)
    return found


def correct(pin: dict[str, Json], overlay: Path) -> tuple[dict[str, Json], list[str]]:
    """The pin with every overlay action that still applies, and a line for each that does not."""
    if not overlay.exists():
        return pin, []
    corrected, problems = apply_what_fits(pin, decode(overlay.read_bytes()))
    return corrected, [str(problem) for problem in problems]


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


def report_text(found: Consequences) -> str:
    """The report of the comparison, then what is left to do, part by part."""
    return "\n".join(_lines(found))


def _lines(found: Consequences) -> Iterator[str]:
    if found.report is not None:
        yield as_text(found.report)
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
    if found.report is not None and (broken := found.report.open("breaking", 1)):
        yield f"to be looked at in the facade: {len(broken)}"
        yield from (f"  {method}: {finding.message}" for finding in broken for method in finding.facade)
    for title, listed in parts:
        yield f"{title}: {len(listed) or 'none'}"
        yield from (f"  {one}" for one in listed[:MOST])
        if len(listed) > MOST:
            yield f"  and {len(listed) - MOST} more"
