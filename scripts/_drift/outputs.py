"""A comparison as files, for CI: every format, what an issue holds, and what a workflow decides by."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from _contract.document import Json, dump, sha256
from _contract.facts import facts

from _drift.changes import read_changes
from _drift.html import as_html
from _drift.report import Report, as_markdown, as_text, dump as as_json, headline

FORMATS = ("text", "json", "markdown", "html")
NAMES = {"text": "report.txt", "markdown": "report.md", "html": "report.html", "json": "report.json"}
MOST = 60_000
"""An issue holds 65,536 characters."""


def render(report: Report, style: str, changes: Path) -> str:
    """The report in one of `FORMATS`; `changes` is where the moves of the pin are written down."""
    if style == "json":
        return as_json(report)
    if style == "markdown":
        return as_markdown(report)
    return as_html(report, read_changes(changes)) if style == "html" else as_text(report)


def clear(folder: Path) -> None:
    """A report of yesterday is no answer."""
    shutil.rmtree(folder, ignore_errors=True)


def write_reports(report: Report, folder: Path, changes: Path) -> None:
    """Every format as a file, the document compared with, and `outputs`: what a workflow decides by."""
    changed = any(finding.accepted is None for finding in report.findings)
    _write(
        folder,
        {name: render(report, style, changes) for style, name in NAMES.items()}
        | {
            "issue.md": shortened(as_markdown(report)),
            "title": f"Upstream contract: {headline(report)}\n",
            "revision.json": json.dumps(report.revision_raw),
        },
        {
            "verdict": report.verdict,
            "changed": str(changed).lower(),
            "movable": str(changed and report.movable).lower(),
            "hash": interface_hash(report.revision_raw),
            "source": report.revision.source,
        },
    )


def write_failure(problem: str, folder: Path) -> None:
    """What there is when there is no answer: nothing may move, and somebody has to be told."""
    files = {
        "issue.md": f"The comparison had no answer:\n\n    {problem}\n",
        "title": "Upstream contract: could not be compared\n",
    }
    _write(folder, files, {"verdict": "failed", "changed": "false", "movable": "false"})


def _write(folder: Path, files: dict[str, str], outputs: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    outputs = {name: " ".join(value.split()) for name, value in outputs.items()}  # one line each
    lines = "".join(f"{name}={value}\n" for name, value in outputs.items())
    for name, text in {**files, "outputs": lines}.items():
        (folder / name).write_text(text, encoding="utf-8")


def interface_hash(raw: dict[str, Json]) -> str:
    """The sha256 of the pin that a document would become: the same while only its sentences change."""
    try:
        return sha256(dump(facts(raw)))
    except (LookupError, TypeError, ValueError, AttributeError):  # no document that could be pinned
        return sha256(json.dumps(raw, sort_keys=True).encode())


def shortened(markdown: str, most: int = MOST) -> str:
    if len(markdown) <= most:
        return markdown
    closing = "\n</details>\n" if "<details>" in markdown[:most] else "\n"
    return markdown[:most].rpartition("\n")[0] + f"\n{closing}\nCut short; the whole report is with the run.\n"
