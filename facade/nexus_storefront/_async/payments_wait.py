"""Waiting for payment instructions and for the payment, at the pace of the service's own pages."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from .._read import identifier
from ..errors import ConnectionFailed, DecodeError, InvalidInput, RateLimited, ServerError
from ..payments import PaymentInstructions, PaymentWait, Pending, payment_state, read_payment
from ..retry import never
from ..settings import Timeouts
from ._compat import sleep

if TYPE_CHECKING:
    from nexus_commerce.models import StorefrontPublicOrder

    from ._core import Core

__all__ = ["create_payment", "wait_for_instructions", "wait_for_payment", "watch"]

Stop = Callable[[], bool]

# A read that goes wrong on the way is no news; the next one may be better.
_PASSING = (ConnectionFailed, DecodeError, RateLimited, ServerError)
_LONGEST_READ = 20.0
_STEP = 0.5


async def create_payment(core: Core, secret_slug: str) -> StorefrontPublicOrder:
    """Have the payment made, or get the existing one again (createStorefrontPublicOrderPayment)."""
    from nexus_commerce.api.storefront import create_storefront_public_order_payment

    slug = identifier("secret_slug", secret_slug)
    return await core.call(create_storefront_public_order_payment.asyncio, core.store_id, slug, client=core.api)


async def wait_for_instructions(
    core: Core, secret_slug: str, *, reads: int = 15, every: float = 1.5, stop: Stop | None = None
) -> PaymentInstructions:
    """The order's payment instructions: those that are there, else made and waited for, `reads` times `every` seconds.

    Gives `Pending` when they are not there by then, when `stop()` turns true, or when the order is closed.
    """
    if reads < 1 or every < 0:
        raise InvalidInput("reads must be at least 1, and every not negative")
    order = await _read(core, secret_slug)
    if not _awaited(order):
        return read_payment(order)
    order = await create_payment(core, secret_slug)
    for _ in range(reads):
        if not _awaited(order) or not await _pause(every, stop):
            break
        with suppress(*_PASSING):
            order = await _read(core, secret_slug, _LONGEST_READ)
    return read_payment(order)


async def watch(
    core: Core, secret_slug: str, *, within: float | None = None, every: float = 5.0, stop: Stop | None = None
) -> AsyncIterator[StorefrontPublicOrder]:
    """The order, read every `every` seconds until it is paid or closed, `within` seconds are over, or `stop()` turns
    true. The last one given is the last one read."""
    if every <= 0 or (within is not None and within < 0):
        raise InvalidInput("every must be positive, and within not negative")
    started = time.monotonic()
    order = await _read(core, secret_slug)
    pause = every
    while True:
        yield order
        if payment_state(order) != "open":
            return
        fresh = None
        while fresh is None:
            left = None if within is None else started + within - time.monotonic()
            if left is not None and left <= 0:
                return
            if not await _pause(pause if left is None else min(pause, left), stop):
                return
            pause = every
            try:
                fresh = await _read(core, secret_slug, left)
            except _PASSING as error:
                pause = max(every, getattr(error, "retry_after", None) or 0.0)
        order = fresh


async def wait_for_payment(
    core: Core, secret_slug: str, *, within: float = 900.0, every: float = 5.0, stop: Stop | None = None
) -> PaymentWait:
    """Wait until the order is paid or can no longer be; at most `within` seconds, or until `stop()` turns true."""
    latest: StorefrontPublicOrder | None = None
    async for order in watch(core, secret_slug, within=within, every=every, stop=stop):
        latest = order
    assert latest is not None
    return PaymentWait(latest)


async def _read(core: Core, secret_slug: str, left: float | None = None) -> StorefrontPublicOrder:
    from nexus_commerce.api.storefront import get_storefront_public_order

    slug = identifier("secret_slug", secret_slug)
    if left is not None:
        # Polling repeats by itself, and must not outlast its own deadline by much.
        longest = max(1.0, min(_LONGEST_READ, left))
        core = core.derive(retry=never, timeout=Timeouts(connect=5, read=longest, write=5, pool=5, total=longest))
    return await core.call(get_storefront_public_order.asyncio, core.store_id, slug, client=core.api)


def _awaited(order: object) -> bool:
    return isinstance(read_payment(order), Pending) and payment_state(order) == "open"


async def _pause(seconds: float, stop: Stop | None) -> bool:
    """Sleep; False as soon as `stop` says so."""
    if stop is None:
        await sleep(seconds)
        return True
    until = time.monotonic() + seconds
    while not stop():
        left = until - time.monotonic()
        if left <= 0:
            return True
        await sleep(min(_STEP, left))
    return False
