"""The asynchronous half on trio: the same calls, on another event loop."""

from __future__ import annotations

from pathlib import Path

import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, FileStore

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "trio"


async def test_a_cart_a_login_and_an_intent_on_trio(tmp_path: Path) -> None:
    import trio

    with Sandbox() as sandbox:
        async with AsyncStorefront(
            sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path / "store")
        ) as shop:
            async with trio.open_nursery() as nursery:
                for _ in range(5):
                    nursery.start_soon(lambda: shop.cart.add(variant_id=494535))
            assert (await shop.cart.get()).item_count == 5
            await shop.auth.login("sari@example.com", "kata-sandi-contoh")
            assert (await shop.account.profile()).customer
            assert (await shop.cart.customer.get()).find(variant_id=494535)
            intent = await shop.intents.start("form", "ok", delay=0)
            await intent.save(fields={"notes": "a"})
            assert await intent.flush()
        async with AsyncStorefront(
            sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path / "store")
        ) as shop:
            assert (await shop.cart.get()).owner == "customer"
