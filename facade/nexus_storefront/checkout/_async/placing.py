"""One press of `place()`: from what was asked for to how it ended, with at most one order sent."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from itertools import chain
from math import inf
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import attrs
from nexus_commerce import api

from ...cart._async.contents_now import customer_cart, forget_cart, guest_cart, own_cart
from ...contents import can_be_sent, goods_body
from ...errors import (
    CheckoutIncomplete,
    CheckoutUnresolved,
    ConnectionFailed,
    DecodeError,
    InvalidInput,
    StaleQuote,
    StatusError,
    StorefrontError,
    Timeout,
)
from ...log import harmless
from ...order_journal._async.journal import Noted, Pointers, guest_token_now, key_turn, turns_of
from ...order_journal._async.turns import Turn, TurnsHeld, turns
from ...order_journal.attempt import OrderAttempt, amounts_of, digest
from ...stores import StoreError, VersionConflict
from ...stores.leases import NoLongerThan
from ...transport._async.concurrency import some_at_once, to_its_end
from ...transport.hooks import Answers, raw
from ...transport.routes import guest_token_in
from ..outcomes import NotPlaced, Outcome, Placed, Unknown
from ..verdict import answered, contact_digests, newest_of, order_ids, slug_in
from .settling import newest_orders

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from nexus_commerce.models import StorefrontCustomerFacingOrder, StorefrontPublicOrder

    from ...contents import Content
    from ...intents._async.intents import CheckoutIntent
    from ..choices import Choices
    from ..outcomes import Quote
    from .settling import Settling


_TRIES = 4
_SENT_WITHIN = 5.0
"""Seconds that may pass between the last write to the journal and the sending."""


class Placing:
    """Places one order. If this purchase turns out to have been placed before, gives that outcome instead."""

    def __init__(
        self, settling: Settling, asked: Choices, quoted: Quote, intent: CheckoutIntent | None, key: str | None
    ) -> None:
        self._core = settling.core
        self._journal = settling.journal
        self._settling = settling
        self._asked = asked
        """The choices as they were when `place()` was called."""
        self._quoted = quoted
        self._order = asked._order_body()
        self.intent = intent
        self._named = () if key is None else (key_turn(settling.core, key),)
        """The scope of the caller's key for the purchase, if there is a key."""
        self._by_cart = settling.core.may_repeat()
        """Name a cart and no items: the first order empties it, so that the same request sent again orders nothing."""
        self.attempt_id: str | None = None
        """The attempt that was sent, or that was found to be this purchase."""
        self._written: tuple[OrderAttempt, OrderAttempt]
        """The attempt of the last try, in the forms in which it may be in the journal: `preparing`, and `sending`."""
        self._lost: OrderAttempt | None = None
        """An earlier attempt at the same, whose answer was lost and of which no trace was found."""

    async def run(self) -> Outcome:
        """Place the order, and begin again if others came first. Raises what kept the order from being sent."""
        core, session, asked, total = self._core, self._core.session, self._asked, self._core.settings.timeouts.total
        until = core.clock.monotonic() + total
        if asked.customer:
            await session.access_token(total)  # finishes a login that was interrupted, before any turn is taken
        lasting = self._settling.lasting  # should it take longer, the journal's compare-and-swap still guards it
        half_carried_over = False
        for _ in range(_TRIES):
            if half_carried_over:
                left = max(0.0, until - core.clock.monotonic())
                await session.finish_login(wait=left, within=left)
            # First find out whose order it is, and with that which turns it takes.
            token = None if asked.customer or not asked.use_cart else await core.guest.current()
            account = await session.account() if asked.customer else None
            self._core = core.of_customer(account)  # also if another customer signs in meanwhile
            intent = self.intent.id if self.intent else self._order.get("checkout_intent_token")
            scopes = turns_of(core, account, token, self._order.get("customer_email", ""), intent)
            # Then take the turns, and make sure that it is still the same order.
            taken: TurnsHeld | None = None
            try:
                wanted = (*self._named, scopes[0])
                async with turns(core, wanted, cart=asked.use_cart, lasting=lasting, until=until) as taken:
                    # What a sign-in has begun to carry over must not be ordered as well: that is finished first.
                    mine = asked.use_cart and (asked.customer or token is not None)
                    half_carried_over = mine and await session.carries_over(token)
                    if half_carried_over or (token is not None and token != await guest_token_now(core, strict=True)):
                        continue  # or the cart was carried over while this call waited for its turn
                    if account is not None and account != await session.look():
                        continue  # or another customer has signed in
                    outcome = await self._in_turn(taken, scopes, token)
            except Timeout:
                if taken is not None:
                    raise  # something in its turn took too long
                raise CheckoutUnresolved("another checkout of the same cart or shopper is under way") from None
            if outcome is not None:
                return outcome
        raise CheckoutUnresolved("others came first, or the store took too long, each time: nothing was sent")

    async def _in_turn(self, taken: TurnsHeld, scopes: tuple[Turn, ...], token: str | None) -> Outcome | None:
        """One try. None if others have written, or the turn has ended, before anything was sent: begin again."""
        journal, purchase = self._journal, self._purchase(scopes[0].whose)
        # First the attempts before this one: with the same key, and of the same cart, customer or guest.
        pointers = {scope: await journal.pointed(scope) for scope in (*self._named, *scopes)}
        named = [attempt_id for scope in self._named for attempt_id in pointers[scope][0]]
        loaded = [await journal.load(each) for each in dict.fromkeys(chain(*(ids for ids, _ in pointers.values())))]
        before: dict[str, OrderAttempt] = {}
        # One that made an order decides before a later one whose outcome is not known.
        for noted in sorted(filter(None, loaded), key=lambda one: one.attempt.phase != "placed"):
            if noted.attempt.phase == "preparing":
                # The call that prepared it has died or is held up; once it is taken back it cannot be sent.
                await journal.take_back(noted)
                return None
            found = await self._earlier(noted, purchase, same=noted.attempt.id in named)
            if not isinstance(found, OrderAttempt):
                return found
            before[found.id] = found
        # Then the witnesses: what the cart holds and which orders there are, to compare with afterwards.
        try:
            attempt, refusal = await self._witnessed(purchase, token)
            first = [scope.whose for scope in self._named if not pointers[scope][1] and scope.whose not in before]
            attempt = (attrs.evolve(attempt, id=first[0]) if first else attempt).after(before.values())
        except CheckoutIncomplete:
            for pressed in (each for each in before.values() if each.phase == "placed"):
                if self._settling.was_pressed(pressed, purchase, self._quoted):
                    # The same purchase, pressed twice: the first press has emptied the cart both were quoted for.
                    self.attempt_id = pressed.id
                    return await self._settling.ended(pressed)
            raise
        # Behind this attempt the pointers keep earlier ones, in case that this one is never sent.
        links = {scope: (_behind(before, scope, ids), version) for scope, (ids, version) in pointers.items()}
        if refusal is not None:
            # The service refused to put the goods into a cart, so it would refuse the order: nothing is sent.
            with harmless("a refusal could not be journalled", StoreError):
                try:
                    await journal.prepare(attempt.not_placed("refused"), links)
                except VersionConflict:
                    return None
            self.attempt_id = attempt.id
            return NotPlaced(attempt.id, "refused", refusal)
        # Then the attempt is written down and sent.
        # What has been ordered since is a reason of its own to refuse another order.
        since = max((each.until for each in before.values() if each.phase == "placed"), default=0.0)
        lost = (each for each in before.values() if each.may_be_doubted and each.until > since)
        self._lost = next((each for each in lost if each.id in named or each.goods == attempt.goods), None)
        return await self._written_and_sent(attempt, links, taken)

    async def _written_and_sent(self, attempt: OrderAttempt, links: Pointers, taken: TurnsHeld) -> Outcome | None:
        self._written = attempt, attempt
        forget_cart(self._core)  # until it is known what the order has left in it
        with raw() as answers:
            try:
                noted = await self._written_down(attempt, links, taken)
                if noted is None:
                    return None
                # From here on it counts as sent, and this process is the only one that may send it.
                self.attempt_id = attempt.id
                with NoLongerThan(inf, self._core.clock):  # the end is written, however long that takes
                    return await self._send(noted, tuple(links), answers)
            except BaseException as error:
                # Cancelled or interrupted before anything has left: no attempt that looks sent may stay.
                if not isinstance(error, StorefrontError) and not answers.may_have_left:
                    await to_its_end(partial(self._journal.take_back_any, *self._written))
                    self.attempt_id = None
                raise
            finally:
                forget_cart(self._core)  # what was seen meanwhile

    async def _written_down(self, attempt: OrderAttempt, links: Pointers, taken: TurnsHeld) -> Noted | None:
        """Write the attempt down as being sent, in two steps, so that a death or a failing store in between leaves none
        that counts as sent. None if others have written, or the turn has ended."""
        journal = self._journal
        try:
            # First prepared: until the next step it can be taken back by anybody.
            noted = await journal.prepare(attempt, links)
            if not await taken.still():
                await journal.take_back(noted)  # the witnesses may be out of date
                return None
            # Then sent, as far as anybody else can tell.
            sending = attrs.evolve(attempt, phase="sending", until=self._done_by())
            self._written = attempt, sending
            noted = await journal.write(sending, noted.version)
        except StoreError as error:
            # Nothing is sent. The store may have written it all the same, and then it would look sent.
            await journal.take_back_any(*self._written)
            if isinstance(error, VersionConflict):
                return None
            raise
        if self._done_by() > sending.until + _SENT_WITHIN:
            # It was held up so long that others would take the request for ended while it is under way.
            await journal.take_back(noted)
            return None
        return noted

    async def _earlier(self, noted: Noted, purchase: str, *, same: bool) -> Outcome | OrderAttempt | None:
        """What an earlier attempt means for this one: how it ended, if it is the same purchase, as with the `same` key;
        the attempt itself, if it is not in the way; None: others have written, begin again."""
        attempt, asked = noted.attempt, self._asked
        if attempt.phase == "not_placed" or (attempt.phase == "placed" and not same):
            return attempt
        if same and asked.items is not None and attempt.ordered not in (None, asked.items):
            raise InvalidInput("this key has been used for a purchase of other items", attempt_id=attempt.id)
        outcome = await self._settling.settle(noted)
        if isinstance(outcome, NotPlaced):
            now = await self._journal.load(attempt.id)
            return now.attempt if now is not None and now.attempt.phase == "not_placed" else None
        unknown = attempt.purchase == purchase and isinstance(outcome, Unknown)
        if same or unknown or self._settling.was_pressed(attempt, purchase, self._quoted):
            self.attempt_id = attempt.id
            return outcome
        # It may be the same purchase, with something corrected: it must not be ordered a second time.
        state, why = "unsettled", "is not settled yet"
        if isinstance(outcome, Placed):
            state, why = "placed", "turns out to be placed"
        why = f"an earlier order of the same cart or shopper {why}: shop.checkout.resume(attempt_id) tells of it"
        raise CheckoutUnresolved(why, attempt_id=attempt.id, state=state)

    async def _seen_now(self, token: str | None) -> tuple[int | None, Content, list[object] | None]:
        """The id of the customer's cart, what the cart holds, and the customer's newest orders; both read at once. The
        orders are None for a guest, and if only they cannot be read."""
        core = self._core
        if not self._asked.customer:
            held = None if token is None else await guest_cart(core.without_guest_token(), token, strict=True)
            return None, held or (), None
        if not self._asked.use_cart:
            return None, (), (await newest_orders(core))[0]
        looks: list[Callable[[], Awaitable[Any]]] = [partial(customer_cart, core), partial(newest_orders, core)]
        cart, listed = await some_at_once(looks)
        if isinstance(cart, StorefrontError):
            raise cart
        number, held = cart
        if isinstance(listed, StorefrontError) and not held:
            raise listed  # no witness at all: better not to order
        return number if held else None, held, None if isinstance(listed, StorefrontError) else listed[0]

    async def _witnessed(self, purchase: str, token: str | None) -> tuple[OrderAttempt, StatusError | None]:
        """The attempt to be journalled, with what its witnesses say before it is sent, and the service's refusal to put
        the goods into a cart, if it refused. Raises `StaleQuote` or `CheckoutIncomplete` if the quote does not fit."""
        core, asked, order, refusal = self._core, self._asked, self._order, None
        cart_id, held, orders = await self._seen_now(token)
        bought = asked.items or held
        if not bought:
            raise CheckoutIncomplete("the cart is empty", missing=("items",))
        ordered, request = bought if can_be_sent(bought) else None, goods_body(bought, cart_id) | asked._summary_body()
        if (bought, request) != (self._quoted.content, self._quoted.request):
            raise StaleQuote("the cart has changed since the quote: quote again")
        if not self._asked.customer and not held:
            assert ordered is not None
            # Where the order names its items, its cart is only a witness: one piece is enough.
            watched = ordered if self._by_cart else ((*ordered[0][:2], 1),)
            try:
                token, held = await own_cart(core.without_guest_token(), watched)
            except StatusError as error:
                if error.effect != "refused":
                    raise
                refusal = error
        if self._by_cart and refusal is None and ordered not in (None, held):
            raise StaleQuote("the cart of this order does not hold what was quoted: quote again")
        email, phone = contact_digests(core.settings.api_key, order.get("customer_email"), order.get("customer_phone"))
        # An order whose method is left open is a payment link, whose amount rises when the method is chosen.
        method = {"payment_method": order.get("payment_method", "payment_link")}
        attempt = OrderAttempt(
            id=token_hex(16),
            phase="preparing",
            until=self._done_by(),
            purchase=purchase,
            customer=core.settings.customer,
            account=core.settings.account,
            token=token,
            cart_id=cart_id,
            held=held,
            # That an order of the cart alone empties it is not documented: then a full cart is no proof.
            clears=ordered is not None and not self._by_cart,
            ordered=ordered,
            orders=None if orders is None else order_ids(orders),
            newest=None if orders is None else newest_of(orders),
            intent=None if self.intent is None else self.intent.id,
            intent_token=None if self.intent is None else order.get("checkout_intent_token"),
            intent_sequence=0 if self.intent is None else self.intent._number(),
            buyer_email=email,
            buyer_phone=phone,
            quoted=amounts_of(self._quoted.summary.to_dict()) | method,
        )
        return attempt, refusal

    def _purchase(self, whose: str) -> str:
        """A digest that tells one purchase of a cart, customer or guest from another, by the quoted goods and the whole
        order body."""
        order = sorted(part for part in self._order.items() if part[0] != "checkout_intent_token")
        return digest(self._quoted.content, *order, whose)

    def _done_by(self) -> float:
        """Epoch seconds by which a request that is sent now has ended on this side."""
        return self._core.clock.time() + _SENT_WITHIN + self._core.settings.timeouts.total

    async def _send(self, noted: Noted, scopes: tuple[Turn, ...], answers: Answers) -> Outcome:
        """Send the order, once, and say how it ended."""
        attempt = noted.attempt
        # First the one request; whatever comes of it, this side is done with it then.
        order: StorefrontPublicOrder | StorefrontCustomerFacingOrder | None = None
        failure: StorefrontError | None = None
        try:
            order = await self._request(attempt)
        except StorefrontError as error:
            failure = error
        answer = answers[-1] if answers else None
        until = self._core.clock.time()
        # Then the certain ends: an order, a refusal, or that nothing left.
        if order is not None and answer is not None and (answer.status_code == 201 or order.secret_slug):
            known = order if order.secret_slug or order.order_id else None  # else it is not what the contract describes
            done = attempt.placed("answer", order, slug_in(answer.content), until=until)
            outcome = await self._end(noted, done, order=known)
            await self._new_token(attempt, guest_token_in(answer))
            return outcome
        failure = failure or DecodeError("the answer is not an order", effect="may_have_taken_effect")
        if failure.effect == "took_effect":
            slug = slug_in(answer.content if answer else b"")
            return await self._end(noted, attempt.placed("answer", None, slug, until=until))
        # A refusal may be the answer to a repetition of a request that made an order: then look first.
        if failure.effect == "refused" and (not self._by_cart or await self._settling.shows_no_trace(attempt)):
            return await self._refused(noted, scopes, failure)
        if failure.effect == "nothing_left":
            if isinstance(failure, ConnectionFailed):
                return await self._end(noted, attrs.evolve(attempt, until=until).not_placed("never_sent"), failure)
            # Refused by our own side: the choices can be put right.
            await self._journal.take_back(noted)
            self.attempt_id = None
            raise failure
        # Else look at its witnesses.
        over = failure.effect == "refused" or answered(failure)
        noted = await self._journal.note_lost(noted, until=self._core.clock.time(), answered=over)
        return await self._settling.settle(noted, failure)

    async def _request(self, attempt: OrderAttempt) -> StorefrontPublicOrder | StorefrontCustomerFacingOrder:
        core = self._core
        body = goods_body(None if self._by_cart else attempt.ordered, attempt.cart_id) | self._order
        if self._asked.customer:
            return await core.call(api.customer_checkout.create_customer_checkout.asyncio, body=body)
        create = api.storefront.create_public_checkout
        return await core.call(create.asyncio, body=body, x_scalev_guest_token=attempt.token or "")

    async def _end(
        self, noted: Noted, done: OrderAttempt, error: StorefrontError | None = None, order: object = None
    ) -> Outcome:
        """Write down how the attempt ended, and give its outcome: that of the journal, if others have written more."""
        said = await self._journal.end(noted, done)
        return await self._settling.ended(said or done, error, order)

    async def _refused(self, noted: Noted, scopes: tuple[Turn, ...], error: StorefrontError) -> Outcome:
        """The outcome of an order that the service refused. It may have refused because an earlier one, whose answer
        was lost, exists, as stores that limit orders do: then that one is looked for again."""
        outcome = await self._end(noted, noted.attempt.not_placed("refused"), error)
        if self._lost is None or not isinstance(outcome, NotPlaced):
            return outcome
        earlier = await self._journal.doubt(self._lost, scopes)
        if earlier is None:
            return outcome
        self.attempt_id = earlier.attempt.id
        found = await self._settling.settle(earlier, error)
        told = outcome if isinstance(found, NotPlaced) else found
        self.attempt_id = told.attempt_id
        return told

    async def _new_token(self, attempt: OrderAttempt, token: str | None) -> None:
        """Keep the new token that the service may give the shopper's cart with the order."""
        with suppress(StorefrontError):  # a store that fails now changes no outcome
            if token and token != attempt.token and await self._core.guest.current() == attempt.token:
                await self._core.guest.keep(token)


def _behind(before: Mapping[str, OrderAttempt], scope: Turn, ids: list[str]) -> list[str]:
    """Which of a pointer's attempts stay behind a new one: those that made an order, or may have, of a key all, else
    back to the newest that made one; where there are none, the last."""
    known = [before[each] for each in ids if each in before]
    ordered = [one for one in known if one.may_exist]
    made = next((number for number, one in enumerate(ordered, 1) if one.phase == "placed"), None)
    return [one.id for one in ordered[: None if scope.kind == "key" else made] or known[:1]]
