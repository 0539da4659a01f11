# Rendered from facade/nexus_storefront/checkout/_async/flow.py by scripts/unasync.py; edit that file.
"""`shop.checkout`: starts checkouts, and finds out what became of earlier ones.

The modules for an order are imported when the first checkout is started: a shop that only shows goods does without.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from nexus_commerce import api

from ..._lazy import MadeOnce
from ...answer_fields import Listed, field, models_of, text
from ...arguments import flag, identifier, plain
from ...errors import InvalidInput
from ...log import logger
from ...signposts import Signposted

if TYPE_CHECKING:
    from nexus_commerce.models import CustomerAddress, CustomerCheckoutPaymentMethodsResponse, StorefrontPaymentMethod

    from ...cart.lines import CartLine, Item
    from ...transport._sync.core import Core
    from ..outcomes import Announced, AttemptRecord, CheckoutPolicy, NotPlaced, Outcome
    from .checkout import Checkout
    from .settling import Settling


class CheckoutFlow(Signposted):
    """Starts checkouts, and settles attempts whose outcome is not known yet."""

    def __init__(self, core: Core, policy: CheckoutPolicy | None = None) -> None:
        self._core = core
        self._first_policy = policy

    @MadeOnce
    def _settling(self) -> Settling:
        from ..outcomes import CheckoutPolicy
        from .settling import Settling

        return Settling(self._core, self._first_policy or CheckoutPolicy())

    @property
    def policy(self) -> CheckoutPolicy:
        """The times by which checkouts of this shop are placed and settled."""
        return self._settling.policy

    @policy.setter
    def policy(self, policy: CheckoutPolicy) -> None:
        self._settling.policy = policy

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
        that shares the store, there is one order. Raises `InvalidInput` for `items` of a customer, or with
        `clear_cart`, where a request may be sent twice on its way, as in a browser: no cart of their own holds them.
        """
        from ...cart.lines import content_of
        from .checkout import Checkout

        if customer is None:
            with self._core.hurried_store():
                customer = self._core.session.signed_in()
        choices = {
            "items": None if items is None else content_of(items),
            "use_cart": flag("clear_cart", clear_cart) or items is None,
            "customer": flag("customer", customer),
            "digital": flag("digital", digital),
        }
        return Checkout(self._settling, choices, key=None if key is None else _key(key))

    def load(self, text: str) -> Checkout:
        """Take up a checkout that `dump()` put away, in another request, process or machine.

        `place()` then orders what was quoted, refuses what has changed since (`StaleQuote`), or tells a changed price,
        exactly as it would have then. Raises `InvalidInput` for any other text.
        """
        from ...stores.records import dump
        from ..choices import read_checkout
        from .checkout import Checkout

        kept = read_checkout(text, self._core.store_id)
        checkout = Checkout(self._settling, dump(kept.choices), key=kept.key, attempt_id=kept.attempt_id)
        checkout.quoted = kept.quoted(self._core.clock)
        return checkout

    def payment_methods(self) -> list[StorefrontPaymentMethod]:
        """The payment methods of the store (listStorefrontPaymentMethods); only those with `enabled` may be chosen."""
        answer = self._core.call(api.storefront.list_storefront_payment_methods.sync)
        return models_of(answer.data)

    def my_payment_methods(self) -> CustomerCheckoutPaymentMethodsResponse:
        """The codes of the payment methods, and the accounts to transfer to, for the signed-in customer
        (listCheckoutPaymentMethods). Raises `NotSignedIn`."""
        return self._core.call(api.customer_checkout.list_checkout_payment_methods.sync)

    def my_addresses(self) -> list[CustomerAddress]:
        """The signed-in customer's saved addresses (listCheckoutAddresses), for `deliver_to_saved`. Raises
        `NotSignedIn`."""
        answer = self._core.call(api.customer_checkout.list_checkout_addresses.sync)
        return models_of(answer.data)

    def resume(self, attempt_id: str) -> Outcome:
        """How an attempt ended: from the journal, else by looking for the order again. Never sends it.

        Raises `InvalidInput` for an attempt that the journal does not hold (it is kept for 7 days).
        """
        return self._settling.resume(identifier("attempt_id", attempt_id))

    def dismiss(self, attempt_id: str) -> NotPlaced:
        """Settle an `Unknown` attempt as not placed, because a person has made sure that it made no order, or takes the
        risk: then another checkout of the same cart is possible. Raises `InvalidInput` if its order is known to exist.
        """
        from ..outcomes import NotPlaced

        journal = self._settling.journal
        find = partial(journal.load, identifier("attempt_id", attempt_id))
        with self._core.hurried_store():
            open_ = journal.change(
                find, lambda now: now.phase == "sending" or now.lost, phase="not_placed", reason="dismissed"
            )
            settled = open_ or find()  # of which the service's own word is known
        if settled is None or settled.attempt.phase != "not_placed":
            raise InvalidInput("nothing to dismiss: the journal holds no attempt of this id, or knows its order")
        return NotPlaced(attempt_id, settled.attempt.reason or "dismissed")

    def find(self, key: str) -> Outcome | None:
        """What became of the purchase that was started with this `key`; None if nothing was sent for it."""
        return self._settling.find(_key(key))

    def announced(self, order: object) -> Announced | None:
        """The attempt that turns out to have made `order`, and what was known of it before; None if there is none.

        `order` is the data of a webhook (`nexus_storefront.webhooks`): of `order.created` and its kin, or of
        `checkout_intent.completed`, which names the order of the intent that went along. A whole order is matched by
        the buyer's e-mail and phone, amounts, goods and time; if several attempts fit, or none, nothing is changed. Of
        several tries of one purchase, the one whose outcome is not known is taken.
        Afterwards `resume` and `find` know the order. Only the public order is asked for.
        """
        from ..outcomes import Announced, Placed
        from ..verdict import completed_by, contact_digests, fits, order_contacts

        journal = self._settling.journal
        contacts = contact_digests(self._core.settings.api_key, *order_contacts(order))
        order, intent = completed_by(order)
        number = text(field(order, "order_id"))
        attempts = journal.attempts(everyone=True)
        known = [attempt for attempt in attempts if number is not None and attempt.order_id == number]
        candidates = known or [attempt for attempt in attempts if fits(attempt, order, intent, contacts)]
        # Of a purchase's tries it is the one that is not settled. After one that made an order, it is bought again.
        if len({(attempt.purchase, attempt.phase == "placed") for attempt in candidates}) == 1:
            candidates = [attempt for attempt in candidates if attempt.phase == "sending"] or candidates
        noted = journal.load(candidates[0].id) if number is not None and len(candidates) == 1 else None
        if noted is None:
            return None
        before = noted.attempt
        said = before if known else journal.end(noted, before.placed("order", order))
        outcome = None if said is None else self._settling.ended(said)
        if not isinstance(outcome, Placed):
            return None
        if before.phase == "not_placed":
            logger.warning("attempt %s was taken for %s, but its order exists", before.id, before.reason)
        was: dict[str, Literal["unknown", "placed", "not_placed"]] = {"sending": "unknown", "not_placed": "not_placed"}
        return Announced(outcome, was.get(before.phase, "placed"))

    def unfinished(self, *, everyone: bool = False) -> list[str]:
        """The ids of the attempts whose outcome is not known, oldest first: to `resume` after a crash.

        Those of this shop's `customer`, or with `everyone` all that are in the store. An attempt of a signed-in
        customer can only be settled by a shop where that customer is signed in.
        """
        attempts = self._settling.journal.attempts(everyone=flag("everyone", everyone))
        return [attempt.id for attempt in attempts if attempt.phase == "sending"]

    def history(self, *, everyone: bool = False) -> list[AttemptRecord]:
        """Every attempt of the last 7 days as the journal has it, oldest first, without asking the service: also that
        of a process that died before it could report its order."""
        from ..outcomes import AttemptRecord

        attempts = self._settling.journal.attempts(everyone=flag("everyone", everyone))
        return Listed(AttemptRecord.of(attempt) for attempt in attempts if attempt.phase != "preparing")


def _key(key: object) -> str:
    """The caller's name for a purchase."""
    found = plain(key)
    if found is None or not 1 <= len(found) <= 255:
        raise InvalidInput("key must be a text of 1 to 255 characters")
    return found
