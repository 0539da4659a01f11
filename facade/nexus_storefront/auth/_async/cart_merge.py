"""Signing in without losing the guest's cart, and finishing a login that was interrupted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import attrs
from nexus_commerce import api

from ...cart._async.contents_now import note_cart
from ...cart.lines import read_cart, unreadable_cart
from ...errors import BadRequest, Conflict, NotFound, StatusError, StorefrontError, Timeout, Unprocessable
from ...log import harmless, logger
from ...order_journal._async.journal import OrderJournal, customer_turn, guest_cart_turn
from ...order_journal._async.turns import Turn, TurnsHeld, turns
from ...redact import Secret
from ...stores import DamagedEntry, StoreError
from ...transport._async.concurrency import in_thread
from ...transport._async.guest_cart import DEAD_TOKEN
from ..cart_journal import (
    CarriedOver,
    CartReport,
    KeptLines,
    LineCounts,
    LineKey,
    LineReport,
    LoginJournal,
    compare,
    lines_in,
    lines_of,
    missing,
)
from ..rules import SignedIn
from ..session_record import SessionRecord, Tokens, new_family

if TYPE_CHECKING:
    from ...cart.lines import Owner
    from ...contents import Content
    from ...transport._async.core import Core
    from .session import CustomerSession


LOGIN_LEASE = 180.0
"""Seconds that a login holds its turns."""
REMEMBERED = 30 * 86_400.0
"""Seconds that is kept what was carried over from a guest cart that still holds it."""
ROUNDS = 3


async def sign_in(
    core: Core,
    session: CustomerSession,
    exchange: Callable[[], Awaitable[Any]],
    *,
    account: str,
    keep_cart: bool,
) -> object:
    """Make a login: `exchange` asks the service. Gives `SignedIn`, or an answer that holds no tokens (an OTP challenge)
    as it came."""
    family = new_family()
    merge = CartMerge(core, session)
    until = core.clock.monotonic() + core.settings.timeouts.total
    async with turns(core, (login_turn(core),), lasting=LOGIN_LEASE, until=until):
        journal = damaged = None
        try:
            journal = await merge.begin(family, account) if keep_cart else None
        except DamagedEntry as error:
            damaged = error
        began = core.clock.time()
        try:
            answer = await exchange()
            tokens = Tokens.of(answer)
            if tokens is not None:
                await session.begin(SessionRecord.begin(tokens, account, began, family=family))
        except StorefrontError:
            await merge.given_up(journal)
            raise
        if tokens is None:
            await merge.given_up(journal)
            return answer
        try:
            if damaged is not None:
                raise damaged
            until = core.clock.monotonic() + core.settings.timeouts.total
            return SignedIn(None if journal is None else await merge.finish(journal, until))
        except StorefrontError as error:
            # Signed in all the same. The journal stays, and with it the guest token.
            logger.warning("the guest cart is not merged yet: %s", type(error).__name__)
            if journal is not None:
                session.leave_login_to_a_call()
            return SignedIn(CartReport(pending=True))


async def finish_login(core: Core, session: CustomerSession, *, wait: float, within: float) -> CartReport | None:
    """Finish a login that was interrupted; None when there is none to finish. `Timeout` when another call has one of
    its turns for more than `wait` seconds, or a request takes more than `within`."""
    until = core.clock.monotonic() + wait
    core = core.derive(timeout=core.settings.timeouts.at_most(within))
    merge = CartMerge(core, session)
    async with turns(core, (login_turn(core),), lasting=LOGIN_LEASE, until=until):
        journal = await merge.standing()
        if journal is None or not journal.is_of(await session.read()):
            return None
        return await merge.finish(journal, until)


def login_turn(core: Core) -> Turn:
    """One login at a time for each label of a shop."""
    return Turn("login", core.settings.customer)


class CartMerge:
    """Carries the guest's cart over into the customer's, step by step, each written down before it is made."""

    _taken: TurnsHeld
    """The turns of both carts."""
    _over: float
    """When they end by themselves, in monotonic seconds."""

    def __init__(self, core: Core, session: CustomerSession) -> None:
        self._core = core
        self._session = session
        self._key = session.unfinished_login
        self._version = 0
        """Of the journal, as it was read or written here last: whoever was held up writes over nothing newer."""

    async def begin(self, family: str, account: str) -> LoginJournal | None:
        """Note which guest cart there is, before anybody is signed in; None when there is none. Where an earlier login
        of the same customer has carried over a part of it, this one goes on."""
        token = await self._core.guest.current()
        if token is None:
            return None
        earlier, before = await self.standing(), Secret()
        if earlier is not None:
            before = Secret(attrs.evolve(earlier, earlier=Secret()).to_bytes().decode())
            if earlier.half_done and (earlier.account, earlier.guest_token) == (account, token):
                return await self._write(earlier, family=family, again=True, earlier=before)
        return await self._write(LoginJournal(family, Secret(token), account=account, earlier=before))

    async def standing(self) -> LoginJournal | None:
        """The journal of a login that can be gone on with, now or by a later one; None when there is none. That of a
        login that did not come about, or whose session is gone, makes way for the one before it."""
        journal, self._version = await self._core.stored(self._key, LoginJournal)
        while journal is not None and not journal.is_of(await self._session.read()):
            if journal.half_done and journal.before_it() is None:
                break
            journal = await self.given_up(journal)
        return journal

    async def given_up(self, journal: LoginJournal | None) -> LoginJournal | None:
        """A login did not come about, or its session is gone: what the journal says then. What is half done is kept,
        for the next one."""
        earlier = None if journal is None else journal.before_it()
        if earlier is not None:
            with harmless("the journal of an earlier login is not back yet", StoreError):  # the next look does it
                await self._write(earlier)
            return earlier
        if journal is None or journal.half_done:
            return journal
        await self.end()
        return None

    async def end(self) -> None:
        """Nothing is left to be finished. A store that fails now leaves a journal that the next look finds outdated."""
        with harmless("a login's journal could not be dropped", StoreError):
            await in_thread(self._core.store.delete, self._key, expected=self._version)
            self._version = 0

    async def finish(self, journal: LoginJournal, until: float) -> CartReport | None:
        """Go on from the journal's step to the end, in turn with all that changes or orders either cart, who are waited
        for `until` then; None when there was nothing in the guest's cart."""
        account = await self._core.session.account()
        core = self._core = self._core.of_customer(account)
        mine, theirs = customer_turn(account), guest_cart_turn(journal.guest_token)
        async with turns(core, (mine, theirs), cart=True, lasting=LOGIN_LEASE, until=until) as self._taken:
            self._over = core.clock.monotonic() + LOGIN_LEASE
            note_cart(core, None, None)
            return await self._carried_over(journal, mine, theirs)

    async def _carried_over(self, journal: LoginJournal, mine: Turn, theirs: Turn) -> CartReport | None:
        resumed = journal.step == "merging"
        if journal.again:
            here = lines_of(journal.guest) & await self._guest_lines(journal.guest_token)
            journal = await self._write(journal, guest=_kept(here), again=False, earlier=Secret())
        left: LineCounts = Counter()
        for _ in range(ROUNDS):
            if journal.step == "begun":
                # First both carts are read, less what an earlier login carried over and the guest's cart still holds.
                done = await self._remembered(theirs)
                guest = await self._guest_lines(journal.guest_token) - done
                if not guest:
                    left.clear()
                    break
                before = await self._customer_lines()
                journal = await self._write(
                    journal,
                    step="merging",
                    guest=_kept(guest),
                    before=_kept(before),
                    done=_kept(done),
                    earlier=Secret(),
                )
                resumed = False
            if journal.step != "verified":
                await OrderJournal(self._core).note_addition(mine)
            if journal.step == "merging":
                # Then the service is asked to merge, once; an order under way can be told by neither cart any more.
                await OrderJournal(self._core).note_removal(theirs, into=mine)
                if not journal.done:
                    await self._merge(journal, resumed)
                journal = await self._write(journal, step="merged")
            if journal.step == "merged":
                # Whatever the service did not take over is added line by line.
                journal = await self._write(journal, step="verified", lines=await self._replay(journal))
            # What the guest's cart holds now was left in it, and is noted, or came into it meanwhile.
            left = await self._guest_lines(journal.guest_token)
            if journal.done or any(left[item] >= quantity for item, quantity in journal.guest):
                done = lines_of(journal.done) + lines_of(journal.guest)
                await self._remember(theirs, done)
                left -= done
            if not left:
                break
            journal = await self._write(journal, step="begun", guest=(), before=())
        if not left:
            await self._in_turn()
            await self._core.guest.forget(journal.guest_token)
        await self.end()
        return CartReport(journal.lines, left_behind=_kept(left)) if journal.lines or left else None

    async def _merge(self, journal: LoginJournal, resumed: bool) -> None:
        """Merge once (mergeGuestCart). After an outcome that is not known, again only where both carts are as they
        were."""
        for _ in range(2):
            if resumed and (
                await self._guest_lines(journal.guest_token) != lines_of(journal.guest)
                or await self._customer_lines() != lines_of(journal.before)
            ):
                return
            try:
                core = await self._in_turn()
                await core.call(api.storefront.merge_guest_cart.asyncio, x_scalev_guest_token=journal.guest_token)
            except (BadRequest, NotFound, Conflict, Unprocessable):
                return  # Line by line, then.
            except StorefrontError as error:
                if not error.may_have_taken_effect or resumed:
                    raise
                resumed = True
            else:
                return

    async def _replay(self, journal: LoginJournal) -> tuple[LineReport, ...]:
        """Add what the merge left out, reading the cart before each round, and report every line."""
        refused, added, lost = dict[LineKey, str](), set[LineKey](), None
        guest, before = lines_of(journal.guest), lines_of(journal.before)
        after = await self._customer_lines()
        for _ in range(ROUNDS):
            # What the service has taken once is not added again, whatever the cart tells.
            wanted, lost = missing(guest, before, after), None
            if not wanted.keys() - refused.keys() - added:
                break
            for item in wanted.keys() - refused.keys() - added:
                if not item.can_be_added:
                    refused[item] = f"a line of type {item.type} cannot be added"
                    continue
                try:
                    await self._add(item, wanted[item])
                    added.add(item)
                except (BadRequest, NotFound, Conflict, Unprocessable) as error:
                    refused[item] = error.message
                except StorefrontError as error:
                    if not error.may_have_taken_effect:
                        raise
                    lost = error  # whether it is there, the next look tells
            after = await self._customer_lines()
        if lost is not None and missing(guest, before, after).keys() - refused.keys() - added:
            raise lost  # which is no refusal: it is tried again by whoever goes on
        return (*journal.lines, *compare(guest, before, after, refused))

    async def _add(self, item: LineKey, quantity: int) -> None:
        """Add a line to the customer's cart (addCustomerCartItem)."""
        body = {"type": item.type, f"{item.type}_id": int(item.id), "quantity": quantity}
        core = await self._in_turn()
        await core.call(api.customer_cart.add_customer_cart_item.asyncio, body=body)

    async def _in_turn(self) -> Core:
        """For a request that changes a cart, which has to be over when the turns are. Whoever was held up for longer
        than they last leaves the rest to the next call: somebody else may have done it."""
        left = self._over - self._core.clock.monotonic()
        if left <= 0 or not await self._taken.still():
            late = "carrying the guest's cart over took longer than its turns last: nothing more was sent"
            raise Timeout(late, effect="nothing_left")
        return self._core.derive(timeout=self._core.settings.timeouts.at_most(left))

    async def _guest_lines(self, token: str) -> LineCounts:
        core = self._core
        try:
            cart = await core.call(api.storefront.get_guest_cart.asyncio, x_scalev_guest_token=token)
        except StatusError as error:
            if error.status not in DEAD_TOKEN["GET"]:
                raise
            # It may be gone, or this was an accident: for the shopper's own cart the transport finds that out.
            if await core.guest.reload() != token:
                return Counter()
            cart = await core.call(api.storefront.get_guest_cart.asyncio)
            if core.guest.value != token:
                return Counter()
        return _certain_lines(read_cart(cart, "guest").content, "guest")

    async def _customer_lines(self) -> LineCounts:
        cart = await self._core.call(api.customer_cart.get_customer_cart.asyncio)
        return _certain_lines(read_cart(cart, "customer").content, "customer")

    async def _remembered(self, cart: Turn) -> LineCounts:
        """What was carried over from this guest cart before, though it was left in it. An entry that is damaged is an
        error: taken for nothing, it would double that."""
        found, _ = await self._core.stored(self._memory(cart), CarriedOver)
        return Counter() if found is None else lines_of(found.lines)

    async def _remember(self, cart: Turn, done: LineCounts) -> None:
        await self._in_turn()
        entry = CarriedOver(_kept(done)).to_bytes()
        await in_thread(self._core.store.put, self._memory(cart), entry, ttl=REMEMBERED)

    def _memory(self, cart: Turn) -> str:
        return f"carried-over/{self._core.store_id}/{cart.whose}"

    async def _write(self, journal: LoginJournal, **changes: Any) -> LoginJournal:
        journal = attrs.evolve(journal, **changes)
        put, entry = self._core.store.put, journal.to_bytes()
        self._version = await in_thread(put, self._key, entry, expected=self._version, ttl=REMEMBERED)
        return journal


def _kept(lines: LineCounts) -> KeptLines:
    return tuple(lines.items())


def _certain_lines(content: Content | None, owner: Owner) -> LineCounts:
    """An answer without readable lines is no empty cart."""
    if content is None:
        raise unreadable_cart(owner)
    return lines_in(content)
