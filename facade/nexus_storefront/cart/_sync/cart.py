# Rendered from facade/nexus_storefront/cart/_async/cart.py by scripts/unasync.py; edit that file.
"""The shopper's cart: a guest's by guest token, a customer's by sign-in, through the same methods."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

import attrs

from ... import arguments
from ...errors import NotFound
from ...order_journal._sync.journal import OrderJournal, cart_scope, turn_at
from ...stores import LeaseTimeout, StoreError
from ...transport._sync.concurrency import leased
from ..lines import CartLine, CartSnapshot, Item, Owner, read_cart

if TYPE_CHECKING:
    from ...transport._sync.core import Core


__all__ = ["Cart"]


logger = logging.getLogger("nexus_storefront")


class Cart:
    """The cart of whoever is shopping: the customer's when somebody is signed in, else the guest's.

    `guest` and `customer` are the same object for one of the two, whoever is signed in. Every method answers with the
    cart as it is afterwards. Writes go one at a time. When the service no longer knows the guest cart, a new one takes
    its place, and the answer says so in `replaced`.
    """

    def __init__(self, core: Core, owner: Owner | None = None) -> None:
        self._core = core
        self._owner: Owner | None = owner

    @property
    def guest(self) -> Cart:
        return Cart(self._core, "guest")

    @property
    def customer(self) -> Cart:
        return Cart(self._core, "customer")

    def get(self) -> CartSnapshot:
        """The cart now (getGuestCart, getCustomerCart)."""
        return self._read(self._whose())

    def add(
        self, *, variant_id: int | str | None = None, bundle_price_option_id: int | str | None = None, quantity: int = 1
    ) -> CartSnapshot:
        """Put in a variant or a bundle price option (addGuestCartItem, addCustomerCartItem).

        Never sent twice: after a `ConnectionFailed` whose `may_have_taken_effect` is true, look at the cart, or say
        what is wanted with `set_quantity`.
        """
        item = Item(variant_id, bundle_price_option_id, quantity)
        with self._writing() as owner:
            return self._add(owner, item)

    def change(self, line: CartLine | str | int, quantity: int) -> CartSnapshot:
        """Set how many of a line, 1 to 100 (updateGuestCartItem, updateCustomerCartItem)."""
        line_id, number = _line_id(line), arguments.quantity(quantity)
        with self._writing() as owner:
            return self._change(owner, line_id, number)

    def remove(self, line: CartLine | str | int) -> CartSnapshot:
        """Take a line out (removeGuestCartItem, removeCustomerCartItem). `NotFound` if it is not there."""
        line_id = _line_id(line)
        with self._writing() as owner:
            return self._remove(owner, line_id)

    def set_quantity(
        self, quantity: int, *, variant_id: int | str | None = None, bundle_price_option_id: int | str | None = None
    ) -> CartSnapshot:
        """Have exactly this many of a variant or bundle price option, 0 to 100, whatever is in the cart now.

        Reads the cart and makes the difference, so repeating it is safe.
        """
        wanted = Item(variant_id, bundle_price_option_id)
        number = arguments.whole("quantity", quantity, least=0, most=100)
        with self._writing() as owner:
            cart = self._read(owner)
            replaced = cart.replaced
            lines = [line for line in cart if line.key == wanted.key]
            for line in lines if number == 0 else lines[1:]:
                cart = self._without(owner, line)
            if number and not lines:
                cart = self._add(owner, Item(variant_id, bundle_price_option_id, number))
            elif number and lines[0].quantity != number:
                cart = self._change(owner, lines[0].id, number)
            return attrs.evolve(cart, replaced=replaced or cart.replaced)

    def clear(self) -> CartSnapshot:
        """Take every line out."""
        with self._writing() as owner:
            cart = self._read(owner)
            replaced = cart.replaced
            for line in cart:
                cart = self._without(owner, line)
            return attrs.evolve(cart, replaced=replaced or cart.replaced)

    @contextmanager
    def _writing(self) -> Iterator[Owner]:
        """The one turn at changing this cart, in this shop and in all that share its store."""
        core = self._core
        with ExitStack() as stack:
            stack.enter_context(core.shared.cart_lock)
            owner = self._whose()
            token = core.guest.current() if owner == "guest" else None
            if owner == "customer" or token is not None:  # the call that makes a cart has a turn of its own
                turn, seconds = turn_at(core, cart_scope(core, token)), core.settings.timeouts.total + 5
                try:
                    stack.enter_context(leased(core.store, turn, ttl=seconds, wait=seconds))
                except LeaseTimeout:
                    raise
                except StoreError as error:
                    # A store that is down must not keep anyone from shopping.
                    logger.warning("changes of a cart are not in turn with other processes: %s", type(error).__name__)
            yield owner

    def _whose(self) -> Owner:
        if self._owner is not None:
            return self._owner
        session = self._core.session
        return "customer" if session is not None and session.signed_in() else "guest"

    def _read(self, owner: Owner) -> CartSnapshot:
        core = self._core
        if owner == "customer":
            from nexus_commerce.api.customer_cart import get_customer_cart

            return read_cart(get_customer_cart.sync(core.store_id, client=core.api), owner)
        from nexus_commerce.api.storefront import get_guest_cart

        before = core.guest.current()
        answer = get_guest_cart.sync(core.store_id, client=core.api)
        return self._guest_cart(answer, before)

    def _add(self, owner: Owner, item: Item) -> CartSnapshot:
        core = self._core
        if owner == "customer":
            from nexus_commerce.api.customer_cart import add_customer_cart_item

            return read_cart(
                add_customer_cart_item.sync(core.store_id, client=core.api, body=item.to_body()),
                owner,
            )
        from nexus_commerce.api.storefront import add_guest_cart_item

        before = core.guest.current()
        answer = add_guest_cart_item.sync(core.store_id, client=core.api, body=item.to_body())
        return self._guest_cart(answer, before)

    def _change(self, owner: Owner, line_id: str, number: int) -> CartSnapshot:
        core, body = self._core, {"quantity": number}
        if owner == "customer":
            from nexus_commerce.api.customer_cart import update_customer_cart_item

            return read_cart(
                update_customer_cart_item.sync(core.store_id, line_id, client=core.api, body=body),
                owner,
            )
        from nexus_commerce.api.storefront import update_guest_cart_item

        before = core.guest.current()
        answer = update_guest_cart_item.sync(core.store_id, line_id, client=core.api, body=body)
        return self._guest_cart(answer, before)

    def _remove(self, owner: Owner, line_id: str) -> CartSnapshot:
        core = self._core
        before = core.guest.current()
        if owner == "customer" or before is not None:
            with suppress(StoreError):  # as long as the store is down no order is sent either
                OrderJournal(core).note_removal(None if owner == "customer" else before)
        if owner == "customer":
            from nexus_commerce.api.customer_cart import remove_customer_cart_item

            return read_cart(remove_customer_cart_item.sync(core.store_id, line_id, client=core.api), owner)
        from nexus_commerce.api.storefront import remove_guest_cart_item

        answer = remove_guest_cart_item.sync(core.store_id, line_id, client=core.api)
        return self._guest_cart(answer, before)

    def _without(self, owner: Owner, line: CartLine) -> CartSnapshot:
        """The cart without a line, also if another hand has taken it out already."""
        with suppress(NotFound):
            return self._remove(owner, line.id)
        return self._read(owner)

    def _guest_cart(self, answer: object, before: str | None) -> CartSnapshot:
        return read_cart(answer, "guest", replaced=before is not None and self._core.guest.value != before)


def _line_id(line: CartLine | str | int) -> str:
    return arguments.identifier("line", line.id if isinstance(line, CartLine) else line)
