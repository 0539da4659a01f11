"""A test suite for transports of `httpx` that a shop is to be used with; pytest runs it.

    class TestMyTransport(TransportConformance):
        def open_transport(self, limits):
            return MyTransport(limits=limits)

    @pytest.mark.anyio
    class TestMyAsyncTransport(AsyncTransportConformance):
        def open_transport(self, limits):
            return MyAsyncTransport(limits=limits)

One that passes may say `proves_unsent = True` of itself: a shop then sends again what provably never left. With
`proves_unsent = False` in the test class, what it raises before and after the first byte is not looked at.
"""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from ._async.conformance import Conformance as _AsyncConformance
from ._sync.conformance import Conformance as TransportConformance
from .conformance_server import Connection, answer

__all__ = ["AsyncTransportConformance", "TransportConformance"]


class AsyncTransportConformance(_AsyncConformance):
    """What every asynchronous transport must hold to; it is cancelled, too."""

    async def test_a_call_that_is_cancelled_gives_its_connection_back(self) -> None:
        def slow_at_first(connection: Connection) -> None:
            while connection.next_request() is not None:
                if connection.number < 3:
                    connection.keep_silent()
                connection.send(answer(b"{}"))

        async with self._served(slow_at_first, most=2) as (server, client):
            for _ in range(3):
                task = asyncio.ensure_future(client.post(server.url(), content=b"x"))
                await asyncio.sleep(0.05)
                task.cancel()
                (ended,) = await asyncio.gather(task, return_exceptions=True)
                assert isinstance(ended, asyncio.CancelledError), f"{ended!r}"
            timeout: Any = httpx.Timeout(5)
            assert (await client.post(server.url(), content=b"x", timeout=timeout)).content == b"{}"
