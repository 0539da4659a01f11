"""What the carts hold now, as the service answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...answer_fields import field, integer
from ...contents import Content
from ...errors import (
    DecodeError,
    StorefrontError,
)
from ...transport.raw_answers import raw
from ...transport.routes import guest_token_in
from ..lines import cart_content

if TYPE_CHECKING:
    from ...transport._async.core import Core


async def guest_cart(core: Core, token: str, *, strict: bool = False) -> Content | None:
    """What the cart of a guest token holds; None when the answer does not tell, or is about another cart.

    `strict` raises when the cart cannot be read.
    """
    from nexus_commerce.api.storefront import get_guest_cart

    try:
        with raw() as answers:
            cart = await get_guest_cart.asyncio(core.store_id, client=core.api, x_scalev_guest_token=token)
    except StorefrontError:
        if strict:
            raise
        return None
    # A service that does not know the token answers with a new, empty cart: that is no emptied one.
    if (guest_token_in(answers[-1]) or token).lower() != token.lower():
        return None
    content = cart_content(cart)
    if strict and content is None:
        raise DecodeError("the cart's answer does not say what is in it", operation_id="getGuestCart")
    return content


async def customer_cart(core: Core) -> tuple[int, Content]:
    """The id and content of the customer's cart."""
    from nexus_commerce.api.customer_cart import get_customer_cart

    cart = await get_customer_cart.asyncio(core.store_id, client=core.api)
    content, number = cart_content(cart), integer(field(cart, "id"))
    if content is None or number is None:
        raise DecodeError("the cart's answer does not say what is in it", operation_id="getCustomerCart")
    return number, content
