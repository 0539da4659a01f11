"""What bounds an answer in time and memory, where that is a matter of one half or of no service at all."""

from __future__ import annotations

import socket
import threading
import time
import tracemalloc
from collections.abc import Iterator

import httpx
import pytest
from nexus_storefront import Storefront, Timeout, never
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.transport._sync.exchange import read_body
from nexus_storefront.transport.unpacking import MAX_BODY, BodyTooLong

ASKED = httpx.Request("GET", "https://api.scalev.com/")


@pytest.mark.parametrize("size", [0, 2])
def test_a_body_takes_no_more_memory_however_small_its_pieces_are(size: int) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(400_000):
            yield bytes(bytearray(size))  # an object of its own

    tracemalloc.start()
    try:
        assert len(read_body(pieces(), "", time.monotonic() + 60, ASKED, SYSTEM_CLOCK)) == 400_000 * size
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * 1024 * 1024


def test_a_body_that_is_too_long_by_one_piece() -> None:
    with pytest.raises(BodyTooLong):
        read_body(iter([b"x" * MAX_BODY, b"x"]), "", time.monotonic() + 60, ASKED, SYSTEM_CLOCK)


def test_the_phases_of_a_request_end_together_with_its_call() -> None:
    """A connection is waited for, and then an answer: not each of them as long as the call may last."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        client = httpx.Client(limits=httpx.Limits(max_connections=1))
        shop = Storefront("store_sandbox", "sfpk_sandbox", address, http_client=client, retry=never)

        def occupied() -> None:
            with pytest.raises(Timeout):
                shop.with_options(timeout=1.0).catalog.count()

        busy = threading.Thread(target=occupied)
        busy.start()
        time.sleep(0.2)
        started = time.monotonic()
        with pytest.raises(Timeout):
            shop.with_options(timeout=1.2).catalog.count()
        assert time.monotonic() - started < 1.7
        busy.join()
        client.close()
