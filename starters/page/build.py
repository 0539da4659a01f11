"""Fill `site` with all that a page loads: any static host can serve it.

The store comes from the SCALEV_* variables. Its key is public; the origin of the page has to be registered with the store.
"""

import json
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

HERE = Path(__file__).parent
SITE = HERE / "site"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
WHOSE = ("nexus-storefront", "segno")
NOT_IN_A_PAGE = ("nexus_sandbox/", "nexus_storefront/cli/")


def needed(names: tuple[str, ...]) -> dict[str, None]:
    """The distributions and what they need, without extras."""
    found: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            requires = distribution(name).requires or []
        except PackageNotFoundError:  # only on another system, or an older Python
            continue
        found[name] = None
        waiting += [re.split(r"[^\w.-]", line)[0] for line in requires if "extra ==" not in line]
    return found


def files(name: str) -> Iterator[tuple[str, Path]]:
    for file in distribution(name).files or ():
        wanted = file.suffix in (".py", ".js") or re.match("(LICEN[CS]E|COPYING)", file.name, re.IGNORECASE)
        if wanted and not str(file).startswith(("..", *NOT_IN_A_PAGE)):
            yield file.as_posix(), Path(str(file.locate()))


def pack(target: Path) -> None:
    """What is installed here and needed there, and the shop's own two files."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in needed(WHOSE):
            for inside, path in files(name):
                archive.write(path, inside)
        for own in ("shop.py", "page.py"):
            archive.write(HERE / own, own)


def build(environ: Mapping[str, str] = os.environ) -> Path:
    core = HERE / "node_modules" / "pyodide"
    if not core.is_dir():
        sys.exit("Pyodide is not there yet: npm install")
    shutil.rmtree(SITE, ignore_errors=True)
    (SITE / "pyodide").mkdir(parents=True)
    for name in CORE:
        shutil.copy(core / name, SITE / "pyodide" / name)
    shutil.copy(HERE / "index.html", SITE)
    pack(SITE / "packages.zip")
    store = {
        "store": environ["SCALEV_STORE_UNIQUE_ID"],
        "key": environ["SCALEV_STOREFRONT_API_KEY"],
        "base": environ.get("SCALEV_API_BASE", "https://api.scalev.com"),
    }
    (SITE / "config.json").write_text(json.dumps(store), "utf-8")
    return SITE


if __name__ == "__main__":
    print(build())
