"""Checkout: from items to an order, at most once.

The order of steps in `Checkout.place` is the whole point: look at the witnesses, write the attempt down, send once,
write down how it ended. Whatever happens in between, what is in the journal is enough to find out, and nothing is sent
again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, cast

from nexus_commerce import api

from ...answer_fields import field, items_of, text
from ...arguments import flag, identifier
from ...cart._async.contents_now import cart_of_late, customer_cart, guest_cart
from ...cart.lines import content_of
from ...contents import Content, can_be_sent, goods_body
from ...errors import CheckoutIncomplete, CheckoutUnresolved, InvalidInput, StaleQuote, StorefrontError
from ...order_journal._async.journal import OrderJournal
from ...stores import VersionConflict
from ...stores.records import dump
from ...transport._async.concurrency import Lock
from ..announced import Announced, can_be_told, completed_by, contact_digests, fits, order_contacts
from ..choices import Asked, Choices, has_service
from ..kept import KeptCheckout, read_checkout
from ..outcomes import AttemptRecord, CheckoutPolicy, NotPlaced, Outcome, Placed, Quote
from .placing import Placing
from .settling import Settling, placed

if TYPE_CHECKING:
    from nexus_commerce.models import (
        CustomerAddress,
        CustomerCheckoutPaymentMethodsResponse,
        StorefrontPaymentMethod,
        StorefrontShippingOption,
    )

    from ...cart.lines import CartLine, Item
    from ...intents._async.intents import CheckoutIntent
    from ...transport._async.core import Core


__all__ = ["Checkout", "CheckoutFlow"]

logger = logging.getLogger("nexus_storefront")


class CheckoutFlow:
    """Starts checkouts, and settles attempts whose outcome is not known yet."""

    def __init__(self, core: Core, policy: CheckoutPolicy | None = None) -> None:
        self._core = core
        self._journal = OrderJournal(core)
        self._settling = Settling(core, self._journal)
        self.policy = policy or CheckoutPolicy()

    async def start(
        self,
        items: Iterable[Item | CartLine | Mapping[str, Any]] | None = None,
        *,
        clear_cart: bool = False,
        digital: bool = False,
        customer: bool | None = None,
        key: str | None = None,
    ) -> Checkout:
        """A checkout of the shopper's cart, or of `items` without touching the cart.

        `clear_cart` with `items`: the order empties the cart as well. `digital`: nothing needs to be shipped.
        `customer`: order as the signed-in customer, by default if somebody is signed in. `key`: the caller's own name
        for this purchase, e.g. a form's one-time token: however many checkouts are placed with one key, in any process
        that shares the store, there is one order. Raises `InvalidInput` for `items` of a customer, or with
        `clear_cart`, where a request may be sent twice on its way, as in a browser: no cart of their own holds them.
        """
        if customer is None:
            session = self._core.session
            customer = session is not None and await session.signed_in()
        choices = Choices(
            items=None if items is None else content_of(items),
            use_cart=flag("clear_cart", clear_cart) or items is None,
            customer=flag("customer", customer),
            digital=flag("digital", digital),
        )
        return Checkout(self, choices, key=None if key is None else _key(key))

    def load(self, text: str) -> Checkout:
        """Take up a checkout that `dump()` put away, in another request, process or machine.

        `place()` then orders what was quoted, refuses what has changed since (`StaleQuote`), or tells a changed price,
        exactly as it would have then. Raises `InvalidInput` for any other text.
        """
        kept = read_checkout(text, self._core.store_id)
        checkout = Checkout(self, kept.choices, key=kept.key)
        checkout.quoted, checkout._attempt_id = kept.quoted(self._core.clock), kept.attempt_id
        return checkout

    async def payment_methods(self) -> list[StorefrontPaymentMethod]:
        """The methods the store takes (listStorefrontPaymentMethods); only those with `enabled` may be chosen."""
        core = self._core
        answer = await api.storefront.list_storefront_payment_methods.asyncio(core.store_id, client=core.api)
        return cast("list[StorefrontPaymentMethod]", items_of(field(answer, "data")))

    async def my_payment_methods(self) -> CustomerCheckoutPaymentMethodsResponse:
        """The codes of the methods, and the accounts to transfer to, for the signed-in customer
        (listCheckoutPaymentMethods)."""
        core = self._core
        return await api.customer_checkout.list_checkout_payment_methods.asyncio(core.store_id, client=core.api)

    async def my_addresses(self) -> list[CustomerAddress]:
        """The signed-in customer's saved addresses (listCheckoutAddresses), for `deliver_to_saved`."""
        core = self._core
        answer = await api.customer_checkout.list_checkout_addresses.asyncio(core.store_id, client=core.api)
        return cast("list[CustomerAddress]", items_of(field(answer, "data")))

    async def resume(self, attempt_id: str) -> Outcome:
        """How an attempt ended: from the journal, else by looking for the order again. Never sends it.

        Raises `InvalidInput` for an attempt that the journal does not hold (it is kept for 7 days).
        """
        noted = await self._journal.load(identifier("attempt_id", attempt_id))
        if noted is None or noted.attempt.phase == "preparing":
            raise InvalidInput("the journal holds no attempt of this id")
        return await self._settling.settle(noted, self.policy)

    async def dismiss(self, attempt_id: str) -> NotPlaced:
        """A person has made sure that an `Unknown` attempt made no order, or takes the risk: it no longer stands in the
        way of another checkout of the same cart. Raises `InvalidInput` if the order is known to exist."""
        identifier("attempt_id", attempt_id)
        while True:
            noted = await self._journal.load(attempt_id)
            if noted is None or noted.attempt.phase in ("placed", "preparing"):
                raise InvalidInput("only an attempt without a known order can be dismissed")
            with suppress(VersionConflict):
                await self._journal.write(noted.attempt.ended("dismissed"), noted.version)
                return NotPlaced(attempt_id, "dismissed")

    async def find(self, key: str) -> Outcome | None:
        """What became of the purchase that was started with this `key`; None if nothing was sent for it."""
        noted = await self._journal.load(self._journal.named(_key(key)))
        if noted is None or noted.attempt.phase == "preparing":
            return None
        return await self._settling.settle(noted, self.policy)

    async def announced(self, order: object) -> Announced | None:
        """The attempt that turns out to have made `order`, and what was known of it before; None if there is none.

        `order` is what a webhook tells (`nexus_storefront.webhooks`): the data of `order.created` and its kin, or of
        `checkout_intent.completed`, which names the order of the intent that went along. A whole order is matched by
        the buyer's e-mail and phone, amounts, goods and time; if several attempts fit, or none, nothing is changed.
        Afterwards `resume` and `find` know the order. Only the public order is asked for.
        """
        contacts = contact_digests(self._core.settings.api_key, *order_contacts(order))
        order, intent = completed_by(order)
        number = text(field(order, "order_id"))
        attempts = await self._journal.attempts(everyone=True)
        known = [attempt for attempt in attempts if number is not None and attempt.order_id == number]
        if intent is not None:
            candidates = known or [attempt for attempt in attempts if attempt.intent == intent and can_be_told(attempt)]
        else:
            candidates = known or [attempt for attempt in attempts if fits(attempt, order, contacts)]
        if number is None or len(candidates) != 1:
            return None
        noted = await self._journal.load(candidates[0].id)
        if noted is None:
            return None
        before = noted.attempt
        done = before if known else placed(before, "order", order)
        said = done if known else await self._journal.end(noted, done)
        outcome = None if said is None else await self._settling.ended(said)
        if not isinstance(outcome, Placed):
            return None
        if before.phase == "not_placed":
            logger.warning("attempt %s was taken for %s, but its order exists", before.id, before.reason)
        was: dict[str, Literal["unknown", "placed", "not_placed"]] = {"sending": "unknown", "not_placed": "not_placed"}
        return Announced(outcome, was.get(before.phase, "placed"))

    async def unfinished(self, *, everyone: bool = False) -> list[str]:
        """The ids of the attempts whose outcome is not known, oldest first: to `resume` after a crash.

        Those of this shop's `customer`, or with `everyone` all that are in the store. An attempt of a signed-in
        customer can only be settled by a shop where that customer is signed in.
        """
        attempts = await self._journal.attempts(everyone=flag("everyone", everyone))
        return [attempt.id for attempt in attempts if attempt.phase == "sending"]

    async def history(self, *, everyone: bool = False) -> list[AttemptRecord]:
        """What the journal knows of every attempt of the last 7 days, oldest first, without asking the service: also
        of an order that was placed by a process that died before it could say so."""
        attempts = await self._journal.attempts(everyone=flag("everyone", everyone))
        return [AttemptRecord.of(attempt) for attempt in attempts if attempt.phase != "preparing"]


