"""Hints for names that do not exist: what somebody who looks for one should use instead. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .frames import with_bare_errors

#: What to use -> the names it is looked for by. One that means different things in different places has the class
#: before it.
_PLACES = {
    "shop.auth.request_password_reset(email)": "Auth.forgot_password",
    "shop.auth.state().signed_in": "Auth.is_signed_in",
    "shop.auth.login(email, password), which gives an OtpChallenge where a code was sent": "Auth.request_otp",
    "shop.auth.request_password_reset(email), then shop.auth.save_password(...)": "Auth.reset_password",
    "shop.checkout.start()": "Cart.checkout CheckoutFlow.create",
    "shop.cart.get().lines": "Cart.items Cart.lines",
    "shop.cart.get().total": "Cart.total",
    "shop.cart.set_quantity(quantity, variant_id=...)": "Cart.update Cart.update_item Cart.update_quantity",
    "shop.cart.add(variant_id=...)": "add_item add_to_cart",
    ".lines": "CartSnapshot.items",
    ".total": "CartSnapshot.subtotal",
    "shop.catalog.product(slug)": "Catalog.get get_product product",
    "shop.catalog.items()": "Catalog.list bundles items list_products products",
    ".deliver_to(...)": "Checkout.address Checkout.set_address",
    ".place()": "Checkout.confirm Checkout.order Checkout.submit",
    "shop.checkout.payment_methods()": "Checkout.payment_methods payment_methods",
    ".use_discount(code)": "Checkout.set_discount",
    ".pay_with(method)": "Checkout.set_payment_method",
    ".ship_with(option)": "Checkout.set_shipping",
    ".quote().total": "Checkout.total",
    "shop.checkout.unfinished(), each for shop.checkout.resume(attempt_id)": "CheckoutFlow.pending",
    "shop.checkout.start(), which gives the checkout that has place()": "CheckoutFlow.place Orders.create place_order",
    "shop.checkout.start(), which gives the checkout that has quote()": "CheckoutFlow.quote",
    "shop.checkout.start(), which gives the checkout that has shipping_options()": "shipping_options",
    "shop.checkout.start(), which gives the checkout that has use_discount(code)": "Discounts.apply",
    "shop.events.order_created(order, visit), to be given to shop.events.send(...)": "Events.purchase Events.track",
    "shop.intents.start(form_widget_id, recaptcha_token)": "Intents.create",
    "shop.orders.mine()": "Orders.all Orders.list orders",
    "nothing: a shopper cannot cancel an order; shop.subscriptions.cancel(id) is for subscriptions": "Orders.cancel",
    "shop.orders.instructions(secret_slug)": "Orders.pay instructions payments",
    "shop.orders.send_proof(secret_slug, picture)": "Orders.upload_proof",
    "shop.orders.wait_for_payment(secret_slug)": "Orders.wait_until_paid",
    "shop.subscriptions.all()": "Subscriptions.list subscriptions",
    "shop.account.addresses()": "addresses",
    "shop.catalog.availability(variant_id)": "availability stock",
    "shop.catalog.bundle(slug)": "bundle",
    "shop.catalog.categories()": "categories",
    "shop.courses.get(variant_uuid)": "course courses",
    "shop.account.profile().customer": "customer",
    "shop.auth.login(email, password)": "login sign_in",
    "shop.auth.logout()": "logout sign_out",
    "shop.account.profile()": "me profile user",
    "shop.catalog.offers(variant_ids)": "offers price",
    "shop.orders.get(secret_slug), or shop.orders.get_mine(order_id)": "order",
    "nothing: accounts come about on the store's side": "register sign_up signup",
    "shop.catalog.items() for goods, shop.locations.search(query) for places": "search",
    "shop.catalog.product(slug).variants": "variants",
}
SIGNS: Mapping[str, str] = {name: place for place, names in _PLACES.items() for name in names.split()}


class Signposted:
    """A base class. Its `repr` names its public methods, and the error for a name that it does not have says what to
    use instead. Errors of its public methods show no variables of ours, see `frames`."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        with_bare_errors(cls)

    def __repr__(self) -> str:
        kind = type(self)
        return f"{kind.__name__}: {', '.join(name for name in dir(kind) if not name.startswith('_'))}"

    if not TYPE_CHECKING:  # for a type checker there are the names that there are

        def __getattr__(self, name: str) -> object:
            kind = type(self).__name__
            message = f"{kind!r} object has no attribute {name!r}"
            instead = None if name.startswith("_") else SIGNS.get(f"{kind}.{name}") or SIGNS.get(name)
            raise AttributeError(f"{message}; there is {instead}" if instead else message, name=name, obj=self)
