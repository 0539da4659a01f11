"""Build what a page loads into build/page: Pyodide's core, and one archive of the modules that a purchase needs.

`shop.mjs` starts both: `const python = await start()`. The archive is named by what is in it: cache it for ever.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from hashlib import sha256
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours
from _page.bundle import archive, traced

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "tests" / "browser" / "node_modules" / "pyodide"
CORE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
PAGE = ROOT / "scripts" / "_page"


def build(folder: Path, program: Path, page: Path = PAGE) -> Path:
    """Fill `folder` anew, with the files of `page` that a browser reads, and give the archive."""
    if not (CORE / "pyodide.asm.wasm").is_file():
        raise SystemExit("Pyodide is not installed: make setup installs it")
    content = archive(traced(program))
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "pyodide").mkdir(parents=True)
    for name in CORE_FILES:
        shutil.copy(CORE / name, folder / "pyodide" / name)
    bundle = folder / f"shop-{sha256(content).hexdigest()[:16]}.zip"
    bundle.write_bytes(content)
    (folder / "shop.mjs").write_text((PAGE / "shop.mjs").read_text("utf-8").replace("shop.zip", bundle.name), "utf-8")
    for file in {page / "index.html", *page.glob("shop.py")}:
        shutil.copy(file, folder / file.name)
    return bundle


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=PAGE / "purchase.py", help="whose modules are wanted")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "page")
    given = parser.parse_args()
    bundle = build(given.folder, given.program)
    print(f"{bundle}: {bundle.stat().st_size:,} bytes, beside Pyodide's core")
    return 0


if __name__ == "__main__":
    sys.exit(main())