class Checkout(Choices):
    """One purchase: knows what is missing, quotes, and places the order at most once.

    A change of items, destination or payment method drops the shipping options, the chosen one and the quote; a change
    of shipping option or discount drops the quote. One object makes one order: `place()` again gives the same outcome.
    """

    def __init__(self, flow: CheckoutFlow, choices: Choices, *, key: str | None = None) -> None:
        super().__init__(**dump(choices))
        self._flow = flow
        self._core = flow._core
        self._key = key
        self._turn = Lock()
        self._attempt_id: str | None = None
        self._outcome: Outcome | None = None
        self._intent: CheckoutIntent | None = None
        self._check_goods()

    def _check_goods(self) -> None:
        """A request that may be sent twice on its way must order a cart, which the first order empties."""
        if self.items is not None and (self.use_cart or self.customer) and self._core.may_repeat():
            what = "with clear_cart" if self.use_cart else "as a customer"
            raise InvalidInput(
                f"items cannot be ordered {what} where a request may be sent twice on its way, as in a browser: put "
                "them into the shopper's cart, and order that"
            )

    @property
    def attempt_id(self) -> str | None:
        """The name of the attempt in the journal, once it was sent."""
        return self._attempt_id

    def dump(self) -> str:
        """This checkout as a text for `shop.checkout.load`: what was chosen and what was quoted, not the intent.

        It names the buyer and the address, and it holds no token. Keep it in the shopper's session or in a store; in a
        form field sign it, for what it says is taken for what the shopper was shown.
        """
        core = self._core
        return KeptCheckout.of(self, core.clock, core.store_id, self._key, self._attempt_id).to_text()

    def again(self) -> Checkout:
        """A new checkout with the same choices, to be quoted anew; for after `NotPlaced`.

        Raises `CheckoutUnresolved` as long as the order of this one may exist.
        """
        if self._attempt_id is not None and not isinstance(self._outcome, (Placed, NotPlaced)):
            raise CheckoutUnresolved("the order of this checkout may exist", attempt_id=self._attempt_id)
        new = Checkout(self._flow, self, key=self._key)
        new.options, new._options_for = self.options, self._options_for
        new._intent, new._intent_token = self._intent, self._intent_token
        return new

    def set_intent(self, intent: CheckoutIntent | str | None) -> None:
        """The checkout intent that this order completes, or its token. A capture that failed is left out, and the
        order ends the capture."""
        from ...intents._async.intents import CheckoutIntent

        self._intent = intent if isinstance(intent, CheckoutIntent) else None
        self._set_intent_token(intent.token if isinstance(intent, CheckoutIntent) else intent)

    async def shipping_options(self) -> list[StorefrontShippingOption]:
        """The ways to ship to the destination (listPublicCheckoutShippingOptions, listCheckoutShippingOptions).

        Empty when there is nothing to ship; nothing has to be chosen then.
        """
        if self.needs_shipping and not self._destination:
            raise CheckoutIncomplete(
                "a destination comes before its shipping options; for goods that are not shipped: digital=True",
                missing=("destination",),
            )
        core, asked, changes = self._core, self._options_body(), self._changes
        content, cart_id = await self._goods()
        body = goods_body(content, cart_id) | asked
        answer: object
        if self.customer:
            answer = await api.customer_checkout.list_checkout_shipping_options.asyncio(
                core.store_id, client=core.api, body=body
            )
        else:
            answer = await api.storefront.list_public_checkout_shipping_options.asyncio(
                core.store_id, client=core.api, body=body
            )
        options = items_of(field(answer, "data"))
        if changes == self._changes:  # else they are those of a choice that has changed while they were on their way
            self.options, self._options_for = tuple(options), content
            self.needs_shipping = bool(options)
            if self._shipping and not has_service(options, self._shipping):
                self._shipping = {}
                self._amount_changed()
        return cast("list[StorefrontShippingOption]", options)

    async def quote(self) -> Quote:
        """What the order would cost with the choices of this moment (getPublicCheckoutSummary, getCheckoutSummary).

        Raises `CheckoutIncomplete` when the cart has changed since its shipping options were asked for.
        """
        core, asked, changes = self._core, self._summary_body(), self._changes
        content, cart_id = await self._goods()
        if changes == self._changes and self.options is not None and content != self._options_for:
            self._shipping_changed()
            raise CheckoutIncomplete("the cart has changed: ask for its shipping options again", missing=self.missing)
        body = goods_body(content, cart_id) | asked
        made_at = self._core.clock.monotonic()
        answer: object
        if self.customer:
            answer = await api.customer_checkout.get_checkout_summary.asyncio(core.store_id, client=core.api, body=body)
        else:
            answer = await api.storefront.get_public_checkout_summary.asyncio(core.store_id, client=core.api, body=body)
        quote = Quote(content or (), body, made_at, answer)
        if changes == self._changes:  # else a choice that was made while the answer was on its way is not in it
            self.quoted = quote
        return quote

    async def place(self) -> Outcome:
        """Place the order, once, for the quoted amount (createPublicCheckout, createCustomerCheckout).

        Raises `CheckoutIncomplete`, `StaleQuote` or what kept the preparations from being done; nothing was sent then,
        and it can be called again. `Unknown` never becomes a second order: calling again looks again.
        """
        async with self._turn:
            if isinstance(self._outcome, (Placed, NotPlaced)):
                return self._outcome
            if self._attempt_id is not None:
                self._outcome = await self._flow.resume(self._attempt_id)
            else:
                self._outcome = await self._place()
            if self._intent is not None and isinstance(self._outcome, Placed):
                with suppress(StorefrontError):
                    await self._intent.completed()
            return self._outcome

    async def _place(self) -> Outcome:
        core, quoted, policy = self._core, self.quoted, self._flow.policy
        if self.missing or quoted is None:
            if self._key is not None:
                # The same purchase after a reload: the first order has emptied the cart.
                outcome = await self._flow.find(self._key)
                if outcome is not None and not isinstance(outcome, NotPlaced):
                    self._attempt_id = outcome.attempt_id
                    return outcome
            raise CheckoutIncomplete(f"still missing: {', '.join(self.missing)}", missing=self.missing)
        self._check_goods()
        if core.clock.monotonic() - quoted.made_at > policy.quote_max_age:
            raise StaleQuote("the quote is too old: quote again")
        if not quoted.total.is_known:
            raise StaleQuote("the quote has no readable total: quote again")
        if self._intent is not None:
            self._set_intent_token(self._intent.token)
        intent, next_change = (None, 0) if self._intent is None else (self._intent.id, self._intent.next_sequence)
        bodies = self._summary_body(), self._order_body()
        asked = Asked(quoted, self.items, self.use_cart, *bodies, intent, next_change)
        flow = self._flow
        press = Placing(core, flow._journal, flow._settling, policy, asked, customer=self.customer, key=self._key)
        try:
            return await press.run()
        finally:
            self._attempt_id = press.attempt_id

    async def _goods(self) -> tuple[Content | None, int | None]:
        """What is bought, as it is sent, and the customer's cart with it.

        What the shop was told of the cart a moment ago is not asked again: `place()` looks once more.
        """
        core = self._core
        cart_id: int | None = None
        held: Content | None = None
        if self.customer and self.use_cart:
            seen = cart_of_late(core, None)
            cart_id, held = (seen.cart_id, seen.content) if seen and seen.cart_id else await customer_cart(core)
        elif self.items is None:
            token = await core.guest.current()
            seen = None if token is None else cart_of_late(core, token)
            if seen is not None:
                held = seen.content
            elif token is not None:
                held = await guest_cart(core.without_guest_token(), token, strict=True)
        if self.items is not None:
            return self.items, cart_id if held else None
        if not held:
            raise CheckoutIncomplete("the cart is empty", missing=("items",))
        return (held if can_be_sent(held) else None), cart_id


def _key(key: object) -> str:
    """The caller's name for a purchase."""
    if not isinstance(key, str) or not 1 <= len(key) <= 255:
        raise InvalidInput("key must be a text of 1 to 255 characters")
    return key
