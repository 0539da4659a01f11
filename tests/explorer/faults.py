"""Faults that were in the code once, or could be: what the explorer is for. Each is put back by itself, and found."""

from __future__ import annotations
import __future__

import inspect
import sys
import textwrap
from importlib import import_module
from typing import Any

import attrs
import pytest

_HOUSE = "nexus_storefront."
JOURNAL = "order_journal._sync.journal:OrderJournal."
PLACING = "checkout._sync.placing:Placing."
MERGE = "auth._sync.cart_merge:CartMerge."


@attrs.frozen
class Edit:
    """One function, with `old` in its text replaced by `new`."""

    where: str
    old: str
    new: str

    def put_back(self, patch: pytest.MonkeyPatch) -> None:
        module, _, name = self.where.partition(":")
        home: Any = import_module(_HOUSE + module)
        space = vars(home)
        *owners, last = name.split(".")
        for owner in owners:
            home = getattr(home, owner)
        original = getattr(home, last)
        source = textwrap.dedent(inspect.getsource(original))
        assert self.old in source, f"{self.where} does not read {self.old!r} any more"
        made: dict[str, Any] = {}
        text = compile(source.replace(self.old, self.new), self.where, "exec", __future__.annotations.compiler_flag)
        exec(text, space, made)
        patch.setattr(home, last, made[last])
        if not owners:  # whoever has it by name
            for other in [each for name, each in sys.modules.items() if name.startswith(_HOUSE)]:
                if vars(other).get(last) is original:
                    patch.setattr(other, last, made[last])


@attrs.frozen
class Fault:
    """What was wrong, and the scenario that shows it."""

    name: str
    scenario: str
    edits: tuple[Edit, ...]


def _fault(name: str, scenario: str, *edits: tuple[str, str, str]) -> Fault:
    return Fault(name, scenario, tuple(Edit(*edit) for edit in edits))


