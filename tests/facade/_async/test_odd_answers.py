"""Answers that nobody promised: what is read of them is a sensible value or a typed error, also later."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from nexus_storefront import AsyncStorefront, ConnectionFailed, Unprocessable

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]


async def lists(shop: AsyncStorefront) -> list[list[Any]]:
    return [
        await shop.catalog.categories(),
        await shop.locations.provinces(),
        await shop.locations.cities(1),
        await shop.locations.postal_codes(1),
        await shop.checkout.payment_methods(),
    ]


@pytest.mark.parametrize("data", [None, True, 5, "text", {"a": 1}, [1, None, "text", [{}]]])
async def test_what_is_no_list_of_models_is_an_empty_one(wire: Any, reply: Reply, data: object) -> None:
    wire.default = lambda request: reply(200, {"data": data})
    async with wire.shop() as shop:
        for found in await lists(shop):
            assert not found
            assert str(found) == "nothing"


@pytest.mark.parametrize("quantity", [10**29, 10**45, 10**4000, 1e300], ids=["29", "45", "4000", "float"])
async def test_a_cart_with_a_count_that_cannot_be_is_read(wire: Any, reply: Reply, quantity: float) -> None:
    line = {"id": 1, "type": "variant", "variant_id": 5, "quantity": quantity, "unit_price": "125000.00"}
    cart = {"id": 1, "items": [line], "item_count": quantity, "total": "1"}
    wire.default = lambda request: reply(200, cart, {"X-Scalev-Guest-Token": "t"})
    async with wire.shop() as shop:
        assert len(await shop.cart.add(variant_id=5)) == 1
        assert str(await shop.cart.get())


class Unclosable(httpx.AsyncByteStream):
    """A body that is there, and a connection that cannot be closed after it."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def aclose(self) -> None:
        raise OSError("the connection cannot be closed")


async def test_an_answer_counts_whatever_its_connection_does_then(wire: Any) -> None:
    wire.answers = [
        httpx.Response(201, stream=Unclosable(b'{"id": 1, "items": [], "item_count": 0}')),
        httpx.Response(422, stream=Unclosable(b'{"message": "no"}')),
        httpx.Response(422, stream=Unclosable(b"{", httpx.ReadError("reset"))),
    ]
    async with wire.shop() as shop:
        assert (await shop.cart.add(variant_id=5)).id == 1
        with pytest.raises(Unprocessable):
            await shop.cart.add(variant_id=5)
        with pytest.raises(ConnectionFailed) as broken:
            await shop.cart.add(variant_id=5)
    assert (broken.value.status, broken.value.effect) == (422, "refused")
