"""The tests that need no machine of their own, in the Python that a page has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pure_tests import LEAST, passed_of

ROOT = Path(__file__).parents[2]


def test_what_ran_is_counted() -> None:
    assert passed_of("1 failed, 467 passed, 6 deselected, 1 error in 118.97s (0:01:58)") == 467
    assert passed_of("7 deselected, 101 errors in 130.44s (0:02:10)") == 0
    assert LEAST > 1000


@pytest.mark.full_length
@pytest.mark.browser
@pytest.mark.xdist_group("chromium")
def test_the_pure_tests_pass_in_it(pyodide: Path) -> None:
    command = [sys.executable, ROOT / "scripts" / "pure_tests.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout[-5_000:] + done.stderr[-2_000:]
