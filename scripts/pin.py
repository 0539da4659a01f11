"""Pin the upstream contract: `python scripts/pin.py [--spec PATH_OR_URL]`.

Reads OpenAPI 3.0 as JSON or YAML, checks it, keeps the interface facts, says what moving to it does to us, and makes
the client anew. Pin, provenance, `openapi/CHANGES.md` and the package move together; when anything fails, nothing does.

Exit code 0: pinned, or pinned already; 1: not moved; 2: not moved, as what it does to us could not be told.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours
from _contract.document import ContractError
from _contract.pin import ROOT, UPSTREAM, make_pin
from _drift.load import CannotCompare
from _drift.move import move, report_text
from _drift.places import Places


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description="Pin the upstream contract.")
    made.add_argument("--spec", default=UPSTREAM, help="path or URL of an OpenAPI 3.0 document (default: %(default)s)")
    made.add_argument("--source", help="where the document comes from, when --spec is a copy of it")
    made.add_argument("--root", type=Path, default=ROOT, help="the repository (default: this one)")
    made.add_argument("--debug", action="store_true", help="show the traceback of a failure")
    return made


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        pinned = make_pin(options.spec, source=options.source)
        found = move(pinned, Places(options.root))
    except CannotCompare as error:
        print(f"pin: not moved: what that does to us could not be told: {error}", file=sys.stderr)
        return 2
    except (ContractError, OSError) as error:
        print(f"pin: {error}", file=sys.stderr)
        return 1
    except Exception as error:  # whatever went wrong, nothing has moved
        if options.debug:
            traceback.print_exc()
        print(f"pin: not moved: {type(error).__name__}: {' '.join(str(error).split())[:300]}", file=sys.stderr)
        return 1
    if found is not None:
        print(report_text(found))
    if found is not None and found.stopped:
        for line in found.stopped.splitlines():
            print(f"pin: not moved: {line}", file=sys.stderr)
        return 1
    told_of = pinned.provenance
    print(
        f"{'pinned' if found is not None else 'unchanged'}: {told_of['title']} {told_of['version']}, "
        f"{told_of['paths']} paths, {told_of['operations']} operations, {told_of['schemas']} schemas"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
