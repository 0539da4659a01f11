"""Drift: the whole comparison, a fresh process each, against reading the two documents with the standard library."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from _bench import Measure

ROOT = Path(__file__).resolve().parents[2]
OLD = ROOT / "tests" / "drift" / "history" / "2026-05-06.json"
PIN = ROOT / "openapi" / "nexus-commerce-v3.json"
SECONDS, MEGABYTES, TENFOLD_SECONDS = 5.0, 300.0, 60.0

_READ = "import json, sys; [json.load(open(path, encoding='utf-8')) for path in sys.argv[1:]]"


def tenfold(source: Path, target: Path, times: int = 10) -> None:
    """The document ten times over: every path and component once more under another name."""
    document = json.loads(source.read_text(encoding="utf-8"))

    def again(node: Any, mark: str) -> Any:
        if isinstance(node, dict):
            return {
                name: f"{value}{mark}"
                if name == "operationId"
                else renamed(value, mark)
                if name == "$ref"
                else again(value, mark)
                for name, value in node.items()
            }
        return [again(value, mark) for value in node] if isinstance(node, list) else node

    def renamed(ref: str, mark: str) -> str:
        steps = ref.split("/")
        return "/".join([*steps[:3], steps[3] + mark, *steps[4:]])

    made = {**document, "paths": {}, "components": {}}
    for index in range(times):
        mark = f"X{index}" if index else ""
        for path, item in document["paths"].items():
            made["paths"][f"/copy{index}{path}" if index else path] = again(item, mark)
        for section, known in document["components"].items():
            if section == "securitySchemes":
                made["components"][section] = known
                continue
            target_section = made["components"].setdefault(section, {})
            target_section.update({f"{name}{mark}": again(value, mark) for name, value in known.items()})
    target.write_text(json.dumps(made), encoding="utf-8")


def spent(command: list[str]) -> tuple[float, float]:
    """Processor seconds and peak megabytes of one process and what it starts, as the system counts them."""
    code = (
        "import json, resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss]))"
    )
    result = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    seconds, peak = json.loads(result.stdout)
    return seconds, peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def run() -> list[Measure]:
    def drift(old: Path, new: Path) -> list[str]:
        return [
            sys.executable,
            str(ROOT / "scripts" / "drift.py"),
            str(old),
            str(new),
            "--scope",
            "all",
            "--format",
            "json",
        ]

    with tempfile.TemporaryDirectory() as folder:
        big_old, big_new = Path(folder) / "old.json", Path(folder) / "new.json"
        tenfold(OLD, big_old)
        tenfold(PIN, big_new)
        measures: list[Measure] = []
        operations = json.loads((PIN.parent / "pin.json").read_text(encoding="utf-8"))["operations"]
        for name, old, new, seconds in (
            (f"{operations} operations", OLD, PIN, SECONDS),
            (f"{10 * operations:,} operations", big_old, big_new, TENFOLD_SECONDS),
        ):
            ours, peer = spent(drift(old, new)), spent([sys.executable, "-c", _READ, str(old), str(new)])
            within = "within" if ours[0] < seconds else "OVER"
            measures.append(Measure("drift", f"{name}, processor time", "s", ours[0], {"json.load of both": peer[0]},
                                    note=f"{within} {seconds:.0f} s"))  # fmt: skip
            bounded = old == OLD
            within = ("within" if ours[1] < MEGABYTES else "OVER") + f" {MEGABYTES:.0f} MB" if bounded else ""
            measures.append(
                Measure("drift", f"{name}, peak memory", "MB", ours[1], {"json.load of both": peer[1]}, note=within)
            )
    return measures
