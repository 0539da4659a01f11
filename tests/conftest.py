"""Shared settings of the suite. Connections other than loopback are refused by pytest-socket (see pyproject.toml)."""

import os
import ssl
from collections.abc import Iterator
from itertools import chain
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
    clients have one context, and a machine whose environment names other certificates is no exception. A log of keys
    is opened by the context of each.
    """
    create, whole_world = ssl.create_default_context, {"cafile": certifi.where()}
    shared = create(**whole_world)

    def created(*args: Any, **options: Any) -> ssl.SSLContext:
        as_ever = not args and options == whole_world and not os.environ.get("SSLKEYLOGFILE")
        return shared if as_ever else create(*args, **options)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
            patch.delenv(name, raising=False)
        patch.setattr(ssl, "create_default_context", created)
        yield


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A redis-server of this test run. A replica is sent what there is at once, not with others that come later."""
    options = {"--appendonly": "yes", "--appendfsync": "always", "--repl-diskless-sync-delay": "0"}
    with redis_server(tmp_path_factory.mktemp("redis"), *chain.from_iterable(options.items())) as port:
        yield f"redis://127.0.0.1:{port}/0"
