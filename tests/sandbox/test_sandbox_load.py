"""State under load, and after a killed process."""

from __future__ import annotations

import asyncio
import gc
import socket
import stat
import subprocess
import sys
import warnings
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

import httpx
import pytest
from nexus_sandbox import Sandbox
from sandbox_shopper import EBOOK, GAYO, PARCEL, SCARCE, Shopper, variant

CLIENTS = 200
HEADERS = {"X-Scalev-Storefront-Api-Key": "sfpk_sandbox"}


@pytest.mark.anyio
@pytest.mark.parametrize("kept", [False, True], ids=["memory", "file"])
async def test_200_clients_at_once(tmp_path: Path, kept: bool) -> None:
    with Sandbox(db=tmp_path / "state.db" if kept else None) as sandbox:
        sandbox.control.set_stock(SCARCE, 60)
        base = f"{sandbox.base_url}/v3/stores/store_sandbox/public"

        def connect() -> httpx.AsyncClient:
            return httpx.AsyncClient(headers=HEADERS, timeout=60, verify=False)

        async with connect() as first:
            shared = (await first.get(f"{base}/cart")).headers["X-Scalev-Guest-Token"]

            async def shopper(number: int) -> tuple[int, int]:
                async with connect() as client:
                    return await shop(client, number)

            async def shop(client: httpx.AsyncClient, number: int) -> tuple[int, int]:
                cart = await client.post(f"{base}/cart/items", json=variant(GAYO))
                mine = {"X-Scalev-Guest-Token": cart.headers["X-Scalev-Guest-Token"]}
                if number < 100:
                    ours = {"X-Scalev-Guest-Token": shared}
                    assert (
                        await client.post(f"{base}/cart/items", json=variant(EBOOK), headers=ours)
                    ).status_code == 201
                own = await client.post(f"{base}/cart/items", json=variant(GAYO, 2), headers=mine)
                assert own.json()["item_count"] == 3
                body = PARCEL | {"items": [variant(SCARCE)], "payment_method": "qris"}
                order = await client.post(f"{base}/checkout", json=body, headers=mine)
                left = await client.get(f"{base}/cart", headers=mine)
                return order.status_code, left.json()["item_count"]

            results = await asyncio.gather(*(shopper(number) for number in range(CLIENTS)))
            assert Counter(results) == {(201, 0): 60, (400, 3): CLIENTS - 60}
            common = await first.get(f"{base}/cart", headers={"X-Scalev-Guest-Token": shared})
            assert common.json()["item_count"] == 100
        assert sandbox.control.stock(SCARCE) == 0
        assert len(sandbox.control.orders()) == 60
        assert {row["status"] for row in sandbox.control.requests()} <= {200, 201, 400}


def _serve(path: Path) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "nexus_sandbox", "--port", "0", "--db", str(path)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    return server, server.stdout.readline().split()[1]


async def _until_up(client: httpx.AsyncClient, base: str) -> None:
    for _ in range(2000):
        try:
            await client.get(f"{base}/public/items/count")
            return
        except httpx.ConnectError:
            await asyncio.sleep(0.005)
    raise AssertionError("the sandbox does not answer")


@pytest.mark.anyio
async def test_what_was_answered_201_outlives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    carts: dict[str, int] = {}
    orders: set[str] = set()
    enough = asyncio.Event()
    server, base = _serve(path)
    try:
        async with httpx.AsyncClient(headers=HEADERS, timeout=60, verify=False) as client:
            await _until_up(client, base)

            async def shopper() -> None:
                token: dict[str, str] = {}
                try:
                    while True:
                        cart = await client.post(f"{base}/public/cart/items", json=variant(EBOOK), headers=token)
                        if cart.status_code == 201:
                            token = {"X-Scalev-Guest-Token": cart.headers["X-Scalev-Guest-Token"]}
                            carts[token["X-Scalev-Guest-Token"]] = cart.json()["item_count"]
                        body = PARCEL | {"items": [variant(EBOOK)], "payment_method": "qris"}
                        order = await client.post(f"{base}/public/checkout", json=body)
                        if order.status_code == 201:
                            orders.add(order.json()["secret_slug"])
                        if len(orders) >= 100:
                            enough.set()
                except httpx.TransportError:
                    return

            async def killer() -> None:
                await enough.wait()
                server.kill()

            await asyncio.gather(killer(), *(shopper() for _ in range(20)))
    finally:
        server.kill()
        server.communicate()
    assert len(orders) >= 100
    with Sandbox(db=path) as sandbox, Shopper(sandbox) as shop:
        for token, count in carts.items():
            found = shop.get("/public/cart", headers={"X-Scalev-Guest-Token": token}).json()["item_count"]
            assert count <= found <= count + 1
        assert orders <= {row["secret_slug"] for row in sandbox.control.orders()}
        shop.order(items=[variant(EBOOK)])


