"""Fixtures for everyone's tests: a sandbox of one's own, and clients connected to it."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import httpx

    from .sandbox import Sandbox


@pytest.fixture
def nexus_sandbox() -> Iterator[Sandbox]:
    """A fresh sandbox store in memory, serving on a free port until the test ends."""
    from . import Sandbox

    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def nexus_http(nexus_sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A plain `httpx.Client` below `/v3/stores/{store_id}` of the test's sandbox, with the storefront key."""
    import httpx

    with httpx.Client(
        base_url=f"{nexus_sandbox.base_url}/v3/stores/{nexus_sandbox.store_id}",
        headers={"X-Scalev-Storefront-Api-Key": nexus_sandbox.api_key},
    ) as client:
        yield client


@pytest.fixture
def nexus_storefront(nexus_sandbox: Sandbox) -> Iterator[Any]:
    """A `nexus_storefront.Storefront` connected to the test's sandbox."""
    # By name: the sandbox itself does not depend on the client it is there to test.
    storefront = importlib.import_module("nexus_storefront").Storefront
    with storefront(nexus_sandbox.store_id, nexus_sandbox.api_key, nexus_sandbox.base_url) as shop:
        yield shop


@pytest.fixture
async def nexus_async_storefront(nexus_sandbox: Sandbox) -> AsyncIterator[Any]:
    """A `nexus_storefront.AsyncStorefront` connected to the test's sandbox, for tests that run by anyio or asyncio."""
    storefront = importlib.import_module("nexus_storefront").AsyncStorefront
    async with storefront(nexus_sandbox.store_id, nexus_sandbox.api_key, nexus_sandbox.base_url) as shop:
        yield shop
