# Rendered from facade/nexus_storefront/cart/_async/contents_now.py by scripts/unasync.py; edit that file.
"""What the carts hold now, for certain, as the service answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_commerce import api

from ...errors import DecodeError, StorefrontError
from ...transport.raw_answers import raw
from ...transport.routes import guest_token_in
from ..lines import read_cart

if TYPE_CHECKING:
    from ...contents import Content
    from ...transport._sync.core import Core

__all__ = ["customer_cart", "guest_cart", "witness_cart"]

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
    content = read_cart(cart, "guest").content
    if strict and content is None:
        raise DecodeError(_UNTOLD, operation_id="getGuestCart")
    return content


def customer_cart(core: Core) -> tuple[int, Content]:
    """The id and content of the customer's cart (getCustomerCart). Raises `DecodeError` when it does not tell."""
    cart = read_cart(api.customer_cart.get_customer_cart.sync(core.store_id, client=core.api), "customer")
    if cart.content is None or cart.id is None:
        raise DecodeError(_UNTOLD, operation_id="getCustomerCart")
    return cart.id, cart.content


def witness_cart(core: Core, ordered: Content) -> tuple[str, Content]:
    """A new guest cart of one checkout alone, with one of the things ordered (addGuestCartItem): its token, and what it
    holds. `core` must be one that sends no guest token of its own."""
    kind, number, _ = ordered[0]
    with raw() as answers:
        cart = api.storefront.add_guest_cart_item.sync(
            core.store_id, client=core.api, body={"type": kind, f"{kind}_id": number, "quantity": 1}
        )
    token, content = guest_token_in(answers[-1]), read_cart(cart, "guest").content
    if not token or not content:
        raise DecodeError("the service gave no cart to watch this checkout by", operation_id="addGuestCartItem")
    return token, content
