"""The journal of orders: what was tried, in the store that the shops share.

Compare-and-swap only: what is written goes over the version that was read, so no two shops ever change one attempt
unknown to each other, however long one of them was held up. For each scope (a cart, a customer, a guest, an intent, a
key) a pointer has the id of the last attempt, and behind it those of earlier ones that made an order, or may have: of a
key all, else back to the newest that made one.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from ...log import harmless, logger
from ...stores import DamagedEntry, StoreError, VersionConflict
from ...transport._async.concurrency import in_thread
from ..attempt import OrderAttempt, Phase, digest
from .turns import Turn

if TYPE_CHECKING:
    from ...transport._async.core import Core


_KEPT = 7 * 86_400.0
"""Seconds that the journal keeps an attempt."""
_MOST_WRITES = 20
_MOST_UNWRITTEN = 1000
"""Ends of attempts that a shop remembers for a store that did not take them; the oldest go first."""

_TELLING: tuple[Phase, ...] = ("placed", "sending", "not_placed")

Pointers = Mapping[Turn, tuple[list[str], int]]
"""By scope: the ids that stay behind a new attempt in its pointer, and the version at which the pointer was read."""


class Noted(NamedTuple):
    """An attempt as it stands in the journal, and the version it is at."""

    attempt: OrderAttempt
    version: int


class OrderJournal:
    """The attempts of one shop's store."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- reading

    async def load(self, attempt_id: str) -> Noted | None:
        """An attempt; None when there is none of this id. Raises `StoreError` for one that cannot be read.

        An end that the store failed to take earlier is written first, if the store takes it now.
        """
        noted, unwritten, key = await self._stored(attempt_id), self._core.shared.unwritten, self._key(attempt_id)
        known: Noted | None = unwritten.get(key)
        if known is None:
            return noted
        if noted is not None:
            await self.end(known, known.attempt)
            if unwritten.get(key) is not known:
                return known  # the store has failed again
            noted = await self._stored(attempt_id)
        unwritten.pop(key, None)
        return noted

    async def _stored(self, attempt_id: str) -> Noted | None:
        attempt, version = await self._core.stored(self._key(attempt_id), OrderAttempt)
        if attempt is None:
            return None
        if attempt.id != attempt_id:
            raise DamagedEntry(self._key(attempt_id))
        return Noted(attempt, version)

    async def pointed(self, scope: Turn) -> tuple[list[str], int]:
        """The ids in a scope's pointer, the last attempt first, and the pointer's version, 0 if there is none. Raises
        `DamagedEntry` for any other content: read as "none", an order that may exist would be forgotten."""
        entry = await self._core.entry(self._pointer(scope))
        if entry is None:  # the first attempt with a key is named after it; earlier versions wrote no pointer for keys
            return [scope.whose] if scope.kind == "key" else [], 0
        if re.fullmatch(rb"[0-9a-f]{32}( [0-9a-f]{32})*", entry.value) is None:
            raise DamagedEntry(self._pointer(scope))
        return entry.value.decode().split(), entry.version

    async def telling(self, scope: Turn) -> Noted | None:
        """The attempt that decides what became of a scope: one that made an order, else one that may have made one,
        else the last that was sent. None if nothing was sent."""
        found = [await self.load(attempt_id) for attempt_id in (await self.pointed(scope))[0]]
        sent = [noted for noted in found if noted is not None and noted.attempt.phase != "preparing"]
        return min(sent, key=lambda noted: _TELLING.index(noted.attempt.phase), default=None)

    async def under_way(self, scope: Turn) -> Noted | None:
        """The last attempt of a scope whose outcome is not known."""
        for attempt_id in (await self.pointed(scope))[0]:
            noted = await self.load(attempt_id)
            if noted is not None and noted.attempt.phase == "sending":
                return noted
        return None

    async def attempts(self, *, everyone: bool) -> list[OrderAttempt]:
        """All attempts that the journal holds, oldest first: of this shop's label, or of all. Unreadable ones are
        logged and left out."""
        prefix, found = self._key(""), list[OrderAttempt]()
        for key in await in_thread(self._core.store.keys, prefix):
            try:
                noted = await self.load(key.removeprefix(prefix))
            except StoreError as error:
                logger.warning("%s", error)
                continue
            if noted is not None and (everyone or noted.attempt.customer == self._core.settings.customer):
                found.append(noted.attempt)
        return sorted(found, key=lambda attempt: attempt.until)

    # --- writing

    async def write(self, attempt: OrderAttempt, version: int) -> Noted:
        """Write an attempt over this version of it, 0 for none. Raises `VersionConflict`."""
        return Noted(attempt, await self._put(self._key(attempt.id), attempt.to_bytes(), version))

    async def change(
        self, find: Callable[[], Awaitable[Noted | None]], when: Callable[[OrderAttempt], bool], **fields: object
    ) -> Noted | None:
        """Change fields of the attempt that `find` gives, over the version that was read; read again when somebody else
        has written meanwhile. None, and nothing is written, where there is none, or `when` says no."""
        for _ in range(_MOST_WRITES):
            noted = await find()
            if noted is None or not when(noted.attempt):
                return None
            changes: Any = fields
            with suppress(VersionConflict):
                return await self.write(attrs.evolve(noted.attempt, **changes), noted.version)
        raise StoreError("the journal's attempt is written by others all the time")

    async def prepare(self, attempt: OrderAttempt, pointers: Pointers) -> Noted:
        """Write an attempt down and point to it, before it may be sent.

        Whatever fails or dies on the way leaves an attempt in phase `preparing`, which the next one to find it takes
        back. Raises `VersionConflict` when somebody else has written any of it since it was read.
        """
        noted = await self.write(attempt, 0)
        try:
            for scope, (before, version) in pointers.items():
                await self._put(self._pointer(scope), _ids(attempt.id, before), version)
        except StoreError:
            await self.take_back(noted)
            raise
        return noted

    async def take_back(self, noted: Noted) -> None:
        """Delete an attempt of which nothing was sent, unless it has changed since it was read: then it may be sent."""
        with harmless("an attempt could not be taken back yet", StoreError), suppress(VersionConflict):
            await in_thread(self._core.store.delete, self._key(noted.attempt.id), expected=noted.version)

    async def take_back_any(self, attempt: OrderAttempt, sending: OrderAttempt) -> None:
        """Delete an attempt of which nothing was sent, if the journal has it in one of these two forms."""
        with harmless("an attempt could not be taken back yet", StoreError):
            noted = await self._stored(attempt.id)
            if noted is not None and noted.attempt in (attempt, sending):
                await self.take_back(noted)

    async def end(self, noted: Noted, done: OrderAttempt) -> OrderAttempt | None:
        """Write down how an attempt ended, and give what the journal then says, which may be more than `done`.

        None if others have changed the attempt so that it has to be judged again. If the store fails, that is logged
        and `done` is given: this shop writes it when it loads the attempt again, and others find it out anew from what
        was written before the sending.
        """
        try:
            for _ in range(_MOST_WRITES):
                with suppress(VersionConflict):
                    await self.write(done, noted.version)
                    return done
                # Somebody else has written. An end that rests on the service's answer or on the order itself replaces
                # one that was only concluded; any other end gives way to what is there.
                now = await self._stored(done.id)
                if now is None:
                    return done
                there = now.attempt
                if there.phase == "placed":
                    if done.phase != "placed":
                        return there
                    # The answer to the request itself goes before an order that was found to fit.
                    first, second = (done, there) if done.evidence == "answer" else (there, done)
                    done = attrs.evolve(first.completed(second), evidence=done.evidence)
                    if first is there and done == attrs.evolve(there, evidence=done.evidence):
                        return there
                elif not _is_certain(done):
                    return there if there.phase == "not_placed" else None
                noted = now
            raise StoreError("the journal's attempt is written by others all the time")
        except StoreError as error:
            logger.warning("the end of a checkout could not be journalled: %s", type(error).__name__)
            unwritten = self._core.shared.unwritten
            unwritten[self._key(done.id)] = Noted(done, noted.version)
            # An end that is dropped here is found out anew from what was written before the sending.
            for oldest in list(unwritten)[:-_MOST_UNWRITTEN]:
                unwritten.pop(oldest, None)
            return done

    async def note_lost(self, noted: Noted, *, until: float, answered: bool) -> Noted:
        """The answer was lost at `until`. A store that fails changes nothing: what was written before is enough."""
        find = partial(self.load, noted.attempt.id)
        with harmless("a lost answer could not be journalled", StoreError):
            lost = await self.change(find, lambda now: now.phase == "sending", until=until, answered=answered)
            return lost or await find() or noted
        return noted

    async def note_removal(self, scope: Turn, *, into: Turn | None = None) -> None:
        """Note that the shop itself is about to take something out of a cart, which then does not show any more whether
        an order whose answer was lost has emptied it. Written before the cart is changed, so that the note is there for
        every call that sees the change.

        `into`: the customer whose cart gets it; that cart then waits for the order as the guest's did.
        """
        last: Noted | None = None

        async def find() -> Noted | None:
            nonlocal last
            last = await self.under_way(scope)
            return last

        await self.change(find, lambda now: not now.spoiled, spoiled=True)
        if into is not None and last is not None:
            await self._point(into, last.attempt.id)

    async def note_addition(self, scope: Turn) -> None:
        """Note that the shop itself is about to put something into a cart, which may then look as before an order that
        has emptied it. If the store fails, the shopper goes on without the note."""
        with harmless("an addition to a cart could not be noted", StoreError):
            await self.change(partial(self.under_way, scope), lambda now: not now.added, added=True)

    async def doubt(self, lost: OrderAttempt, scopes: tuple[Turn, ...]) -> Noted | None:
        """Open an attempt again that counts as not placed only because no trace of an order was found. None if it is
        placed or gone, or the store fails; the pointers still name it, so that the next order looks at it."""
        with harmless("an earlier order could not be looked for again", StoreError):
            # While it counted as not placed, removals from the cart were not noted. A cart of its own has had none.
            own = lost.account is None and not (await self.pointed(guest_cart_turn(lost.token or "")))[0]
            # Another order may have completed the intent since.
            shared = None if lost.intent is None else await self.telling(intent_turn(lost.intent))
            witness = (lost if shared is None else lost.after([shared.attempt])).intent_token
            fields = {"phase": "sending", "reason": None, "doubted": True, "spoiled": not own, "intent_token": witness}
            find = partial(self.load, lost.id)
            noted = await self.change(find, lambda now: now.lost or now.phase == "sending", **fields)
            for scope in () if noted is None else scopes:  # it stands in the way of another order again
                await self._point(scope, lost.id)
            return noted
        return None

    async def _point(self, scope: Turn, attempt_id: str) -> None:
        """Make an attempt the last one of a scope, or the next behind another one that is under way there."""
        for _ in range(_MOST_WRITES):
            before, version = await self.pointed(scope)
            last = await self.under_way(scope)
            first = attempt_id if last is None else last.attempt.id
            with suppress(VersionConflict):
                await self._put(self._pointer(scope), _ids(first, [attempt_id, *before]), version)
                return

    async def _put(self, key: str, value: bytes, version: int) -> int:
        """Write an entry over this version of it, 0 for none."""
        return await in_thread(self._core.store.put, key, value, expected=version, ttl=_KEPT)

    def _key(self, attempt_id: str) -> str:
        return f"attempt/{self._core.store_id}/{attempt_id}"

    def _pointer(self, scope: Turn) -> str:
        """Where the id of a scope's last attempt is."""
        return f"attempt-of/{self._core.store_id}/{scope.whose}"


