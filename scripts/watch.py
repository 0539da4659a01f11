"""What the daily watch does with the comparison in a folder: `python scripts/watch.py move|issue|pull [FOLDER]`.

`move` prepares the moved pin, without any token; `issue` and `pull` keep the issue and the pull request.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours
from _drift.github import keep_issues, keep_pull_requests, prepare


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("move", "issue", "pull"))
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/drift"))
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.what == "move":
        prepare(options.folder)
    elif options.what == "issue":
        keep_issues(options.folder)
    else:
        print(keep_pull_requests(options.folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
