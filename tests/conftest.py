"""Shared settings of the suite. Connections other than loopback are refused by pytest-socket (see pyproject.toml)."""

import ssl
from collections.abc import Iterator
from typing import Any

import certifi
import pytest
from redis_server import redis_server


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session", autouse=True)
def one_tls_context() -> Iterator[None]:
    """Reading the world's certificates is the dearest part of making a client, and here nobody shows one of them: all
    clients have one context.
    """
    create, whole_world = ssl.create_default_context, {"cafile": certifi.where()}
    shared = create(**whole_world)

    def created(*args: Any, **options: Any) -> ssl.SSLContext:
        return shared if not args and options == whole_world else create(*args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", created)
        yield


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A redis-server of this test run."""
    with redis_server(tmp_path_factory.mktemp("redis"), "--appendonly", "yes", "--appendfsync", "always") as port:
        yield f"redis://127.0.0.1:{port}/0"
