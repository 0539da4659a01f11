"""The bot against a sandbox store of each test's own, as a platform talks to it."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from pathlib import Path

import httpx
import pytest
from nexus_sandbox import Sandbox

import server

pytestmark = pytest.mark.anyio
Say = Callable[..., Awaitable[str]]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def platform(
    nexus_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> AsyncIterator[httpx.AsyncClient]:
    monkeypatch.setenv("SCALEV_API_BASE", nexus_sandbox.base_url)
    monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", nexus_sandbox.store_id)
    monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", nexus_sandbox.api_key)
    monkeypatch.setenv("BOT_SECRET", "a secret of the tests")
    monkeypatch.setenv("BOT_FOLDER", str(tmp_path))
    wire = httpx.ASGITransport(server.app)
    async with (
        server.lifespan(server.app),
        httpx.AsyncClient(transport=wire, base_url="https://bot.example") as platform,
    ):
        yield platform


@pytest.fixture
def say(platform: httpx.AsyncClient) -> Say:
    numbers = count()

    async def say(text: str, *, chat: str = "alice", number: str | None = None) -> str:
        body = json.dumps({"id": number or f"m{next(numbers)}", "chat": chat, "text": text}).encode()
        told = await platform.post("/messages", content=body, headers={"X-Signature": server.signature(body)})
        return str(told.json()["text"])

    return say


async def test_from_a_search_to_one_order(say: Say, nexus_sandbox: Sandbox) -> None:
    assert "show kopi-arabika-gayo" in await say("search arabika gayo")
    assert "add 494535" in await say("show kopi-arabika-gayo")
    await say("add 494535 2")
    await say("buy")
    for answer in ("Sari", "sari@example.com", "6281234567890", "nowhere at all", "Jl. Contoh No. 3"):
        await say(answer)
    assert "no such subdistrict" in await say("qris")
    assert "Say yes" in await say("Cempaka Putih")
    first, again = await say("yes"), await say("yes")
    assert first == again
    assert len(nexus_sandbox.control.orders()) == 1


async def test_chats_have_carts_of_their_own(say: Say) -> None:
    await say("add 494535")
    assert await say("buy", chat="bob") == "The cart is empty."
    assert await say("buy") == "Your name?"
    assert "nothing was ordered" in await say("stop")


async def test_a_message_that_comes_again_is_done_once(say: Say) -> None:
    first = await say("add 494535", number="one")
    assert await say("add 494535", number="one") == first
    assert await say("cart") == first


async def test_unsigned_messages_are_refused(platform: httpx.AsyncClient) -> None:
    assert (await platform.post("/messages", json={"id": "1", "chat": "a", "text": "cart"})).status_code == 401
