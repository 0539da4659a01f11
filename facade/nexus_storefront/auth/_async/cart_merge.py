"""Signing in without losing the guest's cart, and finishing a login that was interrupted."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from ...errors import BadRequest, Conflict, NotFound, NotSignedIn, StorefrontError, Unprocessable
from ...order_journal._async.journal import OrderJournal
from ...redact import Secret
from ...stores import StoreError
from ...transport._async.concurrency import in_thread, leased
from ..cart_journal import CartReport, Journal, LineKey, Step, compare, lines_of, missing
from ..session_record import Record, Tokens, new_family

if TYPE_CHECKING:
    from ...transport._async.core import Core
    from .session import CustomerSession


__all__ = ["finish_login", "sign_in"]


logger = logging.getLogger("nexus_storefront")


LEASE = 120.0


WAIT = 60.0


RESUME_WAIT = 10.0


ROUNDS = 3


async def sign_in(
    core: Core,
    session: CustomerSession,
    exchange: Callable[[], Awaitable[Any]],
    *,
    account: str,
    keep_cart: bool,
) -> tuple[Record | None, CartReport | None, object]:
    """Make a login: `exchange` asks the service. The new session, what became of the cart, and the service's answer.

    The session is None when the answer holds no tokens (an OTP challenge); the report when there was no guest cart.
    """
    family = new_family()
    login = _Login(core, session)
    async with leased(core.store, session.unfinished_login, ttl=LEASE, wait=WAIT):
        journal = await login.begin(family) if keep_cart else None
        began = core.clock.time()
        try:
            answer = await exchange()
        except StorefrontError:
            if journal is not None:
                await login.end()
            raise
        tokens = Tokens.of(answer)
        if tokens is None:
            if journal is not None:
                await login.end()
            return None, None, answer
        record = Record.begin(tokens, account, began, family=family)
        await session.begin(record)
        if journal is None:
            return record, None, answer
        try:
            async with core.shared.cart_lock:
                report = await login.finish(journal)
        except StoreError:
            raise
        except StorefrontError as error:
            # Signed in all the same. The journal stays, and with it the guest token.
            logger.warning("the guest cart is not merged yet: %s", type(error).__name__)
            report = CartReport(pending=True)
        return record, report, answer


async def finish_login(core: Core, session: CustomerSession) -> CartReport | None:
    """Finish a login that was interrupted; None when there is none to finish."""
    login = _Login(core, session)
    async with leased(core.store, session.unfinished_login, ttl=LEASE, wait=RESUME_WAIT):
        entry = await in_thread(core.store.get, session.unfinished_login)
        if entry is None:
            return None
        journal = Journal.from_bytes(entry.value)
        record = await session.read()
        if journal is None or record is None or record.lost is not None or record.family != journal.family:
            # The login did not come about, or its session is gone: the guest cart is where it was.
            await login.end()
            return None
        return await login.finish(journal)


class _Login:
    def __init__(self, core: Core, session: CustomerSession) -> None:
        self._core = core
        self._key = session.unfinished_login

    async def begin(self, family: str) -> Journal | None:
        """Take down the guest's cart; None when there is nothing in it."""
        token = await self._core.guest.current()
        guest = await self._guest_lines(token) if token else {}
        if not token or not guest:
            return None
        return await self._write(Journal(family, Secret(token), guest))

    async def end(self) -> None:
        await in_thread(self._core.store.delete, self._key)

    async def finish(self, journal: Journal) -> CartReport:
        """Go on from the journal's step to the end."""
        resumed = journal.step == "merging"
        left: dict[LineKey, int] = {}
        for round_ in range(ROUNDS):
            if journal.step == "begun":
                before = await self._customer_lines()
                journal = await self._write(
                    Journal(journal.family, journal.guest_token, journal.guest, "merging", before, journal.lines)
                )
                resumed = False
            if journal.step == "merging":
                await self._merge(journal, resumed)
                journal = await self._step(journal, "merged")
            if journal.step == "merged":
                done = await self._replay(journal)
                journal = await self._write(
                    Journal(journal.family, journal.guest_token, journal.guest, "verified", journal.before, done)
                )
            left = await self._guest_lines(journal.guest_token)
            if not left or left == journal.guest:
                left = {}
                break
            if round_ + 1 == ROUNDS or any(left.get(item, 0) >= quantity for item, quantity in journal.guest.items()):
                # The service keeps what it merged in the guest cart: merging again would double it.
                break
            # More came into the guest cart since it was taken down.
            journal = await self._write(
                Journal(journal.family, journal.guest_token, left, "begun", lines=journal.lines)
            )
        if not left:
            await self._core.guest.forget(journal.guest_token)
        await self.end()
        return CartReport(journal.lines, left_behind=tuple(left.items()))

    async def _merge(self, journal: Journal, resumed: bool) -> None:
        """Merge once. After an outcome that is not known, again only where both carts are as they were."""
        from nexus_commerce.api.storefront import merge_guest_cart

        core = self._core
        await OrderJournal(core).note_removal(str(journal.guest_token), merged=True)
        for _ in range(2):
            if resumed and (
                await self._guest_lines(journal.guest_token) != journal.guest
                or await self._customer_lines() != journal.before
            ):
                return
            try:
                await merge_guest_cart.asyncio(
                    core.store_id,
                    client=core.api,
                    x_scalev_guest_token=journal.guest_token,
                )
            except (BadRequest, NotFound, Conflict, Unprocessable):
                return  # Line by line, then.
            except StorefrontError as error:
                if not error.may_have_taken_effect or resumed:
                    raise
                resumed = True
            else:
                return

    async def _replay(self, journal: Journal) -> tuple[Any, ...]:
        """Add what the merge left out, reading the cart before each round, and report every line."""
        refused: dict[LineKey, str] = {}
        after = await self._customer_lines()
        for _ in range(ROUNDS):
            wanted = missing(journal.guest, journal.before, after)
            for item in wanted.keys() - refused.keys():
                reason = await self._add(item, wanted[item])
                if reason is not None:
                    refused[item] = reason
            if not wanted.keys() - refused.keys():
                break
            after = await self._customer_lines()
        return (*journal.lines, *compare(journal.guest, journal.before, after, refused))

    async def _add(self, item: LineKey, quantity: int) -> str | None:
        """Add a line to the customer's cart; the service's reason when it refuses."""
        from nexus_commerce.api.customer_cart import add_customer_cart_item

        if not item.can_be_added:
            return f"a line of type {item.type} cannot be added"
        core = self._core
        reference: int | str = int(item.id) if item.id.isdecimal() else item.id
        body = {"type": item.type, f"{item.type}_id": reference, "quantity": quantity}
        try:
            await add_customer_cart_item.asyncio(core.store_id, client=core.api, body=body)
        except (BadRequest, NotFound, Conflict, Unprocessable) as error:
            return error.message
        except NotSignedIn:
            raise
        except StorefrontError as error:
            if not error.may_have_taken_effect:
                raise
            # The next round reads whether it is there.
        return None

    async def _guest_lines(self, token: str) -> dict[LineKey, int]:
        from nexus_commerce.api.storefront import get_guest_cart

        core = self._core
        try:
            cart = await get_guest_cart.asyncio(core.store_id, client=core.api, x_scalev_guest_token=token)
        except NotFound:
            return {}
        return lines_of(cart)

    async def _customer_lines(self) -> dict[LineKey, int]:
        from nexus_commerce.api.customer_cart import get_customer_cart

        core = self._core
        return lines_of(await get_customer_cart.asyncio(core.store_id, client=core.api))

    async def _step(self, journal: Journal, step: Step) -> Journal:
        return await self._write(journal.at(step))

    async def _write(self, journal: Journal) -> Journal:
        await in_thread(self._core.store.put, self._key, journal.to_bytes())
        return journal
