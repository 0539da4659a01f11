"""What an upstream change does to us, before it does it: `python scripts/drift.py [BASE REVISION] [options]`.

Exit code 0: nothing that matters; 1: breaking in scope, or any change with --locked; 2: could not compare.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours
from _contract.pin import OPENAPI, PIN_NAME, ROOT, UPSTREAM
from _drift.accept import load_entries
from _drift.load import CannotCompare, load
from _drift.observed import load_sightings
from _drift.outputs import FORMATS, clear, render, write_failure, write_reports
from _drift.places import CHANGES_NAME, Places
from _drift.report import Report, compare
from _drift.usage import Usage, load_usage

PIN = OPENAPI / PIN_NAME
USAGE = Places(ROOT).usage
CHANGES = OPENAPI / CHANGES_NAME


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


def write(report: Report, options: argparse.Namespace) -> None:
    """The report where the options want it."""
    text = render(report, options.format, CHANGES)
    if options.reports:
        write_reports(report, options.reports, CHANGES)
    if options.output:
        options.output.parent.mkdir(parents=True, exist_ok=True)
        options.output.write_text(text, encoding="utf-8")
        text = f"{report.verdict}: {len(report.findings)} findings, written to {options.output}\n"
    sys.stdout.write(text)


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    if options.reports:
        clear(options.reports)
    try:
        report = make_report(options)
        write(report, options)
        return report.exit_code(locked=options.locked)
    except CannotCompare as error:
        problem = str(error)
    except Exception as error:  # whatever went wrong, it is not "no change"
        if options.debug:
            traceback.print_exc()
        problem = f"could not compare: {type(error).__name__}: {' '.join(str(error).split())[:300]}"
    print(f"drift: {problem}", file=sys.stderr)
    if options.reports:
        clear(options.reports)
        write_failure(problem, options.reports)
    return 2


if __name__ == "__main__":
    sys.exit(main())
