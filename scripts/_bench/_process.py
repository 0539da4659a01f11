"""Processes to measure in: each begins fresh, and ends with the benchmark, Ctrl-C included."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).resolve().parents[1]
STORE_ID, API_KEY = "store_sandbox", "sfpk_sandbox"


@contextmanager
def started(command: Sequence[str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A process whose output is read here. It does not hear the terminal's Ctrl-C, so it does not talk about it."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=SCRIPTS, start_new_session=True, **options
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def fresh(code: str, *arguments: str, flags: Sequence[str] = (), seconds: float = 300) -> Any:
    """What a new interpreter printed last, read as JSON; it sees the modules of this folder."""
    with started([sys.executable, *flags, "-c", code, *arguments]) as process:
        out, _ = process.communicate(timeout=seconds)
    if process.returncode:
        raise RuntimeError(f"a measured process ended with {process.returncode}")
    return json.loads(out.splitlines()[-1])


@contextmanager
def serving(command: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The base URL that a server prints, and its process id, while it serves."""
    with started(command) as process:
        line = process.stdout.readline() if process.stdout else ""
        found = re.search(r"(http://\S+?)/v3/", line)
        if found is None:
            raise RuntimeError(f"no address from {' '.join(command)[:80]}")
        yield found[1], process.pid


@contextmanager
def sandbox(*arguments: str) -> Iterator[str]:
    """A sandbox's base URL, while it serves. `arguments` are those of `python -m nexus_sandbox`."""
    with serving([sys.executable, "-m", "nexus_sandbox", "--port", "0", *arguments]) as (base_url, _):
        yield base_url
