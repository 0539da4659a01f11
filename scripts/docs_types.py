"""Check the types of the Python examples in README.md and docs/, strictly, as a user's checker would.

Each page becomes a module in which line numbers are the page's own, so that findings lead to the example.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".cache" / "docs"
_FENCE = re.compile(r"^```(\w*)")


def module_of(page: str) -> str:
    """The page's Python blocks; everything else is an empty line."""
    lines: list[str] = []
    language: str | None = None
    for line in page.splitlines():
        fence = _FENCE.match(line)
        if fence is None:
            lines.append(line if language == "python" else "")
        else:
            language = None if language is not None else fence[1]
            lines.append("")
    return "\n".join(lines) + "\n"


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for stale in FOLDER.glob("*.py"):
        stale.unlink()
    modules = []
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        name = "_".join(page.relative_to(ROOT).with_suffix("").parts[page.parent != ROOT :])
        module = FOLDER / f"{name.replace('-', '_').lower()}.py"
        module.write_text(module_of(page.read_text("utf-8")), "utf-8")
        modules.append(module)
    # Web frameworks and task queues without types are their own business.
    command = [sys.executable, "-m", "mypy", "--disable-error-code", "import-untyped", *map(str, modules)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
