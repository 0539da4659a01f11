# Rendered from facade/nexus_storefront/cart/_async/changes.py by scripts/unasync.py; edit that file.
"""Changing a cart: in turn with everything else that wants it, and one call after another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs
from nexus_commerce import api

from ...errors import DecodeError, NotFound, StorefrontError, Timeout
from ...log import harmless, logger
from ...order_journal._sync.journal import OrderJournal, customer_turn, guest_cart_turn, guest_token_now
from ...order_journal._sync.turns import Turn, turns
from ...stores import StoreError
from ...transport._sync.guest_cart import making_a_cart
from ..lines import CartLine, CartSnapshot, Item, Owner, read_cart, unreadable_cart
from .contents_now import forget_cart, note_cart

if TYPE_CHECKING:
    from ...transport._sync.core import Core

Whose: TypeAlias = tuple[Owner, Turn | None, str | None]
"""Whose cart it is, its turn, and the customer's account. The turn is None for a guest without a cart, and while the
store is down; the account is None then, too."""


@contextmanager
def changing(core: Core, of: Owner | None) -> Iterator[CartCalls]:
    """Hold the cart's turn for a block that changes it: nobody who shares the store changes or orders it meanwhile. All
    waits and calls together take no longer than `total`."""
    total = core.settings.timeouts.total
    until = core.clock.monotonic() + total
    with core.hurried_store():
        with _in_turn(core, of, total, until) as (owner, turn, account):
            yield CartCalls(_within(core, until).of_customer(account), owner, turn)


def cart_now(core: Core, of: Owner | None) -> CartSnapshot:
    """The cart as it is, within `total`."""
    until = core.clock.monotonic() + core.settings.timeouts.total
    with core.hurried_store():
        owner = who_shops(core, of)
        return CartCalls(_within(core, until).of_customer(core.account), owner).call("get")


@contextmanager
def _in_turn(core: Core, of: Owner | None, total: float, until: float) -> Iterator[Whose]:
    while True:
        # First find out whose cart it is now, and with that which turn it takes.
        owner, turn, account = whose_cart(core, of)
        if owner == "customer":
            # Finishes a login that was interrupted, before any turn is taken.
            core.session.access_token(max(0.0, until - core.clock.monotonic()))
        wanted = () if turn is None else (turn,)
        with ExitStack() as stack:
            try:
                held = turns(core, wanted, cart=True, lasting=total + 5, until=until)
                stack.enter_context(held)
            except StoreError as error:
                # A store that is down must not keep anyone from shopping.
                logger.warning("changes of a cart are not in turn with other processes: %s", type(error).__name__)
                stack.enter_context(turns(core, (), cart=True, lasting=total, until=until))
            if turn is None and owner == "guest":
                # A guest without a cart has no turn yet. If another call makes the cart first, its turn is taken next.
                with harmless("a guest's first cart is not made in turn with other processes", StoreError):
                    stack.enter_context(making_a_cart(core.shared, until))
            # Then look once more: the call that was waited for may have changed whose cart it is.
            if (owner, turn, account) != whose_cart(core, of, again=True):
                continue  # meanwhile somebody has signed in, or the cart was replaced
            yield owner, turn, account
            return


def who_shops(core: Core, of: Owner | None) -> Owner:
    """Whose cart is meant: `of`, else the customer's if somebody is signed in, else the guest's. While the store is
    down, a guest's cart that is known here is meant."""
    try:
        return of or ("customer" if core.session.signed_in() else "guest")
    except StoreError:
        if core.guest.value is None:
            raise
        return "guest"


def whose_cart(core: Core, of: Owner | None, *, again: bool = False) -> Whose:
    """Whose cart it is now. `again`: as the store has it at this moment."""
    account = None
    if again:
        with suppress(StoreError):
            account = core.session.look()
    owner = who_shops(core, of)
    try:
        if owner == "customer":
            account = core.session.account() if account is None else account
            return owner, customer_turn(account), account
        token = guest_token_now(core) if again else core.guest.current()
        return owner, None if token is None else guest_cart_turn(token), None
    except StoreError:
        return owner, None, None


