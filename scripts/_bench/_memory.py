"""Memory of the process that asks, as the kernel counts it for this program alone (`ru_maxrss` survives an exec)."""

from __future__ import annotations

import os
from pathlib import Path


def resident(process: int | None = None) -> float:
    """Megabytes that a process (default: this one) has in memory now."""
    return _field("VmRSS", process)


def peak(process: int | None = None) -> float:
    """The most megabytes that it ever had in memory."""
    return _field("VmHWM", process)


def _field(name: str, process: int | None) -> float:
    for line in Path(f"/proc/{process or os.getpid()}/status").read_text("ascii", "replace").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"the kernel does not tell {name}")
