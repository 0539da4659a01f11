"""The shop against a sandbox store of each test's own, and the archive that a page loads."""

import subprocess
import sys
from pathlib import Path

import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, InvalidInput

import build
import shop as rules

SAID = {
    "name": "Sari",
    "email": "sari@example.com",
    "phone": "6281234567890",
    "subdistrict": "Cempaka Putih",
    "address": "Jl. Contoh No. 3",
}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
async def test_from_the_shelf_to_one_order(nexus_async_storefront: AsyncStorefront, nexus_sandbox: Sandbox) -> None:
    shop = nexus_async_storefront
    cards = await rules.shelf(shop)
    await shop.cart.add(variant_id=cards[0].variant_id)
    with pytest.raises(InvalidInput, match="no such subdistrict"):
        await rules.quote(shop, SAID | {"subdistrict": "nowhere at all"})
    shown, kept = await rules.quote(shop, SAID)
    assert "Rp" in shown
    said, code = await rules.order(shop, kept)
    assert "Rp" in said
    assert "<svg" in code
    assert (await rules.order(shop, kept))[0] == said
    assert len(nexus_sandbox.control.orders()) == 1


def test_the_archive_needs_nothing_beside_it(tmp_path: Path) -> None:
    archive = tmp_path / "packages.zip"
    build.pack(archive)
    assert archive.stat().st_size < 3_000_000
    program = f"import sys; sys.path.insert(0, {str(archive)!r}); import shop, httpx, segno; shop.AsyncStorefront"
    subprocess.run([sys.executable, "-I", "-S", "-c", program], check=True)
