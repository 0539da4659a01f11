# Rendered from facade/nexus_storefront/checkout/_async/settling.py by scripts/unasync.py; edit that file.
"""How an attempt ended: what its witnesses say, written down by compare-and-swap, and told as an outcome."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import attrs
from nexus_commerce import api

from ...answer_fields import boolean, field, text
from ...cart._sync.contents_now import customer_cart, guest_cart
from ...contents import Content
from ...errors import CheckoutIntentCompleted, DecodeError, StorefrontError
from ...money import Breakdown, Money
from ...order_journal.attempt import Evidence
from ...stores import StoreError
from ...transport.retry import never
from ...transport.settings import Timeouts
from ..outcomes import CheckoutPolicy, NotPlaced, Outcome, Placed, Unknown
from ..verdict import Seen, Verdict, judge, order_ids

if TYPE_CHECKING:
    from ...order_journal._sync.journal import Noted, OrderJournal
    from ...order_journal.attempt import Attempt
    from ...transport._sync.core import Core

__all__ = ["Settling", "newest_orders"]

_LOOK = Timeouts(connect=5, read=10, write=5, pool=5, total=15)
_WHY = {
    "untouched": "no trace of an order yet, but the service may still be working on it",
    "doubted": "a later order was refused, perhaps because of this one, of which there is no trace",
    "changed": "the cart was changed by someone else meanwhile, so it does not tell",
    "ambiguous": "there are new orders or an emptied cart, which may or may not come from this checkout",
    "unclear": "the cart was ordered by its token alone, which is not known to empty it",
    "blind": "neither the cart nor the orders could be looked at, or the journal could not be read",
}


class Settling:
    """Finds out how attempts ended."""

    def __init__(self, core: Core, journal: OrderJournal) -> None:
        self._core = core
        self._journal = journal

    def settle(self, noted: Noted, policy: CheckoutPolicy, error: StorefrontError | None = None) -> Outcome:
        """How an attempt ended, looked up as often as the policy says.

        First the witnesses are looked at, then the attempt is read again, and only then is it judged: what the shop
        itself took out of a cart was noted before, so a cart that was seen without it is never taken for ordered.
        """
        clock, verdict = self._core.clock, Verdict("blind")
        for number, pause in enumerate(policy.settle_reads):
            if noted.attempt.phase != "sending":
                return self.ended(noted.attempt, error)
            if pause:
                clock.sleep(pause)
            seen = self._look(noted.attempt)
            now = self._as_it_is(noted)
            if now is None:
                verdict = Verdict("blind")  # what may have been noted meanwhile is not known
                continue
            noted = now
            if noted.attempt.phase != "sending":
                return self.ended(noted.attempt, error)
            verdict = judge(noted.attempt, seen)
            last = number + 1 == len(policy.settle_reads)
            done = self._concluded(noted.attempt, verdict, policy, last=last)
            if done is not None:
                said = self._journal.end(noted, done)
                if said is not None:
                    return self.ended(said, error, verdict.order)
                noted = self._as_it_is(noted) or noted
        return self._unknown(noted.attempt, verdict, policy, error)

    def ended(self, attempt: Attempt, error: StorefrontError | None = None, order: Any = None) -> Outcome:
        """The outcome of an attempt that has ended; a placed one with its order, if that is at hand or can be read."""
        if attempt.phase != "placed":
            return NotPlaced(attempt.id, attempt.reason or "not_found", error)
        if order is None and attempt.secret_slug is not None:
            core = self._core
            with suppress(StorefrontError):
                order = api.storefront.get_storefront_public_order.sync(
                    core.store_id, attempt.secret_slug, client=core.api
                )
        same = Money.of(field(order, "gross_revenue")) == Money.of(attempt.quoted.get("gross_revenue"))
        return Placed(
            attempt.id,
            attempt.evidence or "answer",
            order,
            None if order is None or same else attempt.breakdown.change_to(Breakdown.of(order)),
            attempt.secret_slug or text(field(order, "secret_slug")),
            attempt.order_id or text(field(order, "order_id")),
        )

    def _concluded(self, attempt: Attempt, verdict: Verdict, policy: CheckoutPolicy, *, last: bool) -> Attempt | None:
        """The attempt with its end, if the verdict is one. No trace of an order is one when the service is done with
        the request: by its own word, though what it did may take a few looks to show, or by the time that has gone."""
        if verdict.conclusion == "order":
            return placed(attempt, "order", verdict.order)
        if verdict.conclusion in ("completed", "emptied"):
            return placed(attempt, "intent" if verdict.conclusion == "completed" else "cart", None)
        over = (attempt.answered and last) or self._core.clock.time() >= attempt.until + policy.settle_after
        traceless = verdict.conclusion == "untouched" and not attempt.doubted
        return attempt.ended("not_found") if traceless and over else None

    def _unknown(
        self, attempt: Attempt, verdict: Verdict, policy: CheckoutPolicy, error: StorefrontError | None
    ) -> Unknown:
        left = max(0.0, attempt.until + policy.settle_after - self._core.clock.time())
        conclusion: str = verdict.conclusion
        if conclusion == "blind":
            left = max(left, 30.0)
        elif conclusion == "untouched" and attempt.doubted:
            conclusion, left = "doubted", 0.0
        final = conclusion in ("changed", "ambiguous", "unclear", "doubted") and not left
        return Unknown(attempt.id, _WHY[conclusion], None if final else left, error)

    def _as_it_is(self, noted: Noted) -> Noted | None:
        """The attempt as the journal has it now; None if that cannot be told."""
        try:
            return self._journal.load(noted.attempt.id)
        except StoreError:
            return None

    def _look(self, attempt: Attempt) -> Seen:
        """The witnesses of an attempt now. What cannot be read is left out, never guessed."""
        core = self._core.without_guest_token().derive(retry=never, timeout=_LOOK)
        completed = self._intent_completed(core, attempt)
        if attempt.account is None:
            cart = None if attempt.token is None else guest_cart(core, attempt.token)
            return Seen(cart, intent_completed=completed)
        try:
            if attempt.account != self._core.session.account():
                return Seen(intent_completed=completed)
        except StoreError:
            return Seen(intent_completed=completed)
        content: Content | None = None
        if attempt.cart_id is not None:
            with suppress(StorefrontError):
                number, content = customer_cart(core)
                content = content if number == attempt.cart_id else None
        try:
            orders, whole_list = newest_orders(core)
        except StorefrontError:
            return Seen(content, intent_completed=completed)
        reaches_back = whole_list or any(one in (attempt.orders or ()) for one in order_ids(orders))
        return Seen(content, orders, reaches_back, completed)

    def _intent_completed(self, core: Core, attempt: Attempt) -> bool | None:
        """Whether an order has completed the intent that went along: a change of nothing is refused then
        (updateStorefrontCheckoutIntent). None when there is none, or it does not tell."""
        if attempt.intent is None or attempt.intent_token is None:
            return None
        try:
            api.storefront.update_storefront_checkout_intent.sync(
                core.store_id,
                attempt.intent,
                client=core.api,
                body={"sequence": attempt.intent_sequence},
                x_scalev_checkout_intent_token=attempt.intent_token,
            )
        except CheckoutIntentCompleted:
            return True
        except StorefrontError:
            return None
        return False


def placed(attempt: Attempt, evidence: Evidence, order: object, slug: str | None = None) -> Attempt:
    """The attempt with its order."""
    return attrs.evolve(
        attempt,
        phase="placed",
        token=None,
        intent_token=None,
        evidence=evidence,
        secret_slug=text(field(order, "secret_slug")) or slug,
        order_id=text(field(order, "order_id")),
    )


def newest_orders(core: Core) -> tuple[list[object], bool]:
    """The first page of the customer's orders (listCustomerOrders), and whether it is the whole list."""
    answer = api.customer_orders.list_customer_orders.sync(core.store_id, client=core.api)
    if not isinstance(answer.data, list):
        raise DecodeError("the answer is no list of orders", operation_id="listCustomerOrders")
    return list[object](answer.data), boolean(answer.has_next) is False
