"""Signing in without losing the guest's cart, and finishing a login that was interrupted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from math import inf
from typing import TYPE_CHECKING, Any

import attrs
from nexus_commerce import api

from ...cart._async.contents_now import forget_cart
from ...cart.lines import read_cart, unreadable_cart
from ...contents import item_body
from ...errors import BadRequest, Conflict, NotFound, StatusError, StorefrontError, Timeout, Unprocessable
from ...order_journal._async.journal import OrderJournal, customer_turn, guest_cart_turn
from ...order_journal._async.turns import Turn, TurnsHeld, turns
from ...transport._async.concurrency import in_thread
from ...transport._async.guest_cart import DEAD_TOKEN
from ..cart_journal import (
    REMEMBERED,
    CartJournal,
    CartReport,
    KeptLines,
    LineCounts,
    LineKey,
    LineReport,
    compare,
    journal_key,
    lines_in,
    lines_of,
    missing,
)
from ..session_record import SessionRecord

if TYPE_CHECKING:
    from ...cart.lines import Owner
    from ...contents import Content
    from ...transport._async.core import Core


LOGIN_LEASE = 180.0
"""Seconds that a login holds its turns."""
ROUNDS = 3
REFUSALS = (BadRequest, NotFound, Conflict, Unprocessable)
_LATE = "carrying the guest's cart over took too long: nothing more was sent"


async def finish_login(
    core: Core, unfinished: Callable[[], Awaitable[SessionRecord | None]], *, wait: float, within: float
) -> CartReport | None:
    """Finish a login that was interrupted; None when there is none to finish, as `unfinished` says. `Timeout` when
    another call has one of its turns for more than `wait` seconds, a request takes more than `within`, or one of its
    steps would begin later than that."""
    until = core.clock.monotonic() + wait
    async with login_in_turn(core, until):
        record = await unfinished()
        return None if record is None else await CartMerge(core, record).finish(until, within)


async def has_begun(core: Core, token: str, account: str) -> bool:
    """Whether a login of this customer has begun to carry this guest's cart over."""
    journal, _ = await core.stored(journal_key(core.store_id, token), CartJournal)
    return journal is not None and journal.account == account


def login_in_turn(core: Core, until: float) -> AbstractAsyncContextManager[object]:
    """One login at a time for each label of a shop."""
    return turns(core, (Turn("login", core.settings.customer),), lasting=LOGIN_LEASE, until=until)


