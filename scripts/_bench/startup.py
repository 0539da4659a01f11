"""Start-up beside `import httpx`, in an environment with the core's dependencies alone.

Processor time, which other work on the machine does not lengthen; the interpreter's own start and memory are taken
off. The development environment would hide some of the cost: there httpx also imports what its command needs.
"""

from __future__ import annotations

import re
import statistics
import sysconfig
import tempfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

from _bench import Measure
from _bench._process import SCRIPTS, fresh

ROUNDS = 25
SHOP = "shop = Storefront('store_x', 'sfpk_x'); shop.cart, shop.catalog, shop.checkout"
PEER = "import httpx"
OURS = {
    "import alone": ("from nexus_storefront import Storefront", 1.25),
    "shop ready": (f"from nexus_storefront import Storefront; {SHOP}", 1.35),
    "import of one operation": ("from nexus_commerce.api.storefront import list_storefront_items", 1.3),
}
PROBE = f"""
import sys
sys.path[:0] = sys.argv[2:]
sys.path.insert(0, {str(SCRIPTS)!r})
import json, time
from _bench import _memory
before = _memory.resident()
start = time.process_time()
exec(sys.argv[1])
took = time.process_time() - start
print(json.dumps([took * 1000, _memory.peak() - before, sorted(sys.modules)]))
"""


def run() -> Iterator[Measure]:
    codes = {PEER: PEER, **{name: code for name, (code, _) in OURS.items()}}
    times: dict[str, list[float]] = {name: [] for name in codes}
    sizes: dict[str, list[float]] = {name: [] for name in codes}
    with tempfile.TemporaryDirectory() as folder:
        path = clean_path(Path(folder))
        for _ in range(ROUNDS):
            for name, code in codes.items():
                took, grown, _modules = measured(code, path)
                times[name].append(took)
                sizes[name].append(grown)
    note = f"best of {ROUNDS}; the core's dependencies alone"
    for name, (_, limit) in OURS.items():
        yield Measure(name, "ms", min(times[name]), {PEER: min(times[PEER])}, limit, note=note)
        peer = {PEER: statistics.median(sizes[PEER])}
        yield Measure(f"{name}, memory", "MB", statistics.median(sizes[name]), peer, note="growth of a fresh process")


def measured(code: str, path: list[str]) -> tuple[float, float, list[str]]:
    """Milliseconds, megabytes and modules of a fresh interpreter that ran `code` with nothing but `path`."""
    took, grown, modules = fresh(PROBE, code, *path, flags=("-I", "-S"))
    return took, grown, modules


def clean_path(folder: Path) -> list[str]:
    """`sys.path` entries that hold the core and what it needs, linked from what is installed here."""
    site = Path(sysconfig.get_paths()["purelib"])
    for needed in core_distributions().values():
        tops = {file.parts[0] for file in needed.files or () if file.parts[0] not in {"..", "__pycache__"}}
        for name in tops:
            if (site / name).exists() and not (folder / name).exists():
                (folder / name).symlink_to(site / name)
    root = SCRIPTS.parent
    return [str(root / "facade"), str(root / "generated"), str(folder)]


def core_distributions() -> dict[str, Distribution]:
    """What an install without extras brings, by name."""
    found: dict[str, Distribution] = {}
    todo = ["nexus-storefront"]
    while todo:
        name = todo.pop()
        for text in distribution(name).requires or ():
            needed = Requirement(text)
            if needed.marker is not None and not needed.marker.evaluate({"extra": ""}):
                continue
            key = re.sub(r"[-_.]+", "-", needed.name).lower()
            if key not in found:
                found[key] = distribution(key)
                todo.append(key)
    return found
