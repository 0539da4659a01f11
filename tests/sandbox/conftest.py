"""A sandbox over real HTTP for each test that asks for one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from nexus_sandbox import Sandbox

# The suite imports by file, so this folder's helper module has to be made known.
sys.path.insert(0, str(Path(__file__).parent))

from sandbox_shopper import Shopper


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as serving:
        yield serving


@pytest.fixture
def shop(sandbox: Sandbox) -> Iterator[Shopper]:
    with Shopper(sandbox) as shopper:
        yield shopper


@pytest.fixture
def guest(sandbox: Sandbox) -> Iterator[Shopper]:
    with Shopper(sandbox, guest=True) as shopper:
        yield shopper