class CartMerge:
    """Carries the guest's cart of a login over into the customer's. Each step is written down before it is made.

    It holds the turns of both carts, so that nothing else changes or orders one of them meanwhile.
    """

    _taken: TurnsHeld
    """The turns of both carts."""
    _over: float
    """When all has to be over, in monotonic seconds: they end by themselves then, or later."""
    _within: float
    """Seconds that a request may take."""
    _last: float
    """When the last step has to begin, in monotonic seconds."""
    _version: int
    """The journal's version as it was read or written here last, so that nothing newer is overwritten."""
    _changed = False
    """Whether a cart was changed here, or may have been."""

    def __init__(self, core: Core, login: SessionRecord) -> None:
        self._core = core.of_customer(login.account)
        self._login = login
        self._key = journal_key(core.store_id, login.guest)
        self._mine, self._theirs = customer_turn(login.account), guest_cart_turn(login.guest)

    async def finish(self, until: float, within: float = inf) -> CartReport | None:
        """Go on from the journal's step to the end, waiting for the turns of the carts `until` then, in monotonic
        seconds. No request takes more than `within` seconds, and no step begins later; a step that was begun is made,
        so that also a slow service gets to the end. None when there was nothing in the guest's cart."""
        core, now = self._core, self._core.clock.monotonic()
        self._over, self._within, self._last = now + LOGIN_LEASE, within, now + within
        async with turns(core, (self._mine, self._theirs), cart=True, lasting=LOGIN_LEASE, until=until) as self._taken:
            forget_cart(core)
            try:
                journal, left = await self._carried_over()
                if not left:
                    await self._in_turn()
                    await core.guest.forget(self._login.guest)
            except StorefrontError as error:
                if self._changed and not error.may_have_taken_effect:
                    error.effect = "may_have_taken_effect"  # of all that was asked for, a part is done
                raise
            finally:
                forget_cart(core)
            return CartReport(journal.reports, left_behind=_kept(left)) if journal.reports or left else None

    async def _begun(self) -> CartJournal:
        """The journal of the guest's cart, as this login goes on with it."""
        login = self._login
        found, self._version = await self._core.stored(self._key, CartJournal)
        if found is None or found.family == login.family:
            return found or CartJournal(family=login.family, account=login.account)
        journal = CartJournal(found.lines, login.family, login.account)
        if found.step == "done" or found.account != login.account:
            return journal
        # An earlier login of the same customer has begun it: only what is still in the guest's cart is carried over.
        # Where nothing of that is there as it was, all that is there is new.
        left = await self._guest_lines()
        if not _holds(left, found.guest):
            return await self._write(journal)
        here = _kept(lines_of(found.guest) & left)
        return await self._write(journal, step=found.step, guest=here, before=found.before)

    async def _carried_over(self) -> tuple[CartJournal, LineCounts]:
        """The journal when all is done, and what is left in the guest's cart."""
        journal, left = await self._begun(), LineCounts()
        resumed = journal.step == "merging"
        for _ in range(ROUNDS):
            if journal.step == "done":
                # First both carts are read. Lines that were carried over and stay in the guest's cart do not count.
                left = await self._guest_lines() - lines_of(journal.lines)
                if not left:
                    break
                before = _kept(await self._customer_lines())
                journal = await self._write(journal, step="merging", guest=_kept(left), before=before)
                resumed = False
            self._begin_step()
            await OrderJournal(self._core).note_addition(self._mine)
            if journal.step == "merging":
                # Then the service is asked to merge, once. Neither cart can show any more what became of an order that
                # is under way, so that is noted first.
                await OrderJournal(self._core).note_removal(self._theirs, into=self._mine)
                if not journal.lines:
                    await self._merge(journal, resumed)
                journal = await self._write(journal, step="merged")
                self._begin_step()
            # Whatever the service did not take over is added line by line.
            reports, left = await self._replay(journal), await self._guest_lines()
            # Last, what was carried over and is still in the guest's cart is noted; the rest has come in meanwhile.
            stays = journal.lines or _holds(left, journal.guest)
            done = lines_of(journal.lines) + lines_of(journal.guest) if stays else LineCounts()
            await self._in_turn()
            journal, left = await self._write(journal, step="done", lines=_kept(done), reports=reports), left - done
            if not left:
                break
        return journal, left

    async def _merge(self, journal: CartJournal, resumed: bool) -> None:
        """Merge once (mergeGuestCart). After an outcome that is not known, again only where both carts are as they
        were."""
        for _ in range(2):
            if resumed and (
                await self._guest_lines() != lines_of(journal.guest)
                or await self._customer_lines() != lines_of(journal.before)
            ):
                return
            try:
                await self._change(api.storefront.merge_guest_cart.asyncio, x_scalev_guest_token=self._login.guest)
            except REFUSALS:
                return  # then line by line
            except StorefrontError as error:
                if not error.may_have_taken_effect or resumed:
                    raise
                resumed = True
            else:
                return

    async def _replay(self, journal: CartJournal) -> tuple[LineReport, ...]:
        """Add what the merge left out, reading the cart before each round, and report every line."""
        refused, added, lost = dict[LineKey, str](), set[LineKey](), None
        guest, before = lines_of(journal.guest), lines_of(journal.before)
        after = await self._customer_lines()
        for _ in range(ROUNDS):
            # What the service has accepted once is not added again, even if the cart does not show it.
            wanted, lost = missing(guest, before, after), None
            if not wanted.keys() - refused.keys() - added:
                break
            for item in wanted.keys() - refused.keys() - added:
                if not item.can_be_added:
                    refused[item] = f"a line of type {item.type} cannot be added"
                    continue
                self._begin_step()
                body, add = item_body(item.type, int(item.id), wanted[item]), api.customer_cart.add_customer_cart_item
                try:
                    await self._change(add.asyncio, body=body)
                    added.add(item)
                except StorefrontError as error:
                    if isinstance(error, REFUSALS) and isinstance(error.json(), dict):  # and no page on the way
                        refused[item] = error.message
                    elif error.may_have_taken_effect:
                        lost = error  # the next look at the cart tells whether it was added
                    else:
                        raise
            after = await self._customer_lines()
        if lost is not None and missing(guest, before, after).keys() - refused.keys() - added:
            raise lost  # no refusal: the next call that goes on tries it again
        return (*journal.reports, *compare(guest, before, after, refused))

    async def _change(self, operation: Callable[..., Awaitable[object]], **more: object) -> None:
        """A request that changes a cart."""
        core = await self._in_turn()
        try:
            await core.call(operation, **more)
        except StorefrontError as error:
            self._changed = self._changed or error.may_have_taken_effect
            raise
        self._changed = True

    async def _in_turn(self) -> Core:
        """A core for a request that changes a cart, which ends before the turns do. Raises `Timeout` if they have
        ended: the rest is left to the next call, for another one may have gone on with it."""
        if not await self._taken.still():
            raise Timeout(_LATE, effect="nothing_left")
        return self._in_time()

    def _in_time(self) -> Core:
        """A core for a request, which ends before the turns do."""
        left = self._over - self._core.clock.monotonic()
        if left <= 0:
            raise Timeout(_LATE, effect="nothing_left")
        return self._core.at_most(min(left, self._within))

    def _begin_step(self) -> None:
        """Raise `Timeout` if it is too late for another step: what was made is written down, or in the cart."""
        if self._core.clock.monotonic() > self._last:
            raise Timeout(_LATE, effect="nothing_left")

    async def _guest_lines(self) -> LineCounts:
        core, token = self._in_time(), self._login.guest
        try:
            cart = await core.call(api.storefront.get_guest_cart.asyncio, x_scalev_guest_token=token)
        except StatusError as error:
            if error.status not in DEAD_TOKEN["GET"]:
                raise
            # The cart may be gone, or this was an accident: if it is the shopper's, the transport finds that out.
            if await core.guest.reload() != token:
                return LineCounts()
            cart = await self._in_time().call(api.storefront.get_guest_cart.asyncio)
            if core.guest.value != token:
                return LineCounts()
        return _certain_lines(read_cart(cart, "guest").content, "guest")

    async def _customer_lines(self) -> LineCounts:
        cart = await self._in_time().call(api.customer_cart.get_customer_cart.asyncio)
        return _certain_lines(read_cart(cart, "customer").content, "customer")

    async def _write(self, journal: CartJournal, **changes: Any) -> CartJournal:
        journal = attrs.evolve(journal, **changes)
        put, entry = self._core.store.put, journal.to_bytes()
        self._version = await in_thread(put, self._key, entry, expected=self._version, ttl=REMEMBERED)
        return journal


def _holds(left: LineCounts, guest: KeptLines) -> bool:
    """Whether a guest's cart still holds what was carried over: a service that moves it leaves no line as it was."""
    return any(left[item] >= quantity for item, quantity in guest)


def _kept(lines: LineCounts) -> KeptLines:
    return tuple(lines.items())


def _certain_lines(content: Content | None, owner: Owner) -> LineCounts:
    """The lines of a cart, or `DecodeError` if they could not be read: that is no empty cart."""
    if content is None:
        raise unreadable_cart(owner)
    return lines_in(content)
