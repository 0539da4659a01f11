# Rendered from facade/nexus_storefront/cart/_async/contents_now.py by scripts/unasync.py; edit that file.
"""What the carts hold now, for certain, as the service answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_commerce import api
from nexus_commerce.types import UNSET

from ...contents import SeenCart
from ...errors import DecodeError, StorefrontError
from ...transport.raw_answers import raw
from ...transport.routes import guest_token_in
from ..lines import read_cart

if TYPE_CHECKING:
    from ...contents import Content
    from ...transport._sync.core import Core
    from ..lines import CartSnapshot

__all__ = ["cart_of_late", "customer_cart", "guest_cart", "note_cart", "own_cart"]

_OF_LATE = 30.0
"""Seconds for which what a cart held is taken for what it holds, until an order is to be sent."""
_UNTOLD = "the cart's answer does not say what is in it"


def guest_cart(core: Core, token: str, *, strict: bool = False) -> Content | None:
    """What the cart of a guest token holds (getGuestCart); None when the answer does not tell, or is about another
    cart.

    `strict` raises when the cart cannot be read. `core` must be one that sends no guest token of its own.
    """
    try:
        with raw() as answers:
            cart = api.storefront.get_guest_cart.sync(
                core.store_id, client=core.api, x_scalev_guest_token=token
            )
    except StorefrontError:
        if strict:
            raise
        return None
    # A service that does not know the token answers with a new, empty cart: that is no emptied one.
    if (guest_token_in(answers[-1]) or token).lower() != token.lower():
        return None
    snapshot = read_cart(cart, "guest")
    note_cart(core, snapshot, token)
    if strict and snapshot.content is None:
        raise DecodeError(_UNTOLD, operation_id="getGuestCart")
    return snapshot.content


def customer_cart(core: Core) -> tuple[int, Content]:
    """The id and content of the customer's cart (getCustomerCart). Raises `DecodeError` when it does not tell."""
    cart = read_cart(api.customer_cart.get_customer_cart.sync(core.store_id, client=core.api), "customer")
    if cart.content is None or cart.id is None:
        raise DecodeError(_UNTOLD, operation_id="getCustomerCart")
    note_cart(core, cart, None)
    return cart.id, cart.content


def note_cart(core: Core, cart: CartSnapshot | None, token: str | None) -> None:
    """Keep in mind what a cart holds, of a guest token or the customer's; None: what it holds is not known any more."""
    told = cart is not None and cart.content is not None
    core.shared.seen_cart = (
        SeenCart(token, cart.id, cart.content or (), core.clock.monotonic()) if cart and told else None
    )


def cart_of_late(core: Core, token: str | None) -> SeenCart | None:
    """What this shop was told of a cart in the last moments, if it was."""
    seen = core.shared.seen_cart
    fresh = seen is not None and seen.token == token and core.clock.monotonic() - seen.at < _OF_LATE
    return seen if fresh else None


def own_cart(core: Core, goods: Content) -> tuple[str, Content]:
    """A new guest cart of one checkout alone, with these goods (addGuestCartItem): its token, and what it holds.
    `core` must be one that sends no guest token of its own."""
    token, content = "", None
    for kind, number, amount in goods:
        with raw() as answers:
            cart = api.storefront.add_guest_cart_item.sync(
                core.store_id,
                client=core.api,
                body={"type": kind, f"{kind}_id": number, "quantity": amount},
                x_scalev_guest_token=token or UNSET,
            )
        token, content = guest_token_in(answers[-1]) or token, read_cart(cart, "guest").content
    if not token or not content:
        raise DecodeError("the service gave no cart to watch this checkout by", operation_id="addGuestCartItem")
    return token, content