def test_a_file_keeps_everything_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with Sandbox(db=path, seed=7, items=80) as sandbox, Shopper(sandbox, guest=True) as shop:
        shop.add(variant(GAYO, 2))
        token = shop.headers["X-Scalev-Guest-Token"]
        refresh = shop.sign_in()["refresh"]
        order = shop.order(items=[variant(GAYO)], discount_code_code="POTONG25RB")
        sandbox.control.configure(strict_two_step=True)
        sandbox.control.advance_clock(1000)
        before = sandbox.control.now()
        assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
    with Sandbox(db=path) as sandbox, Shopper(sandbox) as shop:
        assert shop.get("/public/items/count").json()["total"] == 80
        assert shop.get("/public/cart", headers={"X-Scalev-Guest-Token": token}).json()["items"] == []
        assert shop.get(f"/public/orders/{order['secret_slug']}").json() == order
        assert shop.post("/public/auth/jwt/refresh", json={"refresh": refresh}).status_code == 200
        assert sandbox.control.settings()["strict_two_step"] is True
        assert sandbox.control.now() >= before
        assert shop.order(items=[variant(GAYO)])["order_id"] != order["order_id"]


def test_a_file_of_another_layout_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    Sandbox(db=path).stop()
    import sqlite3

    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(ValueError, match="layout 999"):
        Sandbox(db=path)


def test_a_large_catalogue_lists_by_key(tmp_path: Path) -> None:
    with Sandbox(items=20_000) as sandbox, Shopper(sandbox) as shop:
        assert shop.get("/public/items/count").json() == {"total": 20_000}
        page = shop.get("/public/items?page_size=1000").json()
        assert len(page["data"]) == 1000
        plan = sandbox.state.store.all(
            "EXPLAIN QUERY PLAN SELECT * FROM items WHERE hidden = 0 AND seq > 15000 ORDER BY seq LIMIT 10"
        )
        assert [row for row in plan if "SCAN" in row["detail"] or "TEMP B-TREE" in row["detail"]] == []


def test_who_connects_as_it_stops_is_left_open_by_nobody() -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for turns in range(8):
            _connect_as_it_stops(turns)
        gc.collect()
    assert [each for each in map(str, told) if "socket" in each.lower()] == []


def _connect_as_it_stops(turns: int) -> None:
    """`turns` of the event loop after it was told to stop."""
    sandbox = Sandbox().start()
    server = sandbox._server
    assert server is not None
    assert server._loop is not None
    clients = []

    async def stop_and_connect() -> None:
        server._stopped.set()
        for _ in range(turns):
            await asyncio.sleep(0)
        with suppress(ConnectionRefusedError):  # too late
            clients.append(socket.create_connection(("127.0.0.1", int(sandbox.base_url.rpartition(":")[2]))))

    asyncio.run_coroutine_threadsafe(stop_and_connect(), server._loop)
    sandbox.stop()
    for client in clients:
        with client, suppress(ConnectionError):
            assert client.recv(1) == b""


def test_a_client_lets_go_of_an_idle_connection_before_the_sandbox_does() -> None:
    """Else the sandbox closes as the client sends, and nobody knows whether the order was taken."""
    with Sandbox() as sandbox:
        assert sandbox._server is not None
        assert sandbox._server.config.timeout_keep_alive > (httpx.Limits().keepalive_expiry or 0)
