"""Shared settings of the suite. Connections other than loopback are refused by pytest-socket (see pyproject.toml)."""

from collections.abc import Iterator

import pytest
from redis_server import redis_server


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A redis-server of this test run."""
    with redis_server(tmp_path_factory.mktemp("redis"), "--appendonly", "yes", "--appendfsync", "always") as port:
        yield f"redis://127.0.0.1:{port}/0"
