"""Waiting for payment instructions and for the payment, at the pace of the service's own pages."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import TYPE_CHECKING

from nexus_commerce.api import storefront as api

from ... import errors
from ...arguments import function, identifier, number
from ...money import Money
from ...payments import PaymentInstructions, Pending, UnknownPayment, read_payment
from ...payments.from_order import lacks_its_code, last_resort
from ...transport.retry import never

if TYPE_CHECKING:
    from nexus_commerce.models import StorefrontPublicOrder

    from ...transport._async.core import Core
    from ...transport.retry import RetryPolicy


Stop = Callable[[], bool]

# Errors of a read after which it is made again.
PASSING = (errors.ConnectionFailed, errors.DecodeError, errors.RateLimited, errors.ServerError)
# Seconds between reads; SELDOM for payments that the service's own pages look for only on the press of a button.
OFTEN, SELDOM = 5.0, 30.0
_LONGEST_READ = 20.0
# Seconds that a read at the very end of a wait may still take.
_LAST_READ = 1.0
_STEP = 0.5
# A QRIS payment that came without its code is made once more.
_CREATIONS = 2


async def payment_instructions(wait: Wait, reads: int) -> PaymentInstructions:
    """The order's payment instructions: those that are there, else made and waited for. See `Orders.instructions`."""
    order = await wait.read()
    if order is None:
        return Pending(method="", label="Payment", amount=Money.of(None))
    if not _awaited(order) or wait.stopped():
        return read_payment(order)
    for creation in range(_CREATIONS):
        try:
            order = await wait.create_payment()
        except errors.StorefrontError as error:
            if creation:
                break  # the payment that was made first counts
            if not isinstance(error, (errors.BadRequest, errors.Conflict, errors.Unprocessable)):
                raise
            if not isinstance(read_payment(order), Pending):
                reads = 0  # a method that this version does not know, and for which no payment can be made
            elif (latest := await wait.read()) is None or _awaited(latest):
                raise
            else:
                order = latest  # paid or closed in between
        for _ in range(reads):
            if not _awaited(order) or lacks_its_code(order) or not await wait.pause(wait.every):
                break
            try:
                order = await wait.read() or order
            except PASSING:
                break  # the time is over
        if not lacks_its_code(order) or wait.stopped():
            break
    return last_resort(order) if _awaited(order) and not wait.stopped() else read_payment(order)


class Wait:
    """A wait for one order: how often it is read, until when, and whether the caller has stopped it."""

    def __init__(self, core: Core, secret_slug: str, within: float | None, every: object, stop: Stop | None) -> None:
        self.slug = identifier("secret_slug", secret_slug)
        self.every = number("every", every)
        function("stop", stop)
        self._core = core
        self._ends = inf if within is None else self._core.clock.monotonic() + number("within", within)
        self._stop = stop
        self._stopped = False
        # Whether a failed read is made again. In a wait without an end, not before one has succeeded: a service that
        # cannot be reached at all would be asked for ever.
        self._patient = within is not None

    def stopped(self) -> bool:
        if self._stop is not None and not self._stopped:
            self._stopped = bool(self._stop())
        return self._stopped

    async def create_payment(self) -> StorefrontPublicOrder:
        return await self._limited(inf).call(api.create_storefront_public_order_payment.asyncio, self.slug)

    def _limited(self, longest: float, retry: RetryPolicy | None = None) -> Core:
        """The core with timeouts that end with the wait."""
        longest = min(longest, max(_LAST_READ, self._ends - self._core.clock.monotonic()))
        return self._core.at_most(longest, retry)

    async def read(self) -> StorefrontPublicOrder | None:
        """The order; what fails on the way is tried again, and raised when there is no time left. None when stopped."""
        while not self.stopped():
            core = self._limited(_LONGEST_READ, never if self._patient else None)
            try:
                order = await core.call(api.get_storefront_public_order.asyncio, self.slug)
            except PASSING as error:
                asked = getattr(error, "retry_after", None) or 0.0
                if not self._patient or self._core.clock.monotonic() + asked >= self._ends:
                    raise
            else:
                self._patient = True
                return order
            await self.pause(max(self.every, asked, _STEP))
        return None

    async def pause(self, seconds: float) -> bool:
        """Sleep; False when the time is over, or as soon as the wait is stopped."""
        seconds = min(seconds, self._ends - self._core.clock.monotonic())
        if seconds < 0 or self.stopped():
            return False
        if self._stop is None:
            await self._core.clock.asleep(seconds)
            return True
        until = self._core.clock.monotonic() + seconds
        while (left := until - self._core.clock.monotonic()) > 0:
            await self._core.clock.asleep(min(_STEP, left))
            if self.stopped():
                return False
        return True


def _awaited(order: object) -> bool:
    """Whether instructions may still come: also those of a method that is new, while it has none."""
    found = read_payment(order)
    return isinstance(found, Pending) or (isinstance(found, UnknownPayment) and bool(found.method and not found.raw))
