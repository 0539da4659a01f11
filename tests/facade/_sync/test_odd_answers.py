# Rendered from tests/facade/_async/test_odd_answers.py by scripts/unasync.py; edit that file.
"""Answers that nobody promised: what is read of them is a sensible value or a typed error, also later."""

from __future__ import annotations

from collections.abc import Iterator, Callable
from typing import Any

import httpx
import pytest
from nexus_storefront import Storefront, ConnectionFailed, Unprocessable

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]


def lists(shop: Storefront) -> list[list[Any]]:
    return [
        shop.catalog.categories(),
        shop.locations.provinces(),
        shop.locations.cities(1),
        shop.locations.postal_codes(1),
        shop.checkout.payment_methods(),
    ]


@pytest.mark.parametrize("data", [None, True, 5, "text", {"a": 1}, [1, None, "text", [{}]]])
def test_what_is_no_list_of_models_is_an_empty_one(wire: Any, reply: Reply, data: object) -> None:
    wire.default = lambda request: reply(200, {"data": data})
    with wire.shop() as shop:
        for found in lists(shop):
            assert not found
            assert str(found) == "nothing"


@pytest.mark.parametrize("quantity", [10**29, 10**45, 10**4000, 1e300], ids=["29", "45", "4000", "float"])
def test_a_cart_with_a_count_that_cannot_be_is_read(wire: Any, reply: Reply, quantity: float) -> None:
    line = {"id": 1, "type": "variant", "variant_id": 5, "quantity": quantity, "unit_price": "125000.00"}
    cart = {"id": 1, "items": [line], "item_count": quantity, "total": "1"}
    wire.default = lambda request: reply(200, cart, {"X-Scalev-Guest-Token": "t"})
    with wire.shop() as shop:
        assert len(shop.cart.add(variant_id=5)) == 1
        assert str(shop.cart.get())


class Unclosable(httpx.SyncByteStream):
    """A body that is there, and a connection that cannot be closed after it."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    def close(self) -> None:
        raise OSError("the connection cannot be closed")


def test_an_answer_counts_whatever_its_connection_does_then(wire: Any) -> None:
    wire.answers = [
        httpx.Response(201, stream=Unclosable(b'{"id": 1, "items": [], "item_count": 0}')),
        httpx.Response(422, stream=Unclosable(b'{"message": "no"}')),
        httpx.Response(422, stream=Unclosable(b"{", httpx.ReadError("reset"))),
    ]
    with wire.shop() as shop:
        assert (shop.cart.add(variant_id=5)).id == 1
        with pytest.raises(Unprocessable):
            shop.cart.add(variant_id=5)
        with pytest.raises(ConnectionFailed) as broken:
            shop.cart.add(variant_id=5)
    assert (broken.value.status, broken.value.effect) == (422, "refused")
