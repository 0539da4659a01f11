"""The shopper's cart: a guest's by guest token, a customer's by sign-in, through the same methods."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Literal

import attrs
from nexus_commerce import api

from ... import arguments
from ...errors import DecodeError, NotFound, Timeout
from ...order_journal._async.journal import OrderJournal, customer_turn, guest_cart_turn, guest_token_now
from ...order_journal._async.turns import Turn, turns
from ...stores import StoreError
from ..lines import CartLine, CartSnapshot, Item, Owner, read_cart
from .contents_now import note_cart

if TYPE_CHECKING:
    from ...transport._async.core import Core

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

    async def get(self) -> CartSnapshot:
        """The cart now (getGuestCart, getCustomerCart)."""
        owner, _ = await self._whose()
        return await CartCalls(self._core, owner).read()

    async def add(
        self, *, variant_id: int | str | None = None, bundle_price_option_id: int | str | None = None, quantity: int = 1
    ) -> CartSnapshot:
        """Put in a variant or a bundle price option (addGuestCartItem, addCustomerCartItem).

        Never sent twice: after a `ConnectionFailed` whose `may_have_taken_effect` is true, look at the cart, or say
        what is wanted with `set_quantity`.
        """
        item = Item(variant_id, bundle_price_option_id, quantity)
        async with self._writing() as cart:
            return await cart.add(item)

    async def change(self, line: CartLine | str | int, quantity: int) -> CartSnapshot:
        """Set how many of a line, 1 to 100 (updateGuestCartItem, updateCustomerCartItem)."""
        line_id, number = _line_id(line), arguments.quantity(quantity)
        async with self._writing() as cart:
            return await cart.change(line_id, number)

    async def remove(self, line: CartLine | str | int) -> CartSnapshot:
        """Take a line out (removeGuestCartItem, removeCustomerCartItem). `NotFound` if it is not there."""
        line_id = _line_id(line)
        async with self._writing() as cart:
            return await cart.remove(line_id)

    async def set_quantity(
        self, quantity: int, *, variant_id: int | str | None = None, bundle_price_option_id: int | str | None = None
    ) -> CartSnapshot:
        """Have exactly this many of a variant or bundle price option, 0 to 100, whatever is in the cart now.

        Reads the cart and makes the difference, so repeating it is safe.
        """
        wanted = Item(variant_id, bundle_price_option_id)
        number = arguments.whole("quantity", quantity, least=0, most=100)
        async with self._writing() as cart:
            now = await cart.read()
            replaced = now.replaced
            lines = [line for line in now if line.key == wanted.key]
            for line in lines if number == 0 else lines[1:]:
                now = await cart.without(line)
            if number and not lines:
                now = await cart.add(Item(variant_id, bundle_price_option_id, number))
            elif number and lines[0].quantity != number:
                now = await cart.change(lines[0].id, number)
            return attrs.evolve(now, replaced=replaced or now.replaced)

    async def clear(self) -> CartSnapshot:
        """Take every line out."""
        async with self._writing() as cart:
            now = await cart.read()
            replaced = now.replaced
            for line in now:
                now = await cart.without(line)
            return attrs.evolve(now, replaced=replaced or now.replaced)

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[CartCalls]:
        """Hold this cart's turn while it is changed, in this shop and in all that share its store, within `total`."""
        core, total = self._core, self._core.settings.timeouts.total
        until = core.clock.monotonic() + total
        while True:
            owner, turn = await self._whose()
            if owner == "customer" and core.session is not None:
                await core.session.access_token()  # finishes a login that was interrupted, before any turn is taken
            # The call that makes a guest's first cart has a turn of its own.
            wanted = () if turn is None else (turn,)
            async with AsyncExitStack() as stack:
                try:
                    held = turns(core, wanted, cart=True, lasting=total + 5, until=until)
                    await stack.enter_async_context(held)
                except StoreError as error:
                    # A store that is down must not keep anyone from shopping.
                    logger.warning("changes of a cart are not in turn with other processes: %s", type(error).__name__)
                    await stack.enter_async_context(turns(core, (), cart=True, lasting=total, until=until))
                if (owner, turn) != await self._whose(again=True):
                    continue  # meanwhile somebody has signed in, or the cart was replaced
                yield CartCalls(_within(core, until), owner)
                return

    async def _whose(self, *, again: bool = False) -> tuple[Owner, Turn | None]:
        """Whose cart it is now, and its turn; None for a guest without a cart, and while the store is down. `again`: as
        the store has it at this moment."""
        core, owner = self._core, self._owner
        if again and core.session is not None:
            with suppress(StoreError):
                await core.session.look()
        if owner is None:
            owner = "customer" if core.session is not None and await core.session.signed_in() else "guest"
        try:
            if owner == "customer":
                return owner, await customer_turn(core)
            token = await guest_token_now(core) if again else await core.guest.current()
            return owner, None if token is None else guest_cart_turn(token)
        except StoreError:
            return owner, None


