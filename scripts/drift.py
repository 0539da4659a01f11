"""What an upstream change does to us, before it does it: `python scripts/drift.py [BASE REVISION] [options]`.

Exit code 0: nothing that matters; 1: breaking in scope, or any change with --locked; 2: could not compare.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import traceback
from pathlib import Path

from _contract.pin import OPENAPI, PIN_NAME, UPSTREAM
from _drift.accept import load_entries
from _drift.changes import read_changes
from _drift.html import as_html
from _drift.load import CannotCompare, load
from _drift.observed import load_sightings
from _drift.report import Report, as_markdown, as_text, compare, dump, headline
from _drift.rings import Usage, load_usage

ROOT = Path(__file__).resolve().parent.parent
PIN = OPENAPI / PIN_NAME
USAGE = ROOT / "facade" / "nexus_storefront" / "coverage.py"
CHANGES = OPENAPI / "CHANGES.md"
FORMATS = ("text", "json", "markdown", "html")


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description="What an upstream change does to us.")
    made.add_argument("base", nargs="?", help="path or URL (default: the pin)")
    made.add_argument("revision", nargs="?", help="path or URL (default: upstream)")
    made.add_argument("--scope", choices=("used", "all"), help="what counts (default: used against the pin, else all)")
    made.add_argument("--format", choices=FORMATS, default="text")
    made.add_argument("--output", type=Path, help="write the report there, and one line to the terminal")
    made.add_argument("--reports", type=Path, metavar="DIR", help="write every format there, for CI")
    made.add_argument(
        "--accept", type=Path, metavar="FILE", help="list of {fingerprint, reason, expires}, YAML or JSON"
    )
    made.add_argument("--observed", type=Path, metavar="FILE", help="runtime drift exported by a client")
    made.add_argument("--locked", action="store_true", help="any change in scope fails")
    made.add_argument(
        "--strict-answers", action="store_true", help="judge for clients that refuse unknown fields and values"
    )
    made.add_argument(
        "--usage", type=Path, default=USAGE, metavar="FILE", help="table of what we use (default: the facade's)"
    )
    made.add_argument("--debug", action="store_true", help="show the traceback of a failure")
    return made


def make_report(options: argparse.Namespace) -> Report:
    """The comparison the options ask for; raises CannotCompare."""
    if options.base and not options.revision:
        raise CannotCompare("give both BASE and REVISION, or neither")
    base, revision = options.base or str(PIN), options.revision or UPSTREAM
    pinned = Path(base).exists() and Path(base).resolve() == PIN.resolve()
    scope = options.scope or ("used" if pinned else "all")
    known = options.usage.exists() or scope == "used"  # without the table nothing would count as used
    return compare(
        load(base),
        load(revision),
        usage=load_usage(options.usage) if known else Usage(),
        scope=scope,
        strict_answers=options.strict_answers,
        entries=load_entries(options.accept) if options.accept else (),
        sightings=load_sightings(options.observed) if options.observed else (),
    )


def render(report: Report, style: str) -> str:
    if style == "json":
        return dump(report)
    if style == "markdown":
        return as_markdown(report)
    return as_html(report, read_changes(CHANGES)) if style == "html" else as_text(report)


def write_reports(report: Report, folder: Path) -> None:
    """Every format as a file, the document compared with, and `outputs`: what a workflow decides by."""
    folder.mkdir(parents=True)
    for style, name in (("text", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json")):
        (folder / f"report.{name}").write_text(render(report, style), encoding="utf-8")
    (folder / "issue.md").write_text(shortened(as_markdown(report)), encoding="utf-8")
    (folder / "title").write_text(f"Upstream contract: {headline(report)}\n", encoding="utf-8")
    (folder / "revision.json").write_text(json.dumps(report.revision_raw), encoding="utf-8")
    changed = any(finding.accepted is None for finding in report.findings)
    outputs = {"verdict": report.verdict, "changed": changed, "movable": changed and report.movable}
    told = "".join(f"{name}={str(value).lower()}\n" for name, value in outputs.items())
    (folder / "outputs").write_text(told, encoding="utf-8")


def shortened(markdown: str, most: int = 60_000) -> str:
    """An issue holds 65,536 characters."""
    if len(markdown) <= most:
        return markdown
    closing = "\n</details>\n" if "<details>" in markdown[:most] else "\n"
    return markdown[:most].rpartition("\n")[0] + f"\n{closing}\nCut short; the whole report is with the run.\n"


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        if options.reports:
            shutil.rmtree(options.reports, ignore_errors=True)  # a report of yesterday is no answer
        report = make_report(options)
        text = render(report, options.format)
        if options.reports:
            write_reports(report, options.reports)
        if options.output:
            options.output.parent.mkdir(parents=True, exist_ok=True)
            options.output.write_text(text, encoding="utf-8")
            text = f"{report.verdict}: {len(report.findings)} findings, written to {options.output}\n"
        sys.stdout.write(text)
        return report.exit_code(locked=options.locked)
    except CannotCompare as error:
        print(f"drift: {error}", file=sys.stderr)
    except Exception as error:  # whatever went wrong, it is not "no change"
        if options.debug:
            traceback.print_exc()
        print(
            f"drift: could not compare: {type(error).__name__}: {' '.join(str(error).split())[:300]}", file=sys.stderr
        )
    return 2


if __name__ == "__main__":
    sys.exit(main())