def _ids(last: str, before: list[str]) -> bytes:
    """The content of a pointer: the ids of the last attempt of its scope and of those behind it."""
    return " ".join(dict.fromkeys((last, *before))).encode()


def _is_certain(done: OrderAttempt) -> bool:
    """Whether an end rests on the service's answer or on the order itself, and not on a look at the cart."""
    return done.evidence in ("answer", "order") or done.reason in ("refused", "never_sent")


# --- scopes: orders that share one of these are under way one at a time


def guest_cart_turn(token: str) -> Turn:
    """The guest cart of a token."""
    return Turn("cart", digest("cart", token))


def customer_turn(account: str) -> Turn:
    """The customer of an account, as the session has it, whatever label the shop has for each device."""
    return Turn("customer", digest("customer", account))


def intent_turn(intent: str) -> Turn:
    """The checkout intent of an id, or of a token where that is all that is known of it: one order completes it."""
    return Turn("intent", digest("intent", intent))


def key_turn(core: Core, key: str) -> Turn:
    """The purchase that the caller has a name for: one for each shop, label and key."""
    return Turn("key", digest("key", core.settings.customer, key))


async def guest_token_now(core: Core, *, strict: bool = False) -> str | None:
    """The guest's token as the store has it at this moment; None if there is none.

    A sign-in in another process removes it from the store once the cart is carried over; signing out does not bring it
    back. If the store has lost it in another way, the known one is stored again. If the store fails, it is the known
    one, or with `strict` a `StoreError`, for callers that must not use a cart that was carried over.
    """
    known = core.guest.value
    try:
        token = await core.guest.reload()
        if token is None and known is not None:
            await core.session.look()  # somebody may have signed in elsewhere
            if await core.session.signed_in() or await core.session.carried_over(known):
                return None
            await core.guest.keep(known)
            return known
    except StoreError:
        if strict:
            raise
        return known
    return token


def turns_of(core: Core, account: str | None, token: str | None, email: str, intent: str | None) -> tuple[Turn, ...]:
    """An order's scopes: the customer, or a guest's cart, if there is one, and the guest; and the checkout intent that
    goes along.

    In a shop for one shopper, as its `customer` says, all guests are that one; else the e-mail tells them apart.
    """
    label = core.settings.customer
    guest = Turn("guest", digest("guest", label, email.casefold() if label == "default" else None))
    carts = () if token is None else (guest_cart_turn(token),)
    shopper = (*carts, guest) if account is None else (customer_turn(account),)
    return shopper if intent is None else (*shopper, intent_turn(intent))
