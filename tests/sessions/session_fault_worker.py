"""A process that forks a child for each order it reads: the child makes one call and may kill itself on the way.

    python session_fault_worker.py STORE_KIND PLACE BASE_URL

An order is `{"kill": []}` or `{"kill": [step, "before" | "after"]}`: a step is a use of the store, an fsync or a
replacement of a file, or an exchange with the service, counted from 0. The answer is `{"outcome": …}`: `ok`, `killed`,
or the error's class.
"""

from __future__ import annotations

import json
import os
import signal
import ssl
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
from nexus_commerce.api.customer_account import get_customer_me
from nexus_storefront import Storefront
from nexus_storefront.auth import session_record
from nexus_storefront.auth._sync import session as session_module
from nexus_storefront.auth.session_record import SessionRecord, Tokens
from nexus_storefront.errors import StorefrontError
from nexus_storefront.redact import Secret
from nexus_storefront.stores import FileStore, MemoryStore, SqliteStore
from nexus_storefront.transport.retry import never
from nexus_storefront.transport.settings import Timeouts

TLS = ssl.create_default_context()


class Steps:
    """Counts the steps of the sequence and ends the process, as `kill -9` does, before or after one of them."""

    def __init__(self, kill: list[Any]) -> None:
        self.number = -1
        self.at, self.when = kill or [-1, ""]

    def wrap(self, function: Any) -> Any:
        def step(*args: Any, **kwargs: Any) -> Any:
            self.number += 1
            mine = self.number
            if mine == self.at and self.when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            result = function(*args, **kwargs)
            if mine == self.at and self.when == "after":
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return step


def call(kind: str, place: str, base_url: str, kill: list[Any]) -> dict[str, Any]:
    store = FileStore(place) if kind == "file" else SqliteStore(place)
    client = httpx.Client(verify=TLS)
    steps = Steps(kill)
    if kind == "file":
        os.fsync = steps.wrap(os.fsync)
        Path.replace = steps.wrap(Path.replace)  # type: ignore[method-assign]
    for name in ("get", "put", "delete"):
        setattr(store, name, steps.wrap(getattr(store, name)))
    client.send = steps.wrap(client.send)  # type: ignore[method-assign]
    with Storefront("store_sandbox", "sfpk_sandbox", base_url, store=store, http_client=client, retry=never) as shop:
        try:
            get_customer_me.sync("store_sandbox", client=shop.api)
        except StorefrontError as error:
            return {"outcome": type(error).__name__}
    return {"outcome": "ok"}


def warm_up() -> None:
    """A refresh and a call against nothing, so that no child has to import or compile what it needs."""
    tokens = {"access": "a", "refresh": "r", "expires_in": 900, "refresh_expires_in": 9000}

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=tokens if "auth" in request.url.path else {"customer": {"email": "x"}})

    with suppress(httpx.ConnectError):
        httpx.Client(verify=TLS).get("http://127.0.0.1:1/")
    store = MemoryStore()
    store.put(
        "session/store_sandbox/default", SessionRecord.begin(Tokens(Secret("a"), Secret("r"), 9, 9), "", 0).to_bytes()
    )
    transport = httpx.MockTransport(answer)
    with Storefront("store_sandbox", "sfpk_sandbox", store=store, transport=transport) as shop:
        get_customer_me.sync("store_sandbox", client=shop.api)


def main() -> None:
    kind, place, base_url = sys.argv[1:]
    session_record.FIRST_PAUSE = 0.01
    session_module.REFRESH_TIMEOUTS = Timeouts(read=0.15, total=0.4)
    session_module.REFRESH_LEASE = 3.0
    warm_up()
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        kill = json.loads(line)["kill"]
        read, write = os.pipe()
        child = os.fork()
        if not child:
            signal.alarm(120)  # does not outlive the test, should it hang
            code = 1
            try:
                os.write(write, json.dumps(call(kind, place, base_url, kill)).encode())
                code = 0
            finally:
                os._exit(code)
        os.close(write)
        with os.fdopen(read, "rb") as answers:
            answer = answers.read()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if status == -signal.SIGKILL:
            print(json.dumps({"outcome": "killed"}), flush=True)
        elif status == 0:
            print(answer.decode(), flush=True)
        else:
            raise SystemExit(f"the child ended with {status}")


if __name__ == "__main__":
    main()
