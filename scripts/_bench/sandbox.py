"""The sandbox: requests a second, start-up and memory, beside a bare Starlette application on the same uvicorn.

The peer answers a fixed JSON body and keeps nothing: what validation and state cost is the ratio to it.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from urllib.parse import urlsplit

from _bench import Measure
from _bench._memory import resident
from _bench._process import API_KEY, STORE_ID, sandbox, serving

CLIENTS = 20
SECONDS = 1.5
ROUNDS = 3
STARTS = 3
MANY_ITEMS = 100_000
PUBLIC = f"/v3/stores/{STORE_ID}/public"
ADD = {"type": "variant", "variant_id": 494601, "quantity": 1}
ORDER = {
    "customer_name": "Bench",
    "customer_email": "bench@example.com",
    "payment_method": "qris",
    "items": [ADD],
}
_OURS = [sys.executable, "-m", "nexus_sandbox", "--port", "0"]
BARE = """
import json, uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

async def answer(request):
    body = await request.body()
    if body:
        json.loads(body)
    return JSONResponse({"id": 1, "item_count": 0, "total": "0.00", "items": []}, 201 if body else 200)

import socket
bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
bound.bind(("127.0.0.1", 0))
print(f"at http://127.0.0.1:{bound.getsockname()[1]}/v3/", flush=True)
app = Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "POST"])])
server = uvicorn.Server(uvicorn.Config(app, http="h11", access_log=False, log_level="warning"))
server.run(sockets=[bound])
"""


def run() -> Iterator[Measure]:
    with sandbox() as ours, _bare() as (bare, _):
        _wait(ours)
        _wait(bare)
        for name, method, path, body, limit in (
            ("cart read", "GET", f"{PUBLIC}/cart", None, 3.0),
            ("cart add", "POST", f"{PUBLIC}/cart/items", ADD, 3.0),
            ("checkout", "POST", f"{PUBLIC}/checkout", ORDER, 5.0),
        ):
            mine, theirs = [], []
            for _ in range(ROUNDS):
                mine.append(_rate(ours, method, path, body))
                theirs.append(_rate(bare, method, path, body))
            note = f"{max(mine):.0f}/s with {CLIENTS} clients; the bare application {max(theirs):.0f}/s"
            peers = {"bare Starlette": 1000 / max(theirs)}
            yield Measure(name, "ms a request", 1000 / max(mine), peers, limit, note=note)
    yield from _starts()
    yield from _sizes()


def _bare() -> AbstractContextManager[tuple[str, int]]:
    return serving([sys.executable, "-c", BARE])


def _wait(base: str) -> None:
    """Until it answers."""
    asyncio.run(_until_up(base))


async def _until_up(base: str) -> None:
    for _ in range(6000):
        try:
            await _client(base, "GET", f"{PUBLIC}/cart", None, time.perf_counter())
            return
        except OSError:
            await asyncio.sleep(0.01)
    raise RuntimeError(f"{base} does not answer")


def _rate(base: str, method: str, path: str, body: object) -> float:
    """Requests a second of CLIENTS connections, each asking again as soon as it is answered."""

    async def all_of_them() -> float:
        start = time.perf_counter()
        clients = [_client(base, method, path, body, start + SECONDS) for _ in range(CLIENTS)]
        answered = sum(await asyncio.gather(*clients))
        return answered / (time.perf_counter() - start)

    return asyncio.run(all_of_them())


async def _client(base: str, method: str, path: str, body: object, until: float) -> int:
    """Ask once, and on until the time is over; return how many answers came. Plain sockets, to be cheap."""
    place = urlsplit(base)
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    content = b"" if body is None else json.dumps(body).encode()
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: {place.netloc}\r\nX-Scalev-Storefront-Api-Key: {API_KEY}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    ).encode()
    answered = 0
    while True:
        writer.write(head + content)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        await reader.readexactly(int(answer.partition(b"content-length: ")[2].partition(b"\r\n")[0]))
        if not answer.startswith((b"http/1.1 200", b"http/1.1 201")):
            raise RuntimeError(f"{method} {path} was answered {answer[:40]!r}")
        answered += 1
        if time.perf_counter() >= until:
            writer.close()
            return answered


def _starts() -> Iterator[Measure]:
    def start(command: list[str]) -> float:
        begun = time.perf_counter()
        with serving(command) as (base, _):
            _wait(base)
            return (time.perf_counter() - begun) * 1000

    peer = {"bare Starlette": min(start([sys.executable, "-c", BARE]) for _ in range(STARTS))}
    mine = min(start(_OURS) for _ in range(STARTS))
    yield Measure("start-up of the process", "ms", mine, peer, 4.0, note=f"best of {STARTS}")
    many = start([*_OURS, "--items", str(MANY_ITEMS)])
    yield Measure(f"start-up with {MANY_ITEMS:,} items", "ms", many, peer, note="once")


def _sizes() -> Iterator[Measure]:
    def size(command: list[str]) -> float:
        with serving(command) as (base, process):
            _wait(base)
            return resident(process)

    peer = {"bare Starlette": size([sys.executable, "-c", BARE])}
    note = "of the whole process, after one answer"
    yield Measure("memory", "MB", size(_OURS), peer, note=note)
    yield Measure(
        f"memory with {MANY_ITEMS:,} items", "MB", size([*_OURS, "--items", str(MANY_ITEMS)]), peer, note=note
    )
