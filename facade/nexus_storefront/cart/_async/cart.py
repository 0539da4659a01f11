"""The shopper's cart: a guest's by guest token, a customer's by sign-in, through the same methods."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from ... import arguments
from ...signposts import Signposted

if TYPE_CHECKING:
    from ...transport._async.core import Core
    from ..lines import CartLine, CartSnapshot, Owner
    from .changes import CartCalls


class Cart(Signposted):
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
        """The guest's cart, also if somebody is signed in."""
        return Cart(self._core, "guest")

    @property
    def customer(self) -> Cart:
        """The customer's cart. Its methods raise `NotSignedIn` if nobody is signed in."""
        return Cart(self._core, "customer")

    async def get(self) -> CartSnapshot:
        """The cart as it is now (getGuestCart, getCustomerCart). A guest without one gets a new, empty cart."""
        from . import changes

        return await changes.cart_now(self._core, self._owner)

    async def add(
        self, *, variant_id: int | str | None = None, bundle_price_option_id: int | str | None = None, quantity: int = 1
    ) -> CartSnapshot:
        """Put in a variant or a bundle price option (addGuestCartItem, addCustomerCartItem).

        Never sent twice: after a `ConnectionFailed` whose `may_have_taken_effect` is true, look at the cart, or say
        what is wanted with `set_quantity`.
        """
        from ..lines import Item

        item = Item(variant_id, bundle_price_option_id, quantity)
        async with self._writing() as cart:
            return await cart.add(item.to_body())

    async def change(self, line: CartLine | str | int, quantity: int) -> CartSnapshot:
        """Set the quantity of a line, 1 to 100 (updateGuestCartItem, updateCustomerCartItem). `line` is a line of the
        cart, or its id. If it is not there any more, raises `NotFound`, or `BadRequest` for a customer's cart.
        """
        line_id, number = _line_id(line), arguments.quantity(quantity)
        async with self._writing() as cart:
            return await cart.call("update", line_id, body={"quantity": number})

    async def remove(self, line: CartLine | str | int) -> CartSnapshot:
        """Take a line out (removeGuestCartItem, removeCustomerCartItem). `line` is a line of the cart, or its id.

        Raises `NotFound` if the line is not in the guest's cart any more. What is gone from a customer's is no error.
        """
        line_id = _line_id(line)
        async with self._writing() as cart:
            return await cart.remove(line_id)

    async def set_quantity(
        self, quantity: int, *, variant_id: int | str | None = None, bundle_price_option_id: int | str | None = None
    ) -> CartSnapshot:
        """Set how many pieces of a variant or bundle price option the cart has, 0 to 100, whatever is in it now.

        Reads the cart and makes up the difference, so repeating it is safe.
        """
        from ..lines import Item

        wanted = Item(variant_id, bundle_price_option_id)
        number = arguments.whole("quantity", quantity, least=0, most=100)
        async with self._writing() as cart:
            return await cart.to_quantity(wanted, number)

    async def clear(self) -> CartSnapshot:
        """Take every line out, one after the other."""
        async with self._writing() as cart:
            return await cart.emptied()

    def _writing(self) -> AbstractAsyncContextManager[CartCalls]:
        from . import changes

        return changes.changing(self._core, self._owner)


def _line_id(line: CartLine | str | int) -> str:
    from ..lines import CartLine

    return arguments.identifier("line", line.id if isinstance(line, CartLine) else line)
