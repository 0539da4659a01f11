"""What runs, and how much is left: the line of `make test`, in place of a dot for each test."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TextIO

import pytest

# Where a line cannot be written over, one is printed this often.
SECONDS_BETWEEN_LINES = 15.0


class ProgressLine:
    """Counts the tests that are done and names the file of the last one, in the process that reports."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.done = self.failed = self.total = 0
        self.started = time.monotonic()
        self.written = 0.0
        self.over = out.isatty()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Without workers, the tests of this process are all there are."""
        self.total = len(session.items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: object, ids: list[str]) -> None:
        """Every worker collects the same tests."""
        self.total = len(ids)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Each test reports its set-up, its call and its tear-down."""
        self.failed += report.failed
        if report.when != "teardown":
            return
        self.done += 1
        now = time.monotonic()
        if (
            report.failed
            or now - self.written > (0.1 if self.over else SECONDS_BETWEEN_LINES)
            or self.done == self.total
        ):
            self.written = now
            self.write(Path(report.location[0]).as_posix(), now - self.started)

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """What went well leaves no dot."""
        return ("passed" if report.when == "call" else "", "", "") if report.passed else None

    def write(self, file: str, seconds: float) -> None:
        share = 100 * self.done // max(self.total, 1)
        failed = f", {self.failed} failed" if self.failed else ""
        clock = f"{int(seconds) // 60}:{int(seconds) % 60:02}"
        line = f"{share:3} %  {self.done}/{self.total}{failed}  {clock}  {file}"
        self.out.write(f"\r\x1b[K{line[:110]}" if self.over else f"{line}\n")
        self.out.flush()

    def pytest_sessionfinish(self) -> None:
        """What follows begins on a line of its own."""
        if self.over:
            self.out.write("\r\x1b[K")


def pytest_configure(config: pytest.Config) -> None:
    """Only where it is asked for, and not in the workers."""
    if config.getoption("--progress") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(ProgressLine(sys.__stdout__ or sys.stdout), "progress-line")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--progress", action="store_true", help="one line that says what runs, in place of dots")
