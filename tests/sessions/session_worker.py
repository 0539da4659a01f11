"""A process that shares a customer's session with others; the tests start several and tell them what to do by lines.

    python session_worker.py STORE_KIND PLACE BASE_URL THREADS

Each line in is a JSON object with `do`; each line out is the answer.
"""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter
from typing import Any

from nexus_commerce.api.customer_account import get_customer_me
from nexus_storefront.auth._sync.session import CustomerSession
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.stores import FileStore, RedisStore, SqliteStore, Store
from nexus_storefront.transport._sync.core import Core
from nexus_storefront.transport._sync.http_client import HttpClient
from nexus_storefront.transport._sync.shared import Shared
from nexus_storefront.transport.settings import Settings


def open_store(kind: str, place: str) -> Store:
    if kind == "file":
        return FileStore(place)
    if kind == "sqlite":
        return SqliteStore(place)
    return RedisStore(place, prefix="sessions-test:")


class Worker:
    def __init__(self, store: Store, base_url: str, threads: int) -> None:
        settings = Settings("store_sandbox", "sfpk_sandbox", base_url=base_url)
        client = HttpClient(None)
        shared = Shared(
            settings, store, client=client, hooks=(), drift=None, clock=SYSTEM_CLOCK, make_session=self.session
        )
        self.core = Core(settings, shared)
        self.threads = threads

    def session(self) -> CustomerSession:
        return CustomerSession(self.core)

    def forget(self) -> None:
        """As after a restart: the next call reads the store."""
        self.core.shared._session = self.session()

    def call(self) -> dict[str, Any]:
        """One call of a customer's route from every thread at once."""
        outcomes: list[str] = []
        ready = threading.Barrier(self.threads)

        def one() -> None:
            ready.wait(60)
            try:
                get_customer_me.sync(self.core.store_id, client=self.core.api)
                outcomes.append("ok")
            except Exception as error:
                outcomes.append(f"{type(error).__name__}: {error}")

        threads = [threading.Thread(target=one) for _ in range(self.threads)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return {"outcomes": Counter(outcomes)}


def main() -> None:
    kind, place, base_url, threads = sys.argv[1:]
    worker = Worker(open_store(kind, place), base_url, int(threads))
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "forget":
            worker.forget()
            answer: Any = None
        else:
            answer = worker.call()
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
