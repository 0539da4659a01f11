"""Real Celery workers for a test: an application in a file beside it, run by processes that may be killed."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any


@contextmanager
def loaded(file: Path) -> Iterator[Any]:
    """The module of a Celery application, in this process, where tasks are sent."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    module.app.close()


@contextmanager
def worker(file: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Two processes that run its tasks, in a group of their own."""
    command = [sys.executable, "-m", "celery", "-A", file.stem, "worker", "-c", "2", "-l", "ERROR"]
    more = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(file.parent), *filter(None, sys.path)])}
    process = subprocess.Popen(
        command + more,
        env=environ,
        cwd=file.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(15)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