class CartCalls:
    """The calls on one cart, for whoever holds its turn."""

    def __init__(self, core: Core, owner: Owner) -> None:
        self._core = core
        self._owner: Owner = owner

    async def read(self) -> CartSnapshot:
        return await self._call("get")

    async def add(self, item: Item) -> CartSnapshot:
        return await self._call("add", body=item.to_body())

    async def change(self, line_id: str, quantity: int) -> CartSnapshot:
        return await self._call("update", line_id, body={"quantity": quantity})

    async def remove(self, line_id: str) -> CartSnapshot:
        core, token = self._core, await self._token()
        # Before the cart is changed. If it cannot be noted nothing is taken out: a cart that was emptied unknown to the
        # journal would be taken for ordered by whoever looks after an order whose answer was lost.
        if self._owner == "customer":
            await OrderJournal(core).note_removal(await customer_turn(core))
        elif token is not None:
            await OrderJournal(core).note_removal(guest_cart_turn(token))
        return await self._call("remove", line_id)

    async def without(self, line: CartLine) -> CartSnapshot:
        """The cart without a line, also if another hand has taken it out already."""
        with suppress(NotFound):
            return await self.remove(line.id)
        return await self.read()

    async def _token(self) -> str | None:
        return await self._core.guest.current() if self._owner == "guest" else None

    async def _call(self, verb: Literal["get", "add", "update", "remove"], *line: str, **body: Any) -> CartSnapshot:
        core, owner, before = self._core, self._owner, await self._token()
        room = api.storefront if owner == "guest" else api.customer_cart
        operation: Any = getattr(room, f"{verb}_{owner}_cart" + ("" if verb == "get" else "_item"))
        note_cart(core, None, None)  # until its answer is here
        answer = await operation.asyncio(core.store_id, *line, client=core.api, **body)
        replaced = before is not None and core.guest.value != before
        cart = read_cart(answer, owner, replaced=replaced)
        note_cart(core, cart, core.guest.value if owner == "guest" else None)
        if cart.content is not None or cart.lines:
            return cart
        # An answer without readable lines is never an empty cart: what it did is known, what is in there is read.
        if verb == "get":
            raise DecodeError("the cart's answer does not say what is in it", operation_id=operation.OPERATION.id)
        return attrs.evolve(await self.read(), replaced=replaced)


def _within(core: Core, until: float) -> Core:
    """The core for what is left of a call's time, after it has waited for its turn."""
    left, timeouts = until - core.clock.monotonic(), core.settings.timeouts
    if left <= 0:
        raise Timeout("the turn at the cart came too late: nothing was sent")
    return core if left > 0.95 * timeouts.total else core.derive(timeout=timeouts._replace(total=left))


def _line_id(line: CartLine | str | int) -> str:
    return arguments.identifier("line", line.id if isinstance(line, CartLine) else line)
