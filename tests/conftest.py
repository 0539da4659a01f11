"""Shared settings of the suite. Connections other than loopback are refused by pytest-socket (see pyproject.toml)."""

import pytest


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
