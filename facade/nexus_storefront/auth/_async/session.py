"""A customer's session: its access token, and a refresh that happens once for all that share the session."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import attrs
from nexus_commerce import api

from ...errors import DecodeError, SessionLost, StorefrontError, Timeout
from ...log import harmless, logger
from ...order_journal._async.turns import in_turn
from ...redact import Secret
from ...stores import LeaseTimeout, StoreError, VersionConflict
from ...stores._forks import Holder, ready_for_forks
from ...transport._async.concurrency import Flight, in_thread, leased
from ...transport.retry import never
from ...transport.settings import Timeouts
from ..cart_journal import REMEMBERED, CartJournal, begun_before, journal_key
from ..session_record import REFRESH, AccessToken, InUse, LostReason, SessionRecord, Tokens, pause_before, token_after

if TYPE_CHECKING:
    from ...stores import Lease
    from ...transport._async.core import Core
    from ..cart_journal import CartReport

# A refresh is over, one way or the other, before its lease is.
REFRESH_TIMEOUTS = Timeouts(connect=5, read=10, write=5, pool=5, total=20)
REFRESH_LEASE = 30.0
PENDING_PAUSE = 30.0
"""Before a login that could not be finished is tried again by itself."""
EARLY_PAUSE = 10.0
"""After an early refresh that failed, while the access token is still good."""


class CustomerSession(Holder):
    """The session of one customer label in one store, which several objects, threads and processes may share.

    What its methods promise to the transport is said by the protocol `Session` there.
    """

    def __init__(self, core: Core) -> None:
        self.key = f"session/{core.store_id}/{core.settings.customer}"
        self._core, self._clock, self._store = core, core.clock, core.store
        self._quiet = core.derive(retry=never, timeout=REFRESH_TIMEOUTS)
        self._read = partial(core.stored, self.key, SessionRecord)
        self._flight = Flight()
        self._in_use = InUse(core.clock)
        self._refused: tuple[Secret, LostReason] | None = None
        self.after_fork()
        ready_for_forks(self)

    def after_fork(self) -> None:
        """Know nothing yet, as at first: a child of a fork has the session that its store has, or none."""
        self._unsaved: tuple[SessionRecord, int] | None = None
        self._looked, self._login_due = float("-inf"), float("inf")

    def __repr__(self) -> str:
        return f"CustomerSession({self._in_use.record!r})"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a session cannot be pickled: it would write its tokens out; share it by its store")

    # --- what the transport asks

    async def access_token(self, wait: float | None = None) -> Secret | None:
        current, now = self._in_use.current, self._clock.monotonic()
        if current.is_fresh(now) and now < self._login_due:
            return current.token
        total = self._core.settings.timeouts.total
        return await self._renewed(total if wait is None else min(wait, total))

    async def rejected(self, token: str, wait: float | None = None) -> bool:
        current = self._in_use.current
        if current.token == token:
            current.valid_until = 0.0  # a newer token is another object
        return await self.access_token(wait) != token

    async def token_for(self, account: str | None, before: Secret | None, wait: float | None = None) -> Secret | None:
        token = await self.access_token(wait)
        return token if account is before is None else self._in_use.of_the_same(account, before, token)

    async def signed_in(self) -> bool:
        if self._in_use.current.token is None and self._clock.monotonic() - self._looked > 1.0:
            await self._load()  # somebody may have signed in elsewhere
        return self._in_use.current.token is not None

    async def look(self) -> str:
        unsaved, before = self._unsaved, self._in_use.current
        if unsaved is not None:
            return unsaved[0].account
        record, known = await self.read(), before.record
        if known is not None and (record is None or record.lost is not None or record.account != known.account):
            self._in_use.take_over(record, before)  # a newer pair of the same customer is taken over when it is needed
        if record is not None and record.lost is None and (known is None or record.family != known.family):
            await self._load()
        return "" if record is None else record.account

    async def account(self) -> str:
        record = await self.read()
        return "" if record is None else record.account

    async def aclose(self) -> None:
        await self._flight.settle()

    # --- what signing in and out asks

    def on_signed_out(self, listener: Callable[[LostReason], None]) -> None:
        """Call `listener` with the reason each time this object learns that its session is over."""
        self._in_use.listeners.append(listener)

    async def begin(self, record: SessionRecord) -> None:
        """Make `record`, of a new login, the session: stored, then used. What cannot be stored is blacklisted."""
        self._looked = float("-inf")  # who is interrupted here may have stored it: the next call looks
        try:
            await self._put_patiently(record, None)
        except StoreError as error:
            await self._end_unused(record)
            error.effect = "took_effect"
            raise
        self._unsaved, self._login_due, self._looked = None, float("inf"), self._clock.monotonic()
        self._in_use.adopt(record)

    async def read(self) -> SessionRecord | None:
        """The session as it is stored now."""
        return (await self._read())[0]

    @property
    def known(self) -> SessionRecord | None:
        return self._in_use.record

    def drop(self, *ended: SessionRecord) -> list[SessionRecord]:
        """Forget what is here of sessions that have ended. Gives the pair in use, and one that is not stored yet."""
        families = {record.family for record in ended}
        with self._in_use.lock:
            had, unsaved = self._in_use.record, self._unsaved
            if had is None or had.family in families:
                self._unsaved = None
                self._in_use.forget()
        here = [record for record in (had, unsaved and unsaved[0]) if record and record.family in families]
        if had in here:
            self._in_use.tell("signed_out")
        return here

    async def carries_over(self, token: str | None) -> bool:
        record = await self.unfinished()
        if record is None or token not in (None, record.guest):
            return False
        return (await self._core.stored(journal_key(self._core.store_id, record.guest), CartJournal))[0] is not None

    async def carried_over(self, token: str) -> bool:
        journal, _ = await self._core.stored(journal_key(self._core.store_id, token), CartJournal)
        return journal is not None and journal.step == "done"

    async def unfinished(self) -> SessionRecord | None:
        """The session, if its login still has a guest's cart to carry over: the store still has its token then."""
        record = await self.read()
        waits = record is not None and record.guest and await self._core.guest.reload() == record.guest
        return record if waits else None

    async def finish_login(self, *, wait: float, within: float, core: Core | None = None) -> CartReport | None:
        from .cart_merge import finish_login

        try:
            await self.look()
            self._login_due = float("inf")  # the calls that finish it ask for a token, too
            return await finish_login(core or self._core, self.unfinished, wait=wait, within=within)
        except BaseException:  # also when it is cancelled
            self.leave_login_to_a_call(PENDING_PAUSE)
            raise

    def leave_login_to_a_call(self, pause: float = 0.0) -> None:
        """Leave an unfinished login to the first call after `pause` seconds: it will finish it."""
        self._login_due = self._clock.monotonic() + pause

    # --- renewing

    async def _renewed(self, patience: float) -> Secret | None:
        """The token to send where the one in use is not fresh any more. See `access_token`."""
        deadline = self._clock.monotonic() + patience
        # First finish a login that was interrupted, unless this call holds a turn that the login would wait for.
        if self._looked == float("-inf"):
            await self._load()
        if self._clock.monotonic() >= self._login_due and not in_turn():
            try:
                await self.finish_login(wait=0.0, within=patience / 2)  # the call that asks needs time, too
            except StorefrontError as error:
                logger.warning("an interrupted login could not be finished yet: %s", type(error).__name__)
        # Then join the refresh that is under way, or begin one, until there is a token to send.
        while True:
            current, now = self._in_use.current, self._clock.monotonic()
            early = now < current.valid_until
            if current.is_fresh(now) or (early and self._flight.busy):
                return current.token
            try:
                wait = (deadline - now) / (2 if early else 1)  # an early one goes on without the call, which needs time
                done = await self._flight.join(partial(self._run, early, deadline - now), wait)
            except TimeoutError:
                done = LeaseTimeout(self.key, patience)
            if isinstance(done, LeaseTimeout):
                if self._clock.monotonic() < deadline:
                    continue  # the call that began that refresh is out of time, and this one is not
                done = Timeout(f"no refresh within {patience:g} s", operation_id=REFRESH, effect="nothing_left")
            if isinstance(done, StorefrontError):
                if isinstance(done, SessionLost) or self._clock.monotonic() >= current.valid_until:
                    raise copy.copy(done)  # several callers raise it, each with a traceback of its own
                return current.token
            if done is not None and (done.token is None or done.valid_until > 0.0):
                return done.token
            if early:
                return current.token
            # That refresh was an early one, which need not bring a token, or its token has been rejected already.

    async def _run(self, early: bool, patience: float) -> AccessToken | StorefrontError | None:
        """One refresh, for all who wait for it: a token to use, the error why there is none, or None if nothing had to
        be done. `early`: the token in use is still good, so nobody is waited for; else others are, for `patience`
        seconds."""
        tries, started = 0, self._clock.monotonic()
        done: AccessToken | StorefrontError | None
        while True:
            tries, current = tries + 1, self._in_use.current
            if current.is_fresh(self._clock.monotonic()):
                return current  # a refresh or a login that ended while this call was on its way here brought it
            # First what the store has: somebody else may have refreshed. Else take the lease and refresh.
            try:
                found = await self._read() if self._unsaved is None else None
                if self._in_use.current is not current:
                    continue  # somebody has signed in or out here meanwhile, or this is a child of a fork: look again
                done = None if found is None else self._in_use.take_over(found[0], current)
                if done is None:
                    wait = 0 if early else patience
                    async with leased(self._store, self.key, ttl=REFRESH_LEASE, wait=wait, clock=self._clock) as lease:
                        with self._core.hurried_store(started + patience - self._clock.monotonic()):
                            done = await self._in_lease(lease, early)
            except LeaseTimeout as late:
                return None if early else late
            except VersionConflict as conflict:
                if self._clock.monotonic() - started > patience:
                    return conflict
                continue  # somebody has written in between: look again
            except StoreError as error:
                done = error
            if not isinstance(done, StorefrontError) or isinstance(done, SessionLost):
                return done
            # Then what a failure means: an early one is tried again later, any other perhaps after a pause.
            if early:
                current.fresh_until = self._clock.monotonic() + EARLY_PAUSE * random.uniform(0.5, 1)  # noqa: S311
                return done
            pause = pause_before(done, tries)
            if pause is None or self._clock.monotonic() + pause - started > patience:
                return done
            await self._clock.asleep(pause)

    async def _in_lease(self, lease: Lease, early: bool) -> AccessToken | StorefrontError | None:
        """The part of `_run` that holds the session's lease."""
        # First save a pair that the store did not take; else look again, for another may have had the lease before.
        unsaved, before = self._unsaved, self._in_use.current
        if unsaved is not None:
            return await self._save(*unsaved)
        record, version = await self._read()
        if self._in_use.current is not before:
            raise VersionConflict(self.key, version, 0)
        settled = self._in_use.take_over(record, before)
        if settled is not None or record is None:
            return settled
        # Then give up a token that must not be presented again, or that the service has refused already.
        if record.presented and early:
            # Presenting it once more could end the session, while the access token still works.
            before.fresh_until = float("inf")
            return None
        if record.exhausted:
            return await self._lose(record, version, "answers_lost_twice")
        if self._refused is not None and self._refused[0] == record.refresh:
            return await self._lose(record, version, self._refused[1])
        return await self._present(record, version, lease)

    async def _present(self, record: SessionRecord, version: int, lease: Lease) -> AccessToken | StorefrontError | None:
        """Present the refresh token of `record`, stored at `version`."""
        # First write down that it is presented, and make sure that the lease has not run out meanwhile.
        marked = record.presenting()
        try:
            version = await self._put(marked, version)
        except StoreError as error:
            with harmless("a refresh that was not sent may count as sent", StoreError):
                if not isinstance(error, VersionConflict) and (found := await self._read())[0] == marked:
                    await self._put(record, found[1])  # it was written all the same, as where a replica is away
            raise
        # Then present it, once.
        started, began, tokens = self._clock.monotonic(), self._clock.time(), None
        failure: StorefrontError = DecodeError("the answer holds no tokens", operation_id=REFRESH, effect="took_effect")
        try:
            if not await in_thread(lease.still_held):
                raise VersionConflict(self.key, version, 0)
            refresh = api.customer_auth.refresh_customer_jwt
            tokens = Tokens.of(await self._quiet.call(refresh.asyncio, body={"refresh": record.refresh}))
        except StorefrontError as error:
            failure = error
        # A new pair is stored, and used after that.
        if tokens is not None:
            return await self._save(record.renewed(tokens, began), version, started)
        # Without one: was the token refused, is it as good as before, or does nobody know?
        became = token_after(failure)
        if became == "refused":
            reason: LostReason = "answer_lost" if record.presented else "refused"
            self._refused = (record.refresh, reason)  # here as well: should the store fail, it is not presented again
            return await self._lose(marked, version, reason, failure)
        if became == "unused":
            await self._put(record, version)
        elif marked.exhausted:
            return await self._lose(marked, version, "answers_lost_twice")
        if isinstance(failure, StoreError):
            raise failure
        return failure

    async def _save(self, record: SessionRecord, version: int, started: float | None = None) -> AccessToken:
        """Store a new pair, over `version` or whatever older generation is there now, and use it."""
        self._unsaved, before = (record, version), self._in_use.current
        for _ in range(4):
            try:
                await self._put_patiently(record, version)
            except VersionConflict:
                found, version = await self._read()
                if found is not None and record.supersedes(found):
                    self._unsaved = (record, version)
                    continue
                # Signed out, given up or signed in anew while the answer was on its way: nobody will use this pair.
                self._unsaved = None
                if found is None or found.family != record.family or found.lost is not None:
                    await self._end_unused(record)
                raise
            self._unsaved = None  # a `StoreError` leaves it there: the next call begins with saving it
            return self._in_use.adopt(record, before, started)
        raise VersionConflict(self.key, version, 0)

    async def _end_unused(self, record: SessionRecord) -> None:
        """Delete and blacklist a new pair that nobody will use."""
        with harmless("a session that is nobody's may be stored", StoreError):  # by a write whose answer was lost
            if (found := await self._read())[0] == record:
                await in_thread(self._store.delete, self.key, expected=found[1])
        if (error := await revoke(self._quiet, record)) is not None:
            logger.info("tokens of a session that is nobody's live on: %s", type(error).__name__)

    async def _lose(self, record: SessionRecord, version: int, reason: LostReason, *by: StorefrontError) -> SessionLost:
        before = self._in_use.current
        await self._put(record.ended(reason), version)
        return self._in_use.end(reason, before, *by)

    async def _load(self) -> None:
        """The first look at the store: a session from before, and perhaps a login that was interrupted."""
        before, (record, version) = self._in_use.current, await self._read()
        if record is not None and not record.guest:
            record = await self._taken_over(record, version)
        waits = record is not None and record.guest and await self.unfinished() is not None
        with self._in_use.lock:
            if self._in_use.current is not before:
                return  # somebody has signed in or out here since
            self._login_due, self._looked = float("-inf" if waits else "inf"), self._clock.monotonic()
            if record is not None and record.lost is None and before.token is None:
                self._in_use.adopt(record, before)

    async def _taken_over(self, record: SessionRecord, version: int) -> SessionRecord:
        """The session with the guest's cart of its login, if an earlier version has begun that."""
        entry = await self._core.entry(f"login/{self._core.store_id}/{self._core.settings.customer}")
        begun = None if entry is None else begun_before(entry.value)
        if begun is None or begun[1].family != record.family or record.lost is not None:
            return record
        record, journal = attrs.evolve(record, guest=begun[0]), journal_key(self._core.store_id, begun[0])
        await in_thread(self._store.put, journal, begun[1].to_bytes(), ttl=REMEMBERED)
        await self._put(record, version)
        return record

    async def _put_patiently(self, record: SessionRecord, expected: int | None) -> None:
        """Store a new pair, and try again for some seconds if the store fails."""
        for pause in (0.05, 0.3, 1.0, None):
            try:
                await self._put(record, expected)
                return
            except StoreError as error:
                if pause is None or (expected is not None and isinstance(error, VersionConflict)):
                    raise
            await self._clock.asleep(pause)

    async def _put(self, record: SessionRecord, expected: int | None) -> int:
        ttl = record.time_to_live(self._clock.time())
        return await in_thread(self._store.put, self.key, record.to_bytes(), expected=expected, ttl=ttl)


async def revoke(core: Core, record: SessionRecord) -> StorefrontError | None:
    """Blacklist a session's tokens (`blacklistCustomerJwt`). Gives the error if that failed."""
    try:
        await core.carry_out(api.customer_auth.blacklist_customer_jwt, body={"tokens": record.alive(core.clock.time())})
    except StorefrontError as error:
        return error
    return None