FAULTS = (
    _fault(
        "the journal is written over, whatever stands there",
        "press with a key against dismiss",
        (JOURNAL + "_put", "expected=version", "expected=None"),
    ),
    _fault(
        "an attempt counts as sent before its pointers are written",
        "two presses on one cart, a minute apart",
        (PLACING + "_witnessed", 'phase="preparing"', 'phase="sending"'),
    ),
    _fault(
        "an attempt is judged by the copy in hand",
        "resume against taking out",
        ("checkout._sync.settling:Settling.settle", "now = self._as_it_is(noted)", "now = noted"),
        (JOURNAL + "end", "elif not _is_certain(done):", "elif False:"),
    ),
    _fault(
        "what is taken out of a cart is not noted",
        "resume against taking out",
        ("cart._sync.changes:CartCalls.remove", "OrderJournal(core).note_removal(guest_cart_turn(token))", "pass"),
    ),
    _fault(
        "a sign-in does not note that it empties the guest's cart",
        "resume against sign-in",
        (MERGE + "_carried_over", "OrderJournal(self._core).note_removal(self._theirs, into=self._mine)", "pass"),
    ),
    _fault(
        "a customer's cart is another one for each label",
        "two presses on a customer's cart",
        ("auth._sync.session:CustomerSession.account", "record.account", "record.account + self.key"),
        ("auth._sync.session:CustomerSession.look", "else record.account", "else record.account + self.key"),
    ),
    _fault(
        "a purchase that has a name takes no turn, and is pointed to whoever came first",
        "one key, another e-mail",
        (PLACING + "run", "(*self._named, scopes[0])", "scopes[:1]"),
        (JOURNAL + "prepare", "before), version)", "before), self.pointed(scope)[1])"),
    ),
    _fault(
        "a purchase that has a name takes no turn, and is pointed to by one of a cart",
        "one key, cart against items",
        (PLACING + "run", "(*self._named, scopes[0])", "scopes[:1]"),
        (JOURNAL + "prepare", "before), version)", "before), self.pointed(scope)[1])"),
    ),
    _fault(
        "a sign-in carries the cart over out of turn",
        "order against sign-in",
        (MERGE + "finish", "turns(core, (self._mine, self._theirs), cart=True,", "turns(core, (), cart=False,"),
    ),
    _fault(
        "an addition does not ask again whose cart it is",
        "sign-in against cart writes",
        ("cart._sync.changes:_in_turn", "if (owner, turn, account) != whose_cart(core, of, again=True):", "if False:"),
    ),
    _fault(
        "a guest's first cart is looked for before it can be made",
        "a first thing against an order of another",
        ("cart._sync.changes:_in_turn", 'if turn is None and owner == "guest":', "if False:"),
    ),
    _fault(
        "a token is presented without a mark",
        "refresh against refresh",
        (
            "auth._sync.session:CustomerSession._present",
            "version = self._put(marked, version)",
            "pass",
        ),
    ),
    _fault(
        "a refresh takes no turn",
        "refresh against refresh",
        ("stores.leases:HeldLease.still_held", "return ", "return True or "),
        (
            "stores.leases:LeasesInEntries._take",
            "if found is not None and not _Grant.read(name, found.value).over(self.clock):",
            "if False:",
        ),
    ),
    _fault(
        "a lease that cannot be given back is an error",
        "two presses on one cart",
        (
            "stores.leases:LeasesInEntries._leased",
            "with NoLongerThan(_GIVING_BACK, self.clock), harmless(NOT_GIVEN_BACK.format(key)):",
            "if True:",
        ),
        ("stores.guarded:_lease", "with harmless(NOT_GIVEN_BACK.format(key)):", "if True:"),
    ),
    _fault(
        "an outcome is lost when the store fails after the answer",
        "two presses on one cart",
        (JOURNAL + "end", '    logger.warning("the end', '    raise\n        logger.warning("the end'),
    ),
    _fault(
        "a refusal after a lost answer is told as not placed",
        "one order is allowed",
        (PLACING + "_refused", "if self._lost is None or not isinstance(outcome, NotPlaced):", "if True:"),
    ),
    _fault(
        "a cart that was emptied after an order was taken for not placed tells of that order",
        "a refused order against taking out, after a lost answer",
        (JOURNAL + "doubt", '"spoiled": not own', '"spoiled": False'),
    ),
    _fault(
        "two orders take one checkout intent along",
        "one intent, two e-mails",
        ("order_journal._sync.journal:turns_of", "if intent is None", "if True"),
    ),
    _fault(
        "what was given up before it was sent stands in the way",
        "two presses on one cart",
        (JOURNAL + "take_back_any", "self.take_back(noted)", "pass"),
    ),
    _fault(
        "a turn is waited for without end",
        "order against cart writes",
        ("order_journal._sync.turns:_take", "max(0.0, until - core.clock.monotonic())", "600.0"),
    ),
    _fault(
        "an order that was held up does not look again",
        "order against patient cart writes",
        (PLACING + "_written_down", "if not taken.still():", "if False:"),
    ),
    _fault(
        "a refresh brings tokens after a logout, and they live",
        "logout against refresh",
        ("auth._sync.session:CustomerSession._end_unused", "error := revoke(self._quiet, record)", "error := None"),
    ),
    _fault(
        "revoked is said of a session whose refresh lost its answer",
        "logout everywhere against refresh",
        ("auth._sync.auth:Auth._sign_out", "it.presented", "False"),
    ),
    _fault(
        "a dismissal is written over what is there",
        "press with a key against dismiss",
        ("checkout._sync.flow:CheckoutFlow.dismiss", 'now.phase == "sending" or now.lost', "True"),
    ),
    _fault(
        "an order of a cart that is half carried over is sent",
        "order against sign-in, no merging",
        (PLACING + "run", "session.carries_over(token)", "False"),
    ),
    _fault(
        "an order of a customer's cart into which another one is half carried over is sent",
        "order of a customer against sign-in, no merging",
        (PLACING + "run", "(asked.customer or token is not None)", "token is not None"),
    ),
    _fault(
        "what was carried over line by line is not remembered",
        "sign-in and order against sign-in, no merging",
        (MERGE + "_begun", "found.lines", "()"),
    ),
    _fault(
        "something is taken out though that could not be noted",
        "resume against taking out",
        (
            "cart._sync.changes:CartCalls.remove",
            "OrderJournal(core).note_removal(guest_cart_turn(token))",
            "with suppress(StoreError):\n            OrderJournal(core).note_removal(guest_cart_turn(token))",
        ),
    ),
    _fault(
        "a webhook is taken without a lease",
        "two workers of one inbox",
        ("work_queue.queue:WorkQueue._claim", "now + self.policy.lease", "now"),
    ),
    _fault(
        "a payment does not wait for its order",
        "a worker against news",
        ("webhooks._sync.working:WebhookWorker._work", "order.snapshot is None", "False"),
    ),
    _fault(
        "a payment that was handled is new again",
        "a worker against news",
        ("webhooks.inbox:Inbox.done_with", "if row is not None", "if False"),
    ),
    _fault(
        "what cannot be told apart is sent again after a death",
        "two senders of one event",
        ("work_queue.queue:WorkQueue._claim", "lane in self._once and state == SENDING", "False"),
    ),
    _fault(
        "an event is settled before it was sent",
        "two senders of one event",
        ("work_queue._sync.runner:Runner._attempt", "ending = self._work(claim)", 'ending = Ending("delivered")'),
    ),
)
