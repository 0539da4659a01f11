"""Checkout: from items to an order, at most once.

Placing goes in this order: look at the witnesses, write the attempt down, send it once, write down how it ended.
Whatever fails in between, the journal holds enough to find out whether there is an order, and nothing is sent again.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AsyncExitStack, suppress
from copy import copy
from typing import TYPE_CHECKING, Any, cast

from nexus_commerce import api

from ...answer_fields import Listed, items_of
from ...cart._async.contents_now import cart_seen_lately, customer_cart, guest_cart
from ...contents import Content, goods_body
from ...errors import CheckoutIncomplete, CheckoutUnresolved, InvalidInput, StaleQuote, StorefrontError, Timeout
from ...stores.records import dump
from ...transport._async.concurrency import Lock, held
from ..choices import Choices, KeptCheckout, has_service
from ..outcomes import NotPlaced, Outcome, Placed, Quote, Unknown
from .placing import Placing

if TYPE_CHECKING:
    from nexus_commerce.models import StorefrontShippingOption

    from ...intents._async.intents import CheckoutIntent
    from ...redact import Secret
    from ...transport._async.core import Core
    from .settling import Settling


class Checkout(Choices):
    """One purchase: knows what is missing, quotes, and places the order at most once.

    A change of items, destination or payment method drops the shipping options, the chosen one and the quote; a change
    of shipping option or discount drops the quote. One object makes one order: `place()` again gives the same outcome.
    """

    def __init__(
        self, settling: Settling, choices: Mapping[str, Any], *, key: str | None, attempt_id: str | None = None
    ) -> None:
        super().__init__(**choices)
        self._settling = settling
        self._core = settling.core
        self._key = key
        self._lock = Lock()
        self._attempt_id = attempt_id
        self._press: Placing | None = None
        self._outcome: Outcome | None = None
        self._outcomes_given = 0
        self._intent: CheckoutIntent | None = None
        self._check_goods()

    def _check_goods(self) -> None:
        """Raise `InvalidInput` for goods that might be ordered twice: where a request may be sent twice on its way, it
        has to order a cart, which the first order empties."""
        if self.items is not None and (self.use_cart or self.customer) and self._core.may_repeat():
            what = "with clear_cart" if self.use_cart else "as a customer"
            raise InvalidInput(
                f"items cannot be ordered {what} where a request may be sent twice on its way, as in a browser: put "
                "them into the shopper's cart, and order that"
            )

    @property
    def attempt_id(self) -> str | None:
        """The id of the attempt in the journal, once it was sent."""
        return self._attempt_id or (None if self._press is None else self._press.attempt_id)

    def dump(self) -> str:
        """This checkout as a text for `shop.checkout.load`: what was chosen and what was quoted, not the intent.

        It names the buyer and the address, and it holds no token. Keep it in the shopper's session or in a store; in a
        form field sign it, for what it says is taken for what the shopper was shown.
        """
        core = self._core
        return KeptCheckout.text_of(self, core.clock, core.store_id, self._key, self.attempt_id)

    def again(self) -> Checkout:
        """A new checkout with the same choices, to be quoted anew; for after `NotPlaced`.

        Raises `CheckoutUnresolved` as long as the order of this one may exist.
        """
        if self.attempt_id is not None and not isinstance(self._outcome, (Placed, NotPlaced)):
            raise CheckoutUnresolved("the order of this checkout may exist", attempt_id=self.attempt_id)
        new = Checkout(self._settling, dump(self), key=self._key)
        new.options, new._options_for = self.options, self._options_for
        new._intent, new._intent_token = self._intent, self._intent_token
        return new

    def set_intent(self, intent: CheckoutIntent | str | None) -> None:
        """The checkout intent that this order completes, or its token. A capture that failed is left out, and the
        order ends the capture."""
        from ...intents._async.intents import CheckoutIntent

        self._set_intent_token(intent.token if isinstance(intent, CheckoutIntent) else intent)
        self._intent = intent if isinstance(intent, CheckoutIntent) else None

    async def shipping_options(self) -> list[StorefrontShippingOption]:
        """The ways to ship to the destination (listPublicCheckoutShippingOptions, listCheckoutShippingOptions).

        Empty when there is nothing to ship; nothing has to be chosen then.
        """
        if self.needs_shipping and not self._destination:
            raise CheckoutIncomplete(
                "a destination comes before its shipping options; for goods that are not shipped: digital=True",
                missing=("destination",),
            )
        core, changes, asked = self._core.of_customer(self._core.account), self._changes, self._options_body()
        content, cart_id = await self._goods(core)
        mine, public = api.customer_checkout, api.storefront
        ways = mine.list_checkout_shipping_options if self.customer else public.list_public_checkout_shipping_options
        answer: Any = await core.call(ways.asyncio, body=goods_body(content, cart_id) | asked)
        options = items_of(answer.data)
        if changes == self._changes:  # else a choice that they depend on has changed while they were on their way
            self.options, self._options_for = tuple(options), content
            self.needs_shipping = bool(options)
            if self._shipping and not has_service(options, self._shipping):
                self._shipping = {}
                self._amount_changed()
        return Listed(cast("list[StorefrontShippingOption]", options))

    async def quote(self) -> Quote:
        """What the order would cost with the choices of this moment (getPublicCheckoutSummary, getCheckoutSummary).

        Raises `CheckoutIncomplete` when the cart has changed since its shipping options were asked for.
        """
        core, changes, asked = self._core.of_customer(self._core.account), self._changes, self._summary_body()
        content, cart_id = await self._goods(core)
        if changes == self._changes and self.options is not None and content != self._options_for:
            self._shipping_changed()
            raise CheckoutIncomplete("the cart has changed: ask for its shipping options again", missing=self.missing)
        body = goods_body(content, cart_id) | asked
        made_at = self._core.clock.monotonic()
        mine, public = api.customer_checkout.get_checkout_summary, api.storefront.get_public_checkout_summary
        answer: Any = await core.call((mine if self.customer else public).asyncio, body=body)
        quote = Quote(content, body, made_at, answer)
        if changes == self._changes:  # else a choice that was made while the answer was on its way is not in it
            self.quoted = quote
        return quote

    async def place(self) -> Outcome:
        """Place the order, once, for the quoted amount (createPublicCheckout, createCustomerCheckout).

        Raises `CheckoutIncomplete`, `StaleQuote` or what kept the preparations from being done; nothing was sent then,
        and it can be called again. `Unknown` never becomes a second order: calling again looks again.
        """
        given_before, patience = self._outcomes_given, self._settling.lasting
        async with AsyncExitStack() as stack:
            # First wait for another press of this checkout, if there is one.
            try:
                await stack.enter_async_context(held(self._lock, patience))
            except Timeout:
                raise CheckoutUnresolved("another press of this checkout is under way: nothing was sent") from None
            # An outcome that is final, or that another press found while this one waited, is this press's outcome too.
            if self._outcome is not None and (
                self._outcomes_given != given_before or not isinstance(self._outcome, Unknown)
            ):
                return self._outcome
            # Then place the order; if it was sent before, look for it instead.
            try:
                resumed = self.attempt_id
                self._outcome = await (self._place() if resumed is None else self._settling.resume(resumed))
                self._outcomes_given += 1
            except StorefrontError as error:
                error.attempt_id = error.attempt_id or self.attempt_id
                raise
            # Last, an order ends the capture of the checkout intent that it took along.
            intent = self._intent if self._press is None else self._press.intent
            if intent is not None and isinstance(self._outcome, Placed):
                with suppress(StorefrontError):
                    await intent.completed()
            return self._outcome

    async def _place(self) -> Outcome:
        if self._intent is not None:
            self._set_intent_token(self._intent.token)
        # First take the choices as they are at this moment: another thread may go on choosing.
        now = copy(self)
        now._press = None  # what was pressed before is not kept with what is pressed now
        quoted = now.quoted
        if now.missing or quoted is None:
            if self._key is not None:
                # The same purchase after a reload: the first order has emptied the cart.
                outcome = await self._settling.find(self._key)
                if outcome is not None and not isinstance(outcome, NotPlaced):
                    self._attempt_id = outcome.attempt_id
                    return outcome
            raise CheckoutIncomplete(f"still missing: {', '.join(now.missing)}", missing=now.missing)
        # Then refuse a quote that nobody can rely on any more.
        now._check_goods()
        if self._core.clock.monotonic() - quoted.made_at > self._settling.policy.quote_max_age:
            raise StaleQuote("the quote is too old: quote again")
        if not quoted.total.is_known:
            raise StaleQuote("the quote has no readable total: quote again")
        # Then look at the witnesses, write down, send.
        self._press = Placing(self._settling, now, quoted, now._intent, self._key)
        with self._core.hurried_store():
            return await self._press.run()

    async def _token(self) -> Secret | None:
        with self._core.hurried_store():
            return await self._core.guest.current()

    async def _goods(self, core: Core) -> tuple[Content, int | None]:
        """What is bought, and the id of the customer's cart.

        A cart that this shop has read a moment ago is not read again; `place()` does so.
        """
        cart_id: int | None = None
        content: Content | None = None
        if self.customer and self.use_cart:
            seen = cart_seen_lately(core, None)
            cart_id, content = (seen.cart_id, seen.content) if seen and seen.cart_id else await customer_cart(core)
        elif self.items is None and (token := await self._token()) is not None:
            seen = cart_seen_lately(core, token)
            content = seen.content if seen else await guest_cart(core.without_guest_token(), token, strict=True)
        if self.items is not None:
            return self.items, cart_id if content else None
        if not content:
            raise CheckoutIncomplete("the cart is empty", missing=("items",))
        return content, cart_id
