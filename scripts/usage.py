"""Record what the facade sends and reads into openapi/facade_usage.json: `python scripts/usage.py [--check]`.

The tests are the source: what they make the facade send and read is noted. `--check` writes nothing; it fails for what
is used and not in the table, for a row that nobody uses, and for a docs/coverage.md that is not made from the table.
"""

from __future__ import annotations

import argparse
import sys

import _interrupt  # noqa: F401 - first of what is ours
from _contract.pin import ROOT, load_pin
from _drift.load import CannotCompare
from _drift.places import Places
from _drift.usage import Usage, dump_usage, load_usage, not_wrapped
from _drift.usage_page import render
from _usage.record import RecordingFailed, differences, record

PLACES = Places(ROOT)
PAGE = PLACES.page


def page(usage: Usage) -> str:
    return render(usage, not_wrapped(PLACES.openapi), load_pin(PLACES.openapi), PLACES.generated)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the table is not current")
    options = parser.parse_args(arguments)
    try:
        recorded = record()
        problems = list(differences(load_usage(PLACES.usage), recorded)) if options.check else []
    except (RecordingFailed, CannotCompare) as error:
        print(f"usage: {error}", file=sys.stderr)
        return 1
    if not options.check:
        PLACES.usage.write_text(dump_usage(recorded), encoding="utf-8")
        PAGE.write_text(page(recorded), encoding="utf-8")
        print(f"{PLACES.usage.name}: {len(recorded.rows)} rows")
        return 0
    if not problems and PAGE.read_text(encoding="utf-8") != page(recorded):
        problems = [f"docs/{PAGE.name} is not what the table says"]
    for problem in problems:
        print(f"usage: {problem}", file=sys.stderr)
    if problems:
        print("usage: make usage writes it anew", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
