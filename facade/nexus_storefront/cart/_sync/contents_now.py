# Rendered from facade/nexus_storefront/cart/_async/contents_now.py by scripts/unasync.py; edit that file.
"""Reading what the carts hold now, as far as the service's answers are certain about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_commerce import api
from nexus_commerce.types import UNSET

from ...answer_fields import integer
from ...contents import SeenCart, item_body
from ...errors import DecodeError, StorefrontError
from ...transport.hooks import raw
from ...transport.routes import guest_token_in
from ..lines import held_in, unreadable_cart

if TYPE_CHECKING:
    from ...contents import Content
    from ...transport._sync.core import Core


_LATELY = 30.0
"""Seconds for which a cart that was read is not read again, except before an order is sent."""


def guest_cart(core: Core, token: str, *, strict: bool = False) -> Content | None:
    """What the cart of a guest token holds (getGuestCart); None when the answer is unreadable, or about another cart.

    `strict` raises when the cart cannot be read. `core` must be one that sends no guest token of its own.
    """
    seen = forget_cart(core)
    try:
        with raw() as answers:
            cart = core.call(api.storefront.get_guest_cart.sync, x_scalev_guest_token=token)
    except StorefrontError:
        if strict:
            raise
        return None
    # A service that does not know the token answers with a new, empty cart, which is not the token's.
    if (guest_token_in(answers[-1]) or token).lower() != token.lower():
        return None
    content = held_in(cart)
    note_cart(core, seen, content, token)
    if strict and content is None:
        raise unreadable_cart("guest")
    return content


def customer_cart(core: Core) -> tuple[int, Content]:
    """The id and content of the customer's cart (getCustomerCart). Raises `DecodeError` when it does not tell."""
    core, seen = core.of_customer(core.account), forget_cart(core)
    cart = core.call(api.customer_cart.get_customer_cart.sync)
    content, number = held_in(cart), integer(cart.id)
    if content is None or number is None:
        raise unreadable_cart("customer")
    note_cart(core, seen, content, _customer(core), number)
    return number, content


def forget_cart(core: Core) -> list[SeenCart]:
    """Forget what a cart was last seen to hold: it is asked for, or has changed. The place for what is seen next: an
    answer that comes after another call has taken the place is older than what that one saw, or may be."""
    seen: list[SeenCart] = []
    core.shared.seen_cart = seen
    return seen


def note_cart(
    core: Core, seen: list[SeenCart], content: Content | None, whose: str | None, cart_id: int | None = None
) -> None:
    """Remember what a cart holds, if an answer was certain about that, in the place that was made for it before."""
    if content is not None and whose is not None:
        seen.append(SeenCart(whose, cart_id, content, core.clock.monotonic()))


def cart_seen_lately(core: Core, token: str | None) -> SeenCart | None:
    """What this shop has read within the last seconds of the cart of a guest token, or of the customer's."""
    whose = _customer(core) if token is None else token
    since = core.clock.monotonic() - _LATELY
    return next((seen for seen in core.shared.seen_cart if seen.whose == whose and seen.at > since), None)


def _customer(core: Core) -> str:
    return core.account or ""


def own_cart(core: Core, goods: Content) -> tuple[str, Content]:
    """A new guest cart of one checkout alone, with these goods (addGuestCartItem): its token, and what it holds.
    `core` must be one that sends no guest token of its own."""
    token, content = "", None
    add = api.storefront.add_guest_cart_item
    for each in goods:
        with raw() as answers:
            cart = core.call(add.sync, body=item_body(*each), x_scalev_guest_token=token or UNSET)
        token, content = guest_token_in(answers[-1]) or token, held_in(cart)
    if not token or not content:
        raise DecodeError("the service gave no cart to watch this checkout by", operation_id="addGuestCartItem")
    return token, content
