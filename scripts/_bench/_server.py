"""A sandbox in a process of its own, so that a client is measured without its server."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

STORE_ID, API_KEY = "store_sandbox", "sfpk_sandbox"


@contextmanager
def sandbox(*arguments: str) -> Iterator[str]:
    """Its base URL, while it serves. `arguments` are those of `python -m nexus_sandbox`."""
    command = [sys.executable, "-m", "nexus_sandbox", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None:
                raise RuntimeError("the sandbox has no output to read its address from")
            found = re.search(r"(http://\S+?)/v3/", process.stdout.readline())
            if found is None:
                raise RuntimeError("the sandbox did not say where it serves")
            yield found[1]
        finally:
            process.terminate()
