# Rendered from facade/nexus_storefront/checkout/_async/checkout.py by scripts/unasync.py; edit that file.
"""Checkout: from items to an order, at most once.

The order of steps in `Checkout.place` is the whole point: look at the witnesses, write the attempt down, send once,
write down how it ended. Whatever happens in between, what is in the journal is enough to find out, and nothing is sent
again.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from secrets import token_hex
from typing import TYPE_CHECKING, Any, cast

import attrs

from ...answer_fields import boolean, field, items_of, text
from ...cart._sync.contents_now import customer_cart, guest_cart
from ...cart.lines import cart_content, content_of
from ...contents import Content, can_be_sent, goods_body
from ...errors import (
    CheckoutIncomplete,
    CheckoutUnresolved,
    ConnectionFailed,
    DecodeError,
    InvalidInput,
    StaleQuote,
    StatusError,
    StorefrontError,
)
from ...money import Breakdown, Money
from ...order_journal._sync.journal import KEPT, OrderJournal, account_of, scopes_of, turn_at
from ...order_journal.attempt import Attempt, amounts_of
from ...stores import LeaseTimeout, StoreError, VersionConflict
from ...transport._sync.concurrency import Lock, in_thread, leased
from ...transport.raw_answers import raw
from ...transport.retry import never
from ...transport.routes import guest_token_in
from ...transport.settings import Timeouts
from ..choices import Asked, Choices, has_service
from ..outcomes import CheckoutPolicy, NotPlaced, Outcome, Placed, Quote, Unknown
from ..verdict import Seen, Verdict, classify, judge, newest_of, order_ids

if TYPE_CHECKING:
    from nexus_commerce.models import (
        CustomerAddress,
        CustomerCheckoutPaymentMethodsResponse,
        StorefrontPaymentMethod,
        StorefrontShippingOption,
    )

    from ...cart.lines import CartLine, Item
    from ...intents._sync.intents import CheckoutIntent
    from ...transport._sync.core import Core


__all__ = ["Checkout", "CheckoutFlow"]


logger = logging.getLogger("nexus_storefront")


_SLUG = re.compile(rb'"secret_slug"\s*:\s*"([A-Za-z0-9_-]{1,128})"')


_LOOK = Timeouts(connect=5, read=10, write=5, pool=5, total=15)


class CheckoutFlow:
    """Starts checkouts, and settles attempts whose outcome is not known yet."""

    def __init__(self, core: Core, policy: CheckoutPolicy | None = None) -> None:
        self._core = core
        self.journal = OrderJournal(core)
        self.policy = policy or CheckoutPolicy()

    def start(
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
        that shares the store, there is one order.
        """
        if customer is None:
            session = self._core.session
            customer = session is not None and session.signed_in()
        if key is not None and (not isinstance(key, str) or not 1 <= len(key) <= 255):
            raise InvalidInput("key must be a text of 1 to 255 characters")
        content = None if items is None else content_of(items)
        return Checkout(
            self, content, use_cart=clear_cart or items is None, customer=customer, digital=digital, key=key
        )

    def payment_methods(self) -> list[StorefrontPaymentMethod]:
        """The methods the store takes (listStorefrontPaymentMethods); only those with `enabled` may be chosen."""
        from nexus_commerce.api.storefront import list_storefront_payment_methods

        core = self._core
        answer = list_storefront_payment_methods.sync(core.store_id, client=core.api)
        return cast("list[StorefrontPaymentMethod]", items_of(field(answer, "data")))

    def my_payment_methods(self) -> CustomerCheckoutPaymentMethodsResponse:
        """The codes of the methods, and the accounts to transfer to, for the signed-in customer
        (listCheckoutPaymentMethods)."""
        from nexus_commerce.api.customer_checkout import list_checkout_payment_methods

        core = self._core
        return list_checkout_payment_methods.sync(core.store_id, client=core.api)

    def my_addresses(self) -> list[CustomerAddress]:
        """The signed-in customer's saved addresses (listCheckoutAddresses), for `deliver_to_saved`."""
        from nexus_commerce.api.customer_checkout import list_checkout_addresses

        core = self._core
        answer = list_checkout_addresses.sync(core.store_id, client=core.api)
        return cast("list[CustomerAddress]", items_of(field(answer, "data")))

    def resume(self, attempt_id: str) -> Outcome:
        """How an attempt ended: from the journal, else by looking for the order again. Never sends it.

        Raises `InvalidInput` for an attempt that the journal does not hold (it is kept for 7 days).
        """
        with leased(self._core.store, self.journal.key(attempt_id), ttl=60, wait=60):
            found = self.journal.load(attempt_id)
            if found is None:
                raise InvalidInput("the journal holds no attempt of this id")
            return self._settle(*found)

    def dismiss(self, attempt_id: str) -> NotPlaced:
        """A person has made sure that an `Unknown` attempt made no order, or takes the risk: it no longer stands in the
        way of another checkout of the same cart. Raises `InvalidInput` if the order is known to exist."""
        with leased(self._core.store, self.journal.key(attempt_id), ttl=60, wait=60):
            found = self.journal.load(attempt_id)
            if found is None or found[0].phase == "placed":
                raise InvalidInput("only an attempt without a known order can be dismissed")
            self.journal.save(
                attrs.evolve(found[0], phase="not_placed", token=None, reason="dismissed"), found[1]
            )
            return NotPlaced(attempt_id, "dismissed")

    def find(self, key: str) -> Outcome | None:
        """What became of the purchase that was started with this `key`; None if nothing was sent for it."""
        attempt_id = self.journal.named(key)
        return None if self.journal.load(attempt_id) is None else self.resume(attempt_id)

    def unfinished(self, *, everyone: bool = False) -> list[str]:
        """The ids of the attempts whose outcome is not known, oldest first: to `resume` after a crash.

        Those of this shop's `customer`, or with `everyone` all that are in the store. An attempt of a signed-in
        customer can only be settled by a shop where that customer is signed in.
        """
        store, prefix = self._core.store, self.journal.key("")
        waiting = []
        for key in in_thread(store.keys, prefix):
            try:
                found = self.journal.load(key.removeprefix(prefix))
            except StoreError as error:
                logger.warning("%s", error)
                continue
            if found is None or found[0].phase != "sending":
                continue
            if everyone or found[0].customer == self._core.settings.customer:
                waiting.append(found[0])
        return [attempt.id for attempt in sorted(waiting, key=lambda attempt: attempt.until)]

    # --- finding out

    def _settle(self, attempt: Attempt, version: int, error: StorefrontError | None = None) -> Outcome:
        """How an attempt ended, looked up as often as the policy says."""
        if attempt.phase == "placed":
            return self._known(attempt)
        if attempt.phase == "not_placed":
            return NotPlaced(attempt.id, attempt.reason or "not_found", error)
        policy = self.policy
        settles_at = attempt.until + policy.settle_after
        verdict = Verdict("blind")
        for pause in policy.settle_reads:
            if pause:
                self._core.clock.sleep(pause)
            verdict = judge(attempt, self._look(attempt))
            if verdict.conclusion == "order":
                return self._end_placed(attempt, version, "order", verdict.order)
            if verdict.conclusion == "emptied":
                return self._end_placed(attempt, version, "cart", None)
            if verdict.conclusion == "untouched" and self._core.clock.time() >= settles_at:
                return self._end_not_placed(attempt, version, "not_found", error)
        if verdict.conclusion == "untouched" and attempt.answered:
            return self._end_not_placed(attempt, version, "not_found", error)
        left = max(0.0, settles_at - self._core.clock.time())
        if verdict.conclusion == "blind":
            left = max(left, 30.0)
        final = verdict.conclusion in ("changed", "ambiguous", "unclear") and not left
        return Unknown(attempt.id, _WHY[verdict.conclusion], None if final else left, error)

    def _end_placed(
        self, attempt: Attempt, version: int, evidence: Any, order: object, slug: str | None = None
    ) -> Placed:
        """The order exists: write it down, and say so."""
        done = attrs.evolve(
            attempt,
            phase="placed",
            token=None,
            evidence=evidence,
            secret_slug=text(field(order, "secret_slug")) or slug,
            order_id=text(field(order, "order_id")),
        )
        self.journal.close(done, version)
        if order is None:
            return self._known(done)
        return self._placed(done, order)

    def _end_not_placed(
        self, attempt: Attempt, version: int, reason: Any, error: StorefrontError | None
    ) -> NotPlaced | Placed:
        """There is no order: write it down, and say so, unless another process has found the order."""
        if not self.journal.close(attrs.evolve(attempt, phase="not_placed", token=None, reason=reason), version):
            with suppress(StoreError):
                found = self.journal.load(attempt.id)
                if found is not None and found[0].phase == "placed":
                    return self._known(found[0])
        return NotPlaced(attempt.id, reason, error)

    def _known(self, attempt: Attempt) -> Placed:
        """A placed attempt of the journal, with its order if that can be read."""
        order: object = None
        if attempt.secret_slug is not None:
            from nexus_commerce.api.storefront import get_storefront_public_order

            core = self._core
            with suppress(StorefrontError):
                order = get_storefront_public_order.sync(core.store_id, attempt.secret_slug, client=core.api)
        return self._placed(attempt, order)

    def _placed(self, attempt: Attempt, order: Any) -> Placed:
        same = Money.of(field(order, "gross_revenue")) == Money.of(attempt.quoted.get("gross_revenue"))
        return Placed(
            attempt.id,
            attempt.evidence or "answer",
            order,
            None if order is None or same else attempt.breakdown.change_to(Breakdown.of(order)),
            attempt.secret_slug,
            attempt.order_id or text(field(order, "order_id")),
        )

    def _look(self, attempt: Attempt) -> Seen:
        """The witnesses of an attempt now. What cannot be read is left out, never guessed."""
        looking = self._core.apart().derive(retry=never, timeout=_LOOK)
        if attempt.account is None:
            cart = None if attempt.token is None else guest_cart(looking, attempt.token)
            return Seen(cart)
        if attempt.account != account_of(self._core):
            return Seen()
        content: Content | None = None
        if attempt.cart_id is not None:
            with suppress(StorefrontError):
                number, content = customer_cart(looking)
                content = content if number == attempt.cart_id else None
        try:
            orders, whole_list = newest_orders(looking)
        except StorefrontError:
            return Seen(content)
        reaches_back = whole_list or any(one in (attempt.orders or ()) for one in order_ids(orders))
        return Seen(content, orders, reaches_back)


