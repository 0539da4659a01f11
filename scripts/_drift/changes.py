"""openapi/CHANGES.md: what each move of the pin changed, newest first. Written here, read back for the chart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from _drift.policy import CLASSES
from _drift.report import RINGS, UNDECIDED, Report, escape, moved

HEAD = """# What each move of the pin changed

Newest first; written by `make pin`. Findings are grouped by how near they are to what the facade uses.
"""
_ENTRY = re.compile(
    r"^## (?P<date>\d{4}-\d{2}-\d{2}): (?P<verdict>\S+)\n\n"
    r"- pin: `(?P<old>[0-9a-f]{64})` → `(?P<new>[0-9a-f]{64})`\n"
    r".*?"
    r"^- operations: (?P<operations>\d+ added, \d+ changed, \d+ removed); "
    r"schemas: (?P<schemas>\d+ added, \d+ changed, \d+ removed)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class PinMove:
    """One move of the pin: numbers are added, changed, removed."""

    date: str
    verdict: str
    old: str
    new: str
    operations: tuple[int, int, int]
    schemas: tuple[int, int, int]


def read_changes(path: Path) -> list[PinMove]:
    """The entries of the file, newest first; none when there is no file yet."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    return [
        PinMove(
            found["date"],
            found["verdict"],
            found["old"],
            found["new"],
            _numbers(found["operations"]),
            _numbers(found["schemas"]),
        )
        for found in _ENTRY.finditer(text)
    ]


def _numbers(text: str) -> tuple[int, int, int]:
    added, changed, removed = (int(number) for number in re.findall(r"\d+", text))
    return added, changed, removed


def entry_text(report: Report, date: str) -> str:
    """One entry; findings elsewhere are listed when they break, else counted."""
    lines = [
        f"## {date}: {report.verdict}",
        "",
        f"- pin: `{report.base.sha256}` → `{report.revision.sha256}`",
        f"- version: {escape(report.base.version)} → {escape(report.revision.version)}",
        f"- operations: {moved(report.moves.operations)}; schemas: {moved(report.moves.schemas)}",
    ]
    if report.undecided:
        lines.append(f"- {UNDECIDED}: {', '.join(map(escape, report.undecided))}")
    for ring, title in RINGS.items():
        found = [finding for finding in report.findings if finding.ring == ring]
        counted = ", ".join(f"{number} {cls}" for cls in CLASSES if (number := sum(f.cls == cls for f in found)))
        lines += ["", f"### {title.capitalize()}: {counted or 'nothing'}", ""]
        for finding in found:
            if ring < 3 or finding.cls == "breaking":
                more = f" ({len(finding.operations)} operations)" if len(finding.operations) > 1 else ""
                lines.append(f"- **{finding.cls}** {escape(finding.message)}{more}")
                if ring == 1:
                    lines += [f"  - {escape(method.partition(' (')[0])}" for method in finding.facade]
    return "\n".join(lines).rstrip() + "\n"


def write_entry(path: Path, report: Report, date: str) -> None:
    """Put the entry on top; the same move written twice stays one entry."""
    known = path.read_text(encoding="utf-8") if path.exists() else HEAD
    head, mark, rest = known.partition("\n## ")
    old = [
        entry for entry in read_changes(path) if (entry.old, entry.new) == (report.base.sha256, report.revision.sha256)
    ]
    if old:
        return
    path.write_text(
        head.rstrip("\n") + "\n\n" + entry_text(report, date) + (f"\n## {rest}" if mark else ""), encoding="utf-8"
    )
