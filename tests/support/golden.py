"""Files of a test that are written by the test itself when a person asks for it, and read by it ever after."""

from __future__ import annotations

import os

import pytest


def wanted() -> bool:
    """Whether `UPDATE_GOLDEN=1` asks for the files to be written anew. Fails under CI: nobody reads the difference."""
    if not os.environ.get("UPDATE_GOLDEN"):
        return False
    if os.environ.get("CI"):
        pytest.fail("UPDATE_GOLDEN is set under CI: what a run wrote proves nothing")
    return True


def written() -> None:
    """Ends a test that wrote its files: it has compared nothing."""
    pytest.skip("written anew: read the difference as one reads code, then run it again")