_WHY = {
    "untouched": "no trace of an order yet, but the service may still be working on it",
    "changed": "the cart was changed by someone else meanwhile, so it does not tell",
    "ambiguous": "there are new orders or an emptied cart, which may or may not come from this checkout",
    "unclear": "the cart was ordered by its token alone, which is not known to empty it",
    "blind": "neither the cart nor the orders could be looked at",
}


class Checkout(Choices):
    """One purchase: knows what is missing, quotes, and places the order at most once.

    A change of items, destination or payment method drops the shipping options, the chosen one and the quote; a change
    of shipping option or discount drops the quote. One object makes one order: `place()` again gives the same outcome.
    """

    def __init__(
        self,
        flow: CheckoutFlow,
        items: Content | None,
        *,
        use_cart: bool,
        customer: bool,
        digital: bool,
        key: str | None = None,
    ) -> None:
        super().__init__(items=items, use_cart=use_cart, customer=customer, digital=digital)
        self._flow = flow
        self._core = flow._core
        self._key = key
        self._turn = Lock()
        self._attempt_id: str | None = None
        self._outcome: Outcome | None = None
        self._intent: CheckoutIntent | None = None

    @property
    def attempt_id(self) -> str | None:
        """The name of the attempt in the journal, once it was sent."""
        return self._attempt_id

    def again(self) -> Checkout:
        """A new checkout with the same choices, to be quoted anew; for after `NotPlaced`.

        Raises `CheckoutUnresolved` as long as the order of this one may exist.
        """
        if self._attempt_id is not None and not isinstance(self._outcome, (Placed, NotPlaced)):
            raise CheckoutUnresolved("the order of this checkout may exist", attempt_id=self._attempt_id)
        new = Checkout(
            self._flow,
            self.items,
            use_cart=self.use_cart,
            customer=self.customer,
            digital=self.digital,
            key=self._key,
        )
        new._copy_choices(self)
        new._intent = self._intent
        return new

    def set_intent(self, intent: CheckoutIntent | str | None) -> None:
        """The checkout intent that this order completes, or its token. A capture that failed is left out, and the
        order ends the capture."""
        from ...intents._sync.intents import CheckoutIntent

        self._intent = intent if isinstance(intent, CheckoutIntent) else None
        self._set_intent_token(intent.token if isinstance(intent, CheckoutIntent) else intent)

    def shipping_options(self) -> list[StorefrontShippingOption]:
        """The ways to ship to the destination (listPublicCheckoutShippingOptions, listCheckoutShippingOptions).

        Empty when there is nothing to ship; nothing has to be chosen then.
        """
        if self.needs_shipping and not self._destination:
            raise CheckoutIncomplete(
                "a destination comes before its shipping options; for goods that are not shipped: digital=True",
                missing=("destination",),
            )
        core, asked, changes = self._core, self._options_body(), self._changes
        content, cart_id = self._goods()
        body = goods_body(content, cart_id) | asked
        answer: object
        if self.customer:
            from nexus_commerce.api.customer_checkout import list_checkout_shipping_options

            answer = list_checkout_shipping_options.sync(core.store_id, client=core.api, body=body)
        else:
            from nexus_commerce.api.storefront import list_public_checkout_shipping_options

            answer = list_public_checkout_shipping_options.sync(core.store_id, client=core.api, body=body)
        options = items_of(field(answer, "data"))
        if changes == self._changes:  # else they are those of a choice that has changed while they were on their way
            self.options, self._options_for = tuple(options), content
            self.needs_shipping = bool(options)
            if self._shipping and not has_service(options, self._shipping):
                self._shipping = {}
                self._amount_changed()
        return cast("list[StorefrontShippingOption]", options)

    def quote(self) -> Quote:
        """What the order would cost with the choices of this moment (getPublicCheckoutSummary, getCheckoutSummary).

        Raises `CheckoutIncomplete` when the cart has changed since its shipping options were asked for.
        """
        core, asked, changes = self._core, self._summary_body(), self._changes
        content, cart_id = self._goods()
        if changes == self._changes and self.options is not None and content != self._options_for:
            self._shipping_changed()
            raise CheckoutIncomplete("the cart has changed: ask for its shipping options again", missing=self.missing)
        body = goods_body(content, cart_id) | asked
        made_at = self._core.clock.monotonic()
        answer: object
        if self.customer:
            from nexus_commerce.api.customer_checkout import get_checkout_summary

            answer = get_checkout_summary.sync(core.store_id, client=core.api, body=body)
        else:
            from nexus_commerce.api.storefront import get_public_checkout_summary

            answer = get_public_checkout_summary.sync(core.store_id, client=core.api, body=body)
        quote = Quote(content or (), body, made_at, answer)
        if changes == self._changes:  # else a choice that was made while the answer was on its way is not in it
            self.quoted = quote
        return quote

    def place(self) -> Outcome:
        """Place the order, once, for the quoted amount (createPublicCheckout, createCustomerCheckout).

        Raises `CheckoutIncomplete`, `StaleQuote` or what kept the preparations from being done; nothing was sent then,
        and it can be called again. `Unknown` never becomes a second order: calling again looks again.
        """
        with self._turn:
            if isinstance(self._outcome, (Placed, NotPlaced)):
                return self._outcome
            if self._attempt_id is not None:
                self._outcome = self._flow.resume(self._attempt_id)
            else:
                self._outcome = self._place()
            if self._intent is not None and isinstance(self._outcome, Placed):
                with suppress(StorefrontError):
                    self._intent.completed()
            return self._outcome

    def _place(self) -> Outcome:
        core, quoted = self._core, self.quoted
        if self.missing or quoted is None:
            if self._key is not None:
                # The same purchase after a reload: the first order has emptied the cart.
                outcome = self._flow.find(self._key)
                if outcome is not None and not isinstance(outcome, NotPlaced):
                    self._attempt_id = outcome.attempt_id
                    return outcome
            raise CheckoutIncomplete(f"still missing: {', '.join(self.missing)}", missing=self.missing)
        if self._core.clock.monotonic() - quoted.made_at > self._flow.policy.quote_max_age:
            raise StaleQuote("the quote is too old: quote again")
        if not quoted.total.is_known:
            raise StaleQuote("the quote has no readable total: quote again")
        if self._intent is not None:
            self._set_intent_token(self._intent.token)
        asked = Asked(quoted, self.items, self.use_cart, self._summary_body(), self._order_body())
        # Long enough for one checkout; the journal guards against whoever comes when it has run out.
        patience = core.settings.timeouts.total + sum(self._flow.policy.settle_reads) + 30
        with ExitStack() as stack:
            if asked.use_cart:
                stack.enter_context(core.shared.cart_lock)
            account = account_of(core) if self.customer else None
            token = None if self.customer or not asked.use_cart else core.guest.current()
            scopes = scopes_of(core, account, token, asked.order.get("customer_email", ""))
            try:
                stack.enter_context(
                    leased(core.store, turn_at(core, scopes[0]), ttl=patience, wait=patience)
                )
            except LeaseTimeout:
                raise CheckoutUnresolved("another checkout of the same cart or shopper is under way") from None
            return self._place_in_turn(asked, scopes, account, token)

    def _place_in_turn(
        self, asked: Asked, scopes: tuple[str, ...], account: str | None, token: str | None
    ) -> Outcome:
        flow, core = self._flow, self._core
        purchase = asked.purchase(scopes[0])
        named = None if self._key is None else flow.journal.named(self._key)
        pointers = {pointer: in_thread(core.store.get, pointer) for pointer in map(flow.journal.pointer, scopes)}
        last = [entry.value.decode() for entry in pointers.values() if entry is not None]
        for earlier in dict.fromkeys((named, *last)):
            outcome = None if earlier is None else self._earlier(earlier, asked, purchase, same=earlier == named)
            if outcome is not None:
                return outcome
        try:
            attempt = self._witnesses(named or token_hex(16), asked, purchase, account, token)
        except CheckoutIncomplete:
            for earlier in last:
                before = flow.journal.load(earlier)
                if before is not None and before[0].phase == "placed" and before[0].purchase == purchase:
                    # The same purchase, pressed twice: the first press has emptied the cart both were quoted for.
                    self._attempt_id = earlier
                    return flow._known(before[0])
            raise
        if isinstance(attempt, NotPlaced):
            return attempt
        body = goods_body(attempt.ordered, attempt.cart_id) | asked.order
        known = flow.journal.load(attempt.id)
        try:
            version = flow.journal.save(attempt, 0 if known is None else known[1])
        except VersionConflict:
            # The same key, from elsewhere, a moment ago.
            self._attempt_id = attempt.id
            return flow.resume(attempt.id)
        try:
            for pointer, entry in pointers.items():
                in_thread(
                    core.store.put, pointer, attempt.id.encode(), expected=entry.version if entry else 0, ttl=KEPT
                )
        except VersionConflict:
            flow.journal.drop(attempt, version)
            raise CheckoutUnresolved("another checkout of the same cart or shopper is under way") from None
        if self._core.clock.time() > attempt.until - core.settings.timeouts.total:
            # The process was held up for so long that others may take this attempt for over: ask for leave again.
            attempt = attrs.evolve(attempt, until=_until(core))
            try:
                version = flow.journal.save(attempt, version)
            except VersionConflict:
                raise CheckoutUnresolved("the preparations took too long: nothing was sent") from None
        self._attempt_id = attempt.id
        return self._send(attempt, version, body)

    def _earlier(self, attempt_id: str, asked: Asked, purchase: str, *, same: bool) -> Outcome | None:
        """What an earlier attempt means for this one; None: nothing, go on."""
        found = self._flow.journal.load(attempt_id)
        if found is None or found[0].phase == "not_placed" or (found[0].phase == "placed" and not same):
            return None
        if same and asked.items is not None and found[0].ordered not in (None, asked.items):
            raise InvalidInput("this key has been used for a purchase of other items")
        outcome = self._flow._settle(*found)
        if isinstance(outcome, NotPlaced):
            return None
        if same or found[0].purchase == purchase:
            self._attempt_id = attempt_id
            return outcome
        # The shopper may be trying again, with something put right, what has been ordered already.
        state = "turns out to be placed" if isinstance(outcome, Placed) else "is not settled yet"
        raise CheckoutUnresolved(f"an earlier order of the same cart or shopper {state}", attempt_id=attempt_id)

    def _witnesses(
        self, attempt_id: str, asked: Asked, purchase: str, account: str | None, token: str | None
    ) -> Attempt | NotPlaced:
        """The attempt to journal, with what its witnesses say before it. Raises when the quote fits no more."""
        core = self._core
        held: Content | None = None
        cart_id: int | None = None
        orders: list[object] | None = None
        if self.customer:
            if asked.use_cart:
                cart_id, held = customer_cart(core)
            try:
                orders, _ = newest_orders(core)
            except StorefrontError:
                if not held:
                    raise  # no witness at all: better not to order
        elif token is not None:
            held = guest_cart(core.apart(), token, strict=True)
        ordered = asked.items
        if ordered is None:
            if not held:
                raise CheckoutIncomplete("the cart is empty", missing=("items",))
            ordered = held if can_be_sent(held) else None
        if not held:
            cart_id, held = None, ()
        if goods_body(ordered, cart_id) | asked.summary != asked.quoted.request:
            raise StaleQuote("the cart has changed since the quote: quote again")
        if not self.customer and not held:
            assert ordered is not None
            try:
                token, held = witness_cart(core, ordered)
            except StatusError as error:
                if classify(error) != "refused":
                    raise
                return NotPlaced(attempt_id, "refused", error)  # what no cart takes, no order takes
        return Attempt(
            id=attempt_id,
            until=_until(core),
            purchase=purchase,
            customer=core.settings.customer,
            account=account,
            token=token,
            cart_id=cart_id,
            held=held,
            clears=ordered is not None,
            ordered=ordered,
            orders=None if orders is None else order_ids(orders),
            newest=None if orders is None else newest_of(orders),
            quoted=amounts_of(asked.quoted.summary),
        )

    def _send(self, attempt: Attempt, version: int, body: dict[str, Any]) -> Outcome:
        flow, core = self._flow, self._core
        order: object
        failure: StorefrontError | None = None
        with raw() as answers:
            try:
                if self.customer:
                    from nexus_commerce.api.customer_checkout import create_customer_checkout

                    order = create_customer_checkout.sync(core.store_id, client=core.api, body=body)
                else:
                    from nexus_commerce.api.storefront import create_public_checkout

                    order = create_public_checkout.sync(
                        core.store_id,
                        client=core.api,
                        body=body,
                        x_scalev_guest_token=attempt.token or "",
                    )
            except StorefrontError as error:
                failure, order = error, None
        answer = answers[-1] if answers else None
        if failure is None and answer is not None and (answer.status_code == 201 or field(order, "secret_slug")):
            self._new_token(attempt, guest_token_in(answer))
            return flow._end_placed(attempt, version, "answer", order)
        if failure is None:
            failure = DecodeError("the answer is not an order", effect="may_have_taken_effect")
        ending = classify(failure)
        if ending == "placed":
            slug = _SLUG.search(answer.content) if answer is not None else None
            return flow._end_placed(attempt, version, "answer", None, slug[1].decode() if slug else None)
        if ending == "refused":
            return flow._end_not_placed(attempt, version, "refused", failure)
        if ending == "never_sent":
            if isinstance(failure, ConnectionFailed):
                return flow._end_not_placed(attempt, version, "never_sent", failure)
            # Refused by our own side: the choices can be put right.
            flow.journal.drop(attempt, version)
            self._attempt_id = None
            raise failure
        attempt = attrs.evolve(attempt, until=self._core.clock.time(), answered=ending == "answered")
        with suppress(StoreError):
            version = flow.journal.save(attempt, version)
        return flow._settle(attempt, version, failure)

    def _new_token(self, attempt: Attempt, token: str | None) -> None:
        """The service may give the shopper's cart a new token with the order."""
        if token and token != attempt.token and self._core.guest.current() == attempt.token:
            self._core.guest.keep(token)

    def _goods(self) -> tuple[Content | None, int | None]:
        """What is bought, as it is sent, and the customer's cart with it."""
        core = self._core
        cart_id: int | None = None
        held: Content | None = None
        if self.use_cart and self.customer:
            cart_id, held = customer_cart(core)
        elif self.items is None:
            token = core.guest.current()
            held = None if token is None else guest_cart(core.apart(), token, strict=True)
        if self.items is not None:
            return self.items, cart_id if held else None
        if not held:
            raise CheckoutIncomplete("the cart is empty", missing=("items",))
        return (held if can_be_sent(held) else None), cart_id


