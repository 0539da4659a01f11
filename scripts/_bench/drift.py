"""Drift: the whole comparison, a fresh process each, against reading the two documents with the standard library."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from _bench import Measure
from _bench._process import fresh

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
    """Processor seconds and peak megabytes of one process and what it starts, as the system counts them.

    Started by a small process, since a child's peak begins with the size of the one that it came from.
    """
    code = (
        "import json, resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))"
    )
    status, seconds, megabytes = fresh(code, *command)
    if status not in {0, 1}:
        raise RuntimeError(f"the measured command ended with {status}")
    return seconds, megabytes


def run() -> Iterator[Measure]:
    """The pin against the one before it, and both ten times as large."""
    peer_name = "json.load of both"
    with tempfile.TemporaryDirectory() as folder:
        big_old, big_new = Path(folder) / "old.json", Path(folder) / "new.json"
        tenfold(OLD, big_old)
        tenfold(PIN, big_new)
        count = json.loads((PIN.parent / "pin.json").read_text(encoding="utf-8"))["operations"]
        for name, old, new, seconds, megabytes in (
            (f"{count} operations", OLD, PIN, SECONDS, MEGABYTES),
            (f"{10 * count:,} operations", big_old, big_new, TENFOLD_SECONDS, None),
        ):
            drift = [sys.executable, str(ROOT / "scripts" / "drift.py"), str(old), str(new)]
            ours = spent([*drift, "--scope", "all", "--format", "json"])
            peer = spent([sys.executable, "-c", _READ, str(old), str(new)])
            yield Measure(f"{name}, processor time", "s", ours[0], {peer_name: peer[0]}, most=seconds)
            yield Measure(f"{name}, peak memory", "MB", ours[1], {peer_name: peer[1]}, most=megabytes)
