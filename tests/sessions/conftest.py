"""What the session tests share: a sandbox, a redis-server of our own, and one way to drive both halves."""

from __future__ import annotations

import asyncio
import inspect
import itertools
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import attrs
import httpx
import pytest
from nexus_commerce.api.customer_account import get_customer_me
from nexus_storefront import AsyncStorefront, Storefront
from nexus_storefront.auth.session_record import SessionRecord
from nexus_storefront.stores import MemoryStore, Store
from redis_server import redis_server

if TYPE_CHECKING:
    from nexus_sandbox import Sandbox

PASSWORD = "kata-sandi-contoh"
SESSION_KEY = "session/store_sandbox/default"

_numbers = itertools.count(1)
# A TLS context for each client is the dearest part of a short test.
_TLS = ssl.create_default_context()


@pytest.fixture
def redis_replica(redis_url: str, tmp_path: Path) -> Iterator[str]:
    """A second one, which follows it and is up to date."""
    import redis

    _, _, address = redis_url.removesuffix("/0").partition("//")
    with redis_server(tmp_path, "--replicaof", *address.split(":")) as port:
        with redis.Redis(port=port) as client:
            deadline = time.monotonic() + 20
            while client.info("replication")["master_link_status"] != "up":  # type: ignore[index]
                assert time.monotonic() < deadline, "the replica does not follow"
                time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}/0"


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A directory that a test has for itself."""
    return tmp_path / "private"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One for a module: its customers are told apart by `Customer`, its clock only ever goes forward."""
    from nexus_sandbox import Sandbox  # not where there is no server, as in WebAssembly

    with Sandbox() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_faults_left(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "sandbox" in request.fixturenames:
        control = request.getfixturevalue("sandbox").control
        control.clear_faults()
        control.configure(otp_required=False, access_ttl=900, refresh_ttl=2_592_000)


@dataclass
class Customer:
    """A customer of the sandbox, new for each test, and what the sandbox knows of the logins."""

    sandbox: Sandbox
    email: str

    @property
    def families(self) -> list[dict[str, Any]]:
        return self.sandbox.control.token_families(self.email)

    @property
    def refreshes(self) -> int:
        return sum(family["refreshes"] for family in self.families)

    @property
    def spent_presented(self) -> int:
        return sum(family["spent_presented"] for family in self.families)

    @property
    def revoked(self) -> int:
        return sum(family["revoked"] is not None for family in self.families)


@pytest.fixture
def customer(sandbox: Sandbox) -> Customer:
    email = f"pelanggan{next(_numbers)}@example.com"
    sandbox.control.add_customer(email, PASSWORD)
    return Customer(sandbox, email)


class Gate(httpx.AsyncHTTPTransport):
    """The way to the service, on which requests to one path wait until `opened` is set."""

    def __init__(self, path: str) -> None:
        super().__init__(verify=_TLS)
        self.reached, self.opened = anyio.Event(), anyio.Event()
        self._path = path

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith(self._path):
            self.reached.set()
            await self.opened.wait()
        return await super().handle_async_request(request)


@pytest.fixture
def gate() -> type[Gate]:
    return Gate


@dataclass
class Half:
    """The synchronous or the asynchronous half: shops are made and driven alike."""

    name: str
    sandbox: Sandbox
    store: Store = field(default_factory=MemoryStore)
    _opened: list[Any] = field(default_factory=list)

    async def __call__(self, value: Any) -> Any:
        """What a call gave: of the synchronous half at once, of the asynchronous half awaited."""
        return await value if inspect.isawaitable(value) else value

    def shop(self, **options: Any) -> Any:
        """A shop on the sandbox, on `store` unless told otherwise."""
        options.setdefault("store", self.store)
        options.setdefault("base_url", self.sandbox.base_url)
        if "transport" not in options and "http_client" not in options:
            client = httpx.AsyncClient if self.name == "async" else httpx.Client
            options["http_client"] = client(verify=_TLS)
            self._opened.append(options["http_client"])
        kind = AsyncStorefront if self.name == "async" else Storefront
        shop = kind("store_sandbox", "sfpk_sandbox", **options)
        self._opened.append(shop)
        return shop

    async def signed_in(self, who: Customer, **options: Any) -> Any:
        shop = self.shop(**options)
        await self(shop.auth.login(who.email, PASSWORD))
        return shop

    async def me(self, shop: Any) -> Any:
        """One call of a customer's route."""
        operation = get_customer_me.asyncio if self.name == "async" else get_customer_me.sync
        return await self(operation("store_sandbox", client=shop.api))

    async def both(self, first: Callable[[], Any], second: Callable[[], Any]) -> None:
        """Two calls at the same time; the first of the synchronous half in a thread of its own."""

        async def run(call: Callable[[], Any]) -> None:
            await self(call())

        if self.name == "async":
            await asyncio.gather(run(first), run(second))
            return
        thread = threading.Thread(target=asyncio.run, args=(run(first),))
        thread.start()
        await run(second)
        thread.join()

    def record(self, key: str = SESSION_KEY) -> SessionRecord:
        """The session as stored."""
        entry = self.store.get(key)
        assert entry is not None, "no session is stored"
        record = SessionRecord.from_bytes(entry.value)
        assert record is not None, "the stored session cannot be read"
        return record

    def change(self, key: str = SESSION_KEY, **changes: Any) -> None:
        """Change the stored session, as time or another process would."""
        self.store.put(key, attrs.evolve(self.record(key), **changes).to_bytes())

    def expire(self) -> None:
        """Let the access token run out, for the service and for whoever reads the store anew."""
        self.sandbox.control.advance_clock(901)
        self.change(access_until=time.time() - 1)

    async def close(self) -> None:
        for thing in reversed(self._opened):  # a shop lets its refresh end before its client is closed
            await self(thing.aclose() if hasattr(thing, "aclose") else thing.close())


@pytest.fixture(params=["sync", "async"])
async def half(request: pytest.FixtureRequest, sandbox: Sandbox, anyio_backend: str) -> AsyncIterator[Half]:
    made = Half(request.param, sandbox)
    yield made
    await made.close()
