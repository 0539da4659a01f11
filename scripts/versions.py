"""The versions of Python that the classifiers name, as JSON, for CI; with --ends the oldest and the newest alone."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours

ROOT = Path(__file__).resolve().parent.parent


def versions() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = (re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", line) for line in project["classifiers"])
    return [one[1] for one in found if one]


if __name__ == "__main__":
    found = versions()
    print(json.dumps([found[0], found[-1]] if "--ends" in sys.argv else found))
