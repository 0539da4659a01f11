# Rendered from tests/facade/_async/test_guest_token.py by scripts/unasync.py; edit that file.
"""The guest's token: written when it is new, never over a newer one, and never a reason to send an addition twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from nexus_storefront import InvalidInput, MemoryStore
from nexus_storefront.redact import Secret
from nexus_storefront.stores import DamagedEntry, Entry, StoreError

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
GUEST = "x-scalev-guest-token"
KEY = "guest/store_x"


class Watched(MemoryStore):
    """A store that counts what is written, and fails where it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []
        self.fails: tuple[str, ...] = ()

    def get(self, key: str) -> Entry | None:
        if key.startswith(self.fails or ("-",)):
            raise StoreError("out of reach")
        return super().get(key)

    def put(self, key: str, value: bytes, **how: Any) -> int:
        if key.startswith(self.fails or ("-",)):
            raise StoreError("out of reach")
        self.written.append(key)
        return super().put(key, value, **how)


def test_an_addition_whose_token_was_replaced_meanwhile_is_sent_once(wire: Any, reply: Reply) -> None:
    store = Watched()
    store.put(KEY, b"old")
    with wire.shop(store=store) as shop:

        def meanwhile(request: httpx.Request) -> httpx.Response:
            shop._core.guest.value = Secret("newer")  # as another call of this shop does
            return reply(201, {"items": []}, {GUEST: "of-the-answer"})

        wire.answers = [meanwhile]
        shop.cart.guest.add(variant_id=1)
    assert [request.method for request in wire.requests] == ["POST"]


def test_a_read_of_a_cart_that_was_replaced_meanwhile_is_made_again(wire: Any, reply: Reply) -> None:
    store = Watched()
    store.put(KEY, b"old")
    with wire.shop(store=store) as shop:

        def meanwhile(request: httpx.Request) -> httpx.Response:
            shop._core.guest.value = Secret("newer")
            return reply(200, {"items": []}, {GUEST: "of-the-answer"})

        wire.answers = [meanwhile, reply(200, {"items": []}, {GUEST: "newer"})]
        shop.cart.guest.get()
    assert [request.headers[GUEST] for request in wire.requests] == ["old", "newer"]
    assert store.get(KEY).value == b"old"  # type: ignore[union-attr]


def test_a_token_is_written_when_it_is_new_and_not_again(wire: Any, reply: Reply) -> None:
    store = Watched()
    wire.default = lambda request: reply(200, {"items": []}, {GUEST: "mine"})
    with wire.shop(store=store) as shop:
        for _ in range(3):
            shop.cart.guest.get()
        assert store.written.count(KEY) == 1
        # Another process has made another cart: what this one echoes is no news.
        store.put(KEY, b"of-another-process")
        shop.cart.guest.get()
    assert store.get(KEY).value == b"of-another-process"  # type: ignore[union-attr]


def test_a_token_that_could_not_be_written_is_written_later(wire: Any, reply: Reply) -> None:
    store = Watched()
    wire.default = lambda request: reply(200, {"items": []}, {GUEST: "mine"})
    with wire.shop(store=store) as shop:
        shop.cart.guest.get()
        wire.default = lambda request: reply(200, {"items": []}, {GUEST: "newer"})
        store.fails = ("guest/",)
        shop.cart.guest.get()
        store.fails = ()
        shop.cart.guest.get()
    assert store.get(KEY).value == b"newer"  # type: ignore[union-attr]


def test_a_damaged_entry_makes_way_for_the_token_of_a_new_cart(wire: Any, reply: Reply) -> None:
    class Damaged(Watched):
        damaged = True

        def get(self, key: str) -> Entry | None:
            if self.damaged and key == KEY:
                raise DamagedEntry(key)
            return super().get(key)

        def put(self, key: str, value: bytes, **how: Any) -> int:
            if self.damaged and key == KEY:
                raise DamagedEntry(key)
            return super().put(key, value, **how)

        def delete(self, key: str, *, expected: int | None = None) -> bool:
            if key == KEY:
                self.damaged = False
            return super().delete(key, expected=expected)

    store = Damaged()
    wire.default = lambda request: reply(201, {"items": []}, {GUEST: "new"})
    with wire.shop(store=store) as shop:
        shop._core.guest.forget("any")
        assert store.damaged
        shop.cart.add(variant_id=1)
    assert GUEST not in wire.requests[0].headers
    assert store.get(KEY).value == b"new"  # type: ignore[union-attr]


def test_a_rate_budget_out_of_reach_keeps_nobody_from_shopping(
    wire: Any, reply: Reply, naps: list[float]
) -> None:
    store = Watched()
    store.fails = ("rate/",)
    low = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": "1", "x-ratelimit-reset": "9"}
    wire.default = lambda request: reply(200, {"total": 1}, low)
    with wire.shop(store=store) as shop:
        for _ in range(2):
            assert shop.catalog.count() == 1


@pytest.mark.parametrize("name", ["X-\u00e4", "X-\u0661", "X Y", "", "X:Y", 7])
def test_the_name_of_a_header_is_plain(wire: Any, name: Any) -> None:
    with pytest.raises(InvalidInput):
        wire.shop(headers={name: "x"})