class CartCalls:
    """The calls on one cart, made while its turn is held."""

    def __init__(self, core: Core, owner: Owner, turn: Turn | None = None) -> None:
        self._core = core
        self._owner: Owner = owner
        self._turn = turn
        self._changed = False

    def add(self, body: dict[str, Any]) -> CartSnapshot:
        if self._turn is not None:
            OrderJournal(self._core).note_addition(self._turn)
        return self.call("add", body=body)

    def remove(self, line_id: str) -> CartSnapshot:
        core, token = self._core, self._token()
        # Noted before the cart is changed; if that fails, nothing is taken out. Else an order whose answer was lost
        # would be taken for placed, because its cart is empty.
        if self._owner == "customer":
            OrderJournal(core).note_removal(self._turn or customer_turn(core.session.account()))
        elif token is not None:
            OrderJournal(core).note_removal(guest_cart_turn(token))
        return self.call("remove", line_id)

    def without(self, line: CartLine) -> CartSnapshot:
        """The cart without a line, also if another hand has taken it out already."""
        with suppress(NotFound):
            return self.remove(self._id(line))
        return self.call("get")

    def to_quantity(self, wanted: Item, quantity: int) -> CartSnapshot:
        """The cart with exactly this many of something, in one line."""
        first = now = self.call("get")
        if now.content is None:
            raise self._unreadable()  # the wanted item may be in it
        lines = [line for line in now if line.key == wanted.key]
        for line in lines if quantity == 0 else lines[1:]:
            now = self.without(line)
        if quantity and not lines:
            now = self.add({**wanted.to_body(), "quantity": quantity})
        elif quantity and lines[0].quantity != quantity:
            now = self.call("update", self._id(lines[0]), body={"quantity": quantity})
        return attrs.evolve(now, replaced=first.replaced or now.replaced)

    def emptied(self) -> CartSnapshot:
        first = now = self.call("get")
        for line in first:
            now = self.without(line)
        return attrs.evolve(now, replaced=first.replaced or now.replaced)

    def _token(self) -> str | None:
        return self._core.guest.current() if self._owner == "guest" else None

    def call(self, verb: Literal["get", "add", "update", "remove"], *line: str, **body: Any) -> CartSnapshot:
        """One call on the cart, and what is in it then."""
        core, owner, before = self._core, self._owner, self._token()
        room = api.storefront if owner == "guest" else api.customer_cart
        operation: Any = getattr(room, f"{verb}_{owner}_cart" + ("" if verb == "get" else "_item"))
        seen = forget_cart(core)
        try:
            answer = core.call(operation.sync, *line, **body)
        except StorefrontError as error:
            if self._changed and not error.may_have_taken_effect:
                error.effect = "may_have_taken_effect"  # an earlier call of this change has taken effect
            raise
        finally:
            if verb != "get":
                seen = forget_cart(core)  # what was seen while it changed
        self._changed = self._changed or verb != "get"
        replaced = before is not None and core.guest.value not in (before, None)
        cart = read_cart(answer, owner, replaced=replaced)
        note_cart(core, seen, cart.content, core.guest.value if owner == "guest" else core.account or "", cart.id)
        if cart.content is not None or cart.lines:
            return cart
        # An answer without readable lines is no empty cart: the change is done, and the cart is read to see its lines.
        if verb == "get":
            raise self._unreadable()
        return attrs.evolve(self.call("get"), replaced=replaced)

    def _id(self, line: CartLine) -> str:
        if not line.id:
            raise self._unreadable()
        return line.id

    def _unreadable(self) -> DecodeError:
        return unreadable_cart(self._owner, "may_have_taken_effect" if self._changed else "refused")


def _within(core: Core, until: float) -> Core:
    """The core with what is left of a call's time, after waiting for a turn or the store. `Timeout` if that is none."""
    left = until - core.clock.monotonic()
    if left <= 0:
        raise Timeout("too little of the call's time is left: nothing was sent", effect="nothing_left")
    return core if left > 0.95 * core.settings.timeouts.total else core.at_most(left)
