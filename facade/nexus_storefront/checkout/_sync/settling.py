# Rendered from facade/nexus_storefront/checkout/_async/settling.py by scripts/unasync.py; edit that file.
"""How an attempt ended: what its witnesses say, written down by compare-and-swap, and given as an outcome."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import attrs
from nexus_commerce import api

from ...answer_fields import boolean, field, text
from ...cart._sync.contents_now import customer_cart, guest_cart
from ...errors import CheckoutIntentCompleted, DecodeError, InvalidInput, StorefrontError
from ...money import Breakdown, Money
from ...order_journal._sync.journal import OrderJournal, key_turn
from ...stores import StoreError
from ...transport.retry import never
from ...transport.settings import Timeouts
from ..outcomes import CheckoutPolicy, NotPlaced, Outcome, Placed, Unknown
from ..verdict import Judgement, Look, judge, order_ids

if TYPE_CHECKING:
    from ...order_journal._sync.journal import Noted
    from ...order_journal.attempt import Evidence, OrderAttempt
    from ...transport._sync.core import Core
    from ..outcomes import Quote


_LOOK = Timeouts(connect=5, read=10, write=5, pool=5, total=15)
_EVIDENCE: dict[str, Evidence] = {"order": "order", "completed": "intent", "emptied": "cart"}
"""By the conclusion of a look, the evidence that there is an order."""
_WHY = {
    "untouched": "no trace of an order yet, but the service may still be working on it",
    "doubted": "a later order was refused, perhaps because of this one, of which there is no trace",
    "changed": "the cart was changed by someone else meanwhile, so it does not tell",
    "ambiguous": "there are new orders or an emptied cart, which may or may not come from this checkout",
    "unclear": "the cart was ordered by its token alone, which is not known to empty it",
    "blind": "neither the cart nor the orders could be looked at, or the journal could not be read",
}


class Settling:
    """Finds out how attempts ended, by the policy of the moment."""

    def __init__(self, core: Core, policy: CheckoutPolicy) -> None:
        self.core = core
        self.policy = policy
        self.journal = OrderJournal(core)

    @property
    def lasting(self) -> float:
        """Seconds that are enough to place one order and to look for it."""
        return self.core.settings.timeouts.total + sum(self.policy.settle_reads) + 30

    def was_pressed(self, attempt: OrderAttempt, purchase: str, quote: Quote) -> bool:
        """Whether an attempt whose order is there is this purchase: quoted before that, as it may have emptied the cart
        since."""
        clock, late = self.core.clock, 0.0 if attempt.evidence == "answer" else self.policy.settle_after
        quoted_at = clock.time() - (clock.monotonic() - quote.made_at)
        return attempt.purchase == purchase and quoted_at <= attempt.until + late

    def resume(self, attempt_id: str) -> Outcome:
        """How an attempt ended: from the journal, else by looking. `InvalidInput` for one that was never sent."""
        with self.core.hurried_store():
            noted = self.journal.load(attempt_id)
            if noted is None or noted.attempt.phase == "preparing":
                raise InvalidInput("the journal holds no attempt of this id")
            return self.settle(noted)

    def find(self, key: str) -> Outcome | None:
        """What became of the purchase with this key; None if nothing was sent for it."""
        with self.core.hurried_store():
            noted = self.journal.telling(key_turn(self.core, key))
            return None if noted is None else self.settle(noted)

    def settle(self, noted: Noted, error: StorefrontError | None = None) -> Outcome:
        """How an attempt ended, looked up as often as the policy says.

        First the witnesses are looked at, then the attempt is read again, and only then is it judged: what the shop
        itself took out of a cart was noted before, so a cart that was seen without it is never taken for ordered.
        """
        finding, pauses = Judgement("blind"), self.policy.settle_reads
        for number, pause in enumerate(pauses, 1):
            if noted.attempt.phase != "sending":
                break
            if pause:
                self.core.clock.sleep(pause)
            # First look at the witnesses, then read the attempt as it is by now, then judge the two together.
            seen = self._look(noted.attempt)
            now = self._as_it_is(noted)
            if now is None:
                finding = Judgement("blind")  # notes that were made meanwhile could not be read
                continue
            noted, finding = now, judge(now.attempt, seen)
            done = self._concluded(noted.attempt, finding, last=number == len(pauses))
            if done is not None:
                # An end is written over the version that was judged; if somebody else has written, judge again.
                said = self.journal.end(noted, done)
                if said is not None:
                    return self.ended(said, error, finding.order)
                noted = self._as_it_is(noted) or noted
        if noted.attempt.phase != "sending":
            return self.ended(noted.attempt, error)
        return self._unknown(noted.attempt, finding, error)

    def shows_no_trace(self, attempt: OrderAttempt) -> bool:
        """Whether the witnesses are as they were, by one look."""
        return judge(attempt, self._look(attempt)).conclusion in ("untouched", "unclear")

    def ended(self, attempt: OrderAttempt, error: StorefrontError | None = None, order: Any = None) -> Outcome:
        """The outcome of an attempt that has ended; a placed one with its order, if that is at hand or can be read."""
        if attempt.phase != "placed":
            return NotPlaced(attempt.id, attempt.reason or "not_found", error)
        if order is None and attempt.secret_slug is not None:
            with suppress(StorefrontError):
                read = api.storefront.get_storefront_public_order
                order = self.core.call(read.sync, attempt.secret_slug)
        change, total, quoted = None, field(order, "gross_revenue"), attempt.quoted.get("gross_revenue")
        if order is not None and total != quoted and Money.of(total) != Money.of(quoted):
            change = attempt.breakdown.change_to(Breakdown.of(order))
        slug = attempt.secret_slug or text(field(order, "secret_slug"))
        number = attempt.order_id or text(field(order, "order_id"))
        return Placed(attempt.id, attempt.evidence or "answer", order, change, slug, number)

    def _concluded(self, attempt: OrderAttempt, finding: Judgement, *, last: bool) -> OrderAttempt | None:
        """The attempt with its end, if the finding decides it; else None. "No trace of an order" decides it only when
        the service is done with the request: after its own error on the last look, because what it did may show late,
        or after `settle_after` seconds."""
        if attempt.phase != "sending":
            return None
        evidence = _EVIDENCE.get(finding.conclusion)
        if evidence is not None:
            return attempt.placed(evidence, finding.order)
        over = (attempt.answered and last) or self.core.clock.time() >= attempt.until + self.policy.settle_after
        traceless = finding.conclusion == "untouched" and not attempt.doubted
        return attempt.not_placed("not_found") if traceless and over else None

    def _unknown(self, attempt: OrderAttempt, finding: Judgement, error: StorefrontError | None) -> Unknown:
        left = max(0.0, attempt.until + self.policy.settle_after - self.core.clock.time())
        conclusion: str = finding.conclusion
        if conclusion == "blind":
            left = max(left, 30.0)
        elif conclusion == "untouched" and attempt.doubted:
            conclusion, left = "doubted", 0.0
        final = conclusion in ("changed", "ambiguous", "unclear", "doubted") and not left
        return Unknown(attempt.id, _WHY[conclusion], None if final else left, error)

    def _as_it_is(self, noted: Noted) -> Noted | None:
        """The attempt as the journal has it now; None if it cannot be read."""
        try:
            return self.journal.load(noted.attempt.id)
        except StoreError:
            return None

    def _look(self, attempt: OrderAttempt) -> Look:
        """The witnesses of an attempt now. What cannot be read is left out, never guessed."""
        core = self.core.without_guest_token().derive(retry=never, timeout=_LOOK).of_customer(attempt.account)
        seen = Look(intent_completed=self._intent_completed(core, attempt))
        if attempt.account is None:
            return seen if attempt.token is None else attrs.evolve(seen, cart=guest_cart(core, attempt.token))
        if attempt.cart_id is not None:
            with suppress(StorefrontError):
                number, content = customer_cart(core)
                seen = attrs.evolve(seen, cart=content if number == attempt.cart_id else None)
        with suppress(StorefrontError):
            orders, whole_list = newest_orders(core)
            reaches_back = whole_list or any(one in (attempt.orders or ()) for one in order_ids(orders))
            seen = attrs.evolve(seen, orders=orders, complete=reaches_back)
        return seen

    def _intent_completed(self, core: Core, attempt: OrderAttempt) -> bool | None:
        """Whether an order has completed the intent that went along: a change of nothing is refused then
        (updateStorefrontCheckoutIntent). None when there is none, or it does not tell."""
        if attempt.intent is None or attempt.intent_token is None:
            return None
        change, token = api.storefront.update_storefront_checkout_intent, attempt.intent_token
        body = {"sequence": attempt.intent_sequence}
        try:
            core.call(change.sync, attempt.intent, body=body, x_scalev_checkout_intent_token=token)
        except CheckoutIntentCompleted:
            return True
        except StorefrontError:
            return None
        return False


def newest_orders(core: Core) -> tuple[list[object], bool]:
    """The first page of the customer's orders (listCustomerOrders), and whether it is the whole list."""
    answer = core.call(api.customer_orders.list_customer_orders.sync)
    if not isinstance(answer.data, list):
        raise DecodeError("the answer is no list of orders", operation_id="listCustomerOrders")
    return list[object](answer.data), boolean(answer.has_next) is False
