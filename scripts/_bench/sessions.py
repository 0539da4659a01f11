"""Sessions: what ten concurrent calls do to an expired session, and what each store adds to a call.

The peers of the first are what people write: a client that refreshes whenever it is told 401, and one that does so
under a lock of its process; both share the tokens with the other processes by a file.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
from nexus_sandbox import Sandbox
from nexus_storefront import FileStore, SqliteStore, Storefront
from nexus_storefront.stores import Entry, MemoryStore, Store

from _bench import Measure
from _bench._process import API_KEY, STORE_ID, started

PROCESSES, THREADS = 5, 2
ROUNDS = 3
ACCESS_MICROSECONDS = 5.0
CALLS = 20_000
EMAIL, PASSWORD = "sari@example.com", "kata-sandi-contoh"


def run() -> Iterator[Measure]:
    yield from _shared()
    yield from _stores()


# --- ten concurrent calls


def _shared() -> Iterator[Measure]:
    refreshes: dict[str, float] = {}
    revoked: dict[str, float] = {}
    failed: dict[str, float] = {}
    with Sandbox() as sandbox, tempfile.TemporaryDirectory() as directory:
        for kind in ("ours", "naive", "lock per process"):
            place = Path(directory) / kind
            for number in range(ROUNDS):
                _sign_in(kind, place, sandbox.base_url)
                sandbox.control.advance_clock(901)
                refused = _ten_calls(kind, place, sandbox.base_url)
                family = sandbox.control.token_families(EMAIL)[-1]
                presented = family["refreshes"] + family["spent_presented"]
                refreshes[kind] = refreshes.get(kind, 0.0) + presented / ROUNDS
                revoked[kind] = revoked.get(kind, 0.0) + (family["revoked"] is not None) / ROUNDS
                failed[kind] = failed.get(kind, 0.0) + refused / ROUNDS
                if kind == "ours" and (presented, family["revoked"], refused) != (1, None, 0):
                    raise RuntimeError(f"round {number}: {presented} refreshes, {refused} calls failed, {family}")
    note = f"{PROCESSES} processes x {THREADS} threads"
    results = ", ".join(f"{kind}: {revoked[kind]:.0%} signed out, {failed[kind]:.1f} calls failed" for kind in revoked)
    ours = refreshes.pop("ours")
    yield Measure("refreshes by 10 concurrent calls", "refreshes", ours, refreshes, 1.0, note=f"{note}; {results}")


def _sign_in(kind: str, place: Path, base_url: str) -> None:
    if kind == "ours":
        with Storefront(STORE_ID, API_KEY, base_url, store=FileStore(place)) as shop:
            shop.auth.login(EMAIL, PASSWORD)
        return
    url = f"{base_url}/v3/stores/{STORE_ID}/public/auth/login"
    answer = httpx.post(url, json={"email": EMAIL, "password": PASSWORD}, headers=_KEY).raise_for_status()
    place.write_text(answer.text)


def _ten_calls(kind: str, place: Path, base_url: str) -> int:
    """How many of the calls failed."""
    command = [sys.executable, "-c", f"from _bench.sessions import work; work({kind!r}, {str(place)!r}, {base_url!r})"]
    with ExitStack() as stack:
        processes = [stack.enter_context(started(command, stdin=subprocess.PIPE)) for _ in range(PROCESSES)]
        for process in processes:
            if process.stdout is None or process.stdout.readline() != "ready\n":
                raise RuntimeError("a worker did not start")
        for process in processes:
            if process.stdin is not None:
                process.stdin.write("go\n")
                process.stdin.flush()
        return sum(int(process.communicate()[0]) for process in processes)


_KEY = {"X-Scalev-Storefront-Api-Key": API_KEY}


def work(kind: str, place: str, base_url: str) -> None:
    """A worker process: reads the session, waits for the word, calls from every thread at once."""
    call = {"ours": _ours, "naive": _naive, "lock per process": _locked}[kind](place, base_url)
    print("ready", flush=True)
    sys.stdin.readline()
    failed: list[BaseException] = []

    def one() -> None:
        try:
            call()
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=one) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(len(failed), flush=True)


def _ours(place: str, base_url: str) -> Callable[[], object]:
    shop = Storefront(STORE_ID, API_KEY, base_url, store=FileStore(place))
    return shop.account.profile


def _naive(place: str, base_url: str) -> Callable[[], object]:
    tokens = json.loads(Path(place).read_text())
    client = httpx.Client(base_url=f"{base_url}/v3/stores/{STORE_ID}")

    def call() -> object:
        answer = client.get("/customers/me", headers={"Authorization": f"Bearer {tokens['access']}"})
        if answer.status_code == 401:
            _refresh(client, tokens, place)
            answer = client.get("/customers/me", headers={"Authorization": f"Bearer {tokens['access']}"})
        return answer.raise_for_status()

    return call


def _locked(place: str, base_url: str) -> Callable[[], object]:
    tokens = json.loads(Path(place).read_text())
    client = httpx.Client(base_url=f"{base_url}/v3/stores/{STORE_ID}")
    lock = threading.Lock()

    def call() -> object:
        used = tokens["access"]
        answer = client.get("/customers/me", headers={"Authorization": f"Bearer {used}"})
        if answer.status_code == 401:
            with lock:
                if tokens["access"] == used:
                    _refresh(client, tokens, place)
            answer = client.get("/customers/me", headers={"Authorization": f"Bearer {tokens['access']}"})
        return answer.raise_for_status()

    return call


def _refresh(client: httpx.Client, tokens: dict[str, str], place: str) -> None:
    answer = client.post("/public/auth/jwt/refresh", json={"refresh": tokens["refresh"]}, headers=_KEY)
    tokens.update(answer.raise_for_status().json())
    Path(place).write_text(json.dumps(tokens))


# --- what a store adds to a call with a valid token


class _Counted:
    """Counts the reads of a store."""

    def __init__(self, store: Store) -> None:
        self.reads = 0
        self._get = store.get
        store.get = self.get  # type: ignore[method-assign]

    def get(self, key: str) -> Entry | None:
        self.reads += 1
        return self._get(key)


def _stores() -> Iterator[Measure]:
    with Sandbox() as sandbox, tempfile.TemporaryDirectory() as directory:
        stores: dict[str, Store] = {
            "memory": MemoryStore(),
            "file": FileStore(Path(directory) / "file"),
            "SQLite": SqliteStore(Path(directory) / "shop.db"),
        }
        for name, store in stores.items():
            with Storefront(STORE_ID, API_KEY, sandbox.base_url, store=store) as shop:
                shop.auth.login(EMAIL, PASSWORD)
                session = shop._core.session
                if session is None:
                    raise RuntimeError("the shop has no session")
                session.access_token()
                key = f"session/{STORE_ID}/default"
                counted = _Counted(store)
                ours = _microseconds(session.access_token)
                if counted.reads:
                    raise RuntimeError(f"{counted.reads} reads of the {name} store in the steady state")
                each_time = _microseconds(lambda store=store, key=key: store.get(key))  # type: ignore[misc]
            peers = {"reading the store each time": each_time}
            note = f"{CALLS} calls, 0 reads of the store"
            yield Measure(f"access token, {name} store", "us", ours, peers, 1.0, ACCESS_MICROSECONDS, note)
            store.close()


def _microseconds(call: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(5):
        began = time.perf_counter()
        for _ in range(CALLS // 5):
            call()
        best = min(best, (time.perf_counter() - began) / (CALLS // 5))
    return best * 1e6