def _until(core: Core) -> float:
    """When the sending side will be done with an attempt that is sent within the next 5 seconds."""
    return core.clock.time() + 5 + core.settings.timeouts.total


def newest_orders(core: Core) -> tuple[list[object], bool]:
    """The first page of the customer's orders, and whether it is the whole list."""
    from nexus_commerce.api.customer_orders import list_customer_orders

    answer = list_customer_orders.sync(core.store_id, client=core.api)
    orders = field(answer, "data")
    if not isinstance(orders, list):
        raise DecodeError("the answer is no list of orders", operation_id="listCustomerOrders")
    return orders, boolean(field(answer, "has_next")) is False


def witness_cart(core: Core, ordered: Content) -> tuple[str, Content]:
    """A new guest cart of this checkout alone, with one of the things ordered: its token, and what it holds."""
    from nexus_commerce.api.storefront import add_guest_cart_item

    kind, number, _ = ordered[0]
    with raw() as answers:
        cart = add_guest_cart_item.sync(
            core.store_id,
            client=core.apart().api,
            body={"type": kind, f"{kind}_id": number, "quantity": 1},
        )
    token, content = guest_token_in(answers[-1]), cart_content(cart)
    if not token or not content:
        raise DecodeError("the service gave no cart to watch this checkout by", operation_id="addGuestCartItem")
    return token, content
