"""What goes wrong while a connection is made costs nothing, whatever class of error it is."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from nexus_storefront import ConnectionFailed, never

from .conftest import SESSION_KEY

pytestmark = pytest.mark.anyio

# `httpx` takes them; the system raises a UnicodeError, an OverflowError or an ExceptionGroup of it.
PROXIES = {"name": f"http://{'a' * 70}.invalid:3128", "port": "http://127.0.0.1:65537"}


@pytest.mark.parametrize("proxy", PROXIES.values(), ids=PROXIES)
async def test_a_proxy_to_which_nobody_can_connect(half: Any, customer: Any, proxy: str) -> None:
    shop = await half.signed_in(customer)
    line = (await half(shop.cart.add(variant_id=494535))).lines[0]
    kind = httpx.AsyncClient if half.name == "async" else httpx.Client
    other = half.shop(http_client=kind(proxy=proxy), retry=never)
    await half(other.auth.state())
    session = other._core.session
    await half(session._load())
    session._in_use.current.fresh_until = session._in_use.current.valid_until = 0.0
    with pytest.raises(ConnectionFailed) as caught:
        await half.me(other)
    assert caught.value.effect == "nothing_left"
    record = await half(session.read())
    assert (record.presented, record.lost) == (0, None)
    with pytest.raises(ConnectionFailed) as caught:
        await half(other.cart.guest.add(variant_id=494535))
    assert caught.value.effect == "nothing_left"
    assert half.store.get(SESSION_KEY) is not None
    assert line.quantity == 1
