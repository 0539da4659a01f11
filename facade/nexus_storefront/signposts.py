"""Where a thing is that somebody looks for under another name, and what there is. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .frames import with_bare_errors

#: Name -> what to use instead. A name that means different things in different places has the class before it.
SIGNS: Mapping[str, str] = {
    "Auth.forgot_password": "shop.auth.request_password_reset(email)",
    "Auth.is_signed_in": "shop.auth.state().signed_in",
    "Auth.request_otp": "shop.auth.login(email, password) gives an OtpChallenge where a code was sent",
    "Auth.reset_password": "shop.auth.request_password_reset(email), then shop.auth.save_password(...)",
    "Cart.checkout": "shop.checkout.start()",
    "Cart.items": "shop.cart.get().lines",
    "Cart.lines": "shop.cart.get().lines",
    "Cart.total": "shop.cart.get().total",
    "Cart.update": "shop.cart.set_quantity(quantity, variant_id=...)",
    "CartSnapshot.items": ".lines",
    "CartSnapshot.subtotal": ".total",
    "Catalog.get": "shop.catalog.product(slug)",
    "Catalog.list": "shop.catalog.items()",
    "Checkout.address": ".deliver_to(...)",
    "Checkout.confirm": ".place()",
    "Checkout.order": ".place()",
    "Checkout.payment_methods": "shop.checkout.payment_methods()",
    "Checkout.set_address": ".deliver_to(...)",
    "Checkout.set_discount": ".use_discount(code)",
    "Checkout.set_payment_method": ".pay_with(method)",
    "Checkout.set_shipping": ".ship_with(option)",
    "Checkout.submit": ".place()",
    "Checkout.total": ".quote().total",
    "CheckoutFlow.create": "shop.checkout.start()",
    "CheckoutFlow.pending": "shop.checkout.unfinished(), each for shop.checkout.resume(attempt_id)",
    "CheckoutFlow.place": "shop.checkout.start() gives the checkout that has place()",
    "CheckoutFlow.quote": "shop.checkout.start() gives the checkout that has quote()",
    "CheckoutFlow.shipping_options": "shop.checkout.start() gives the checkout that has shipping_options()",
    "Orders.all": "shop.orders.mine()",
    "Orders.cancel": "nothing: a shopper cannot cancel an order; shop.subscriptions.cancel(id) is for subscriptions",
    "Orders.list": "shop.orders.mine()",
    "Orders.pay": "shop.orders.instructions(secret_slug)",
    "Orders.upload_proof": "shop.orders.send_proof(secret_slug, picture)",
    "Orders.wait_until_paid": "shop.orders.wait_for_payment(secret_slug)",
    "Subscriptions.list": "shop.subscriptions.all()",
    "addresses": "shop.account.addresses()",
    "availability": "shop.catalog.availability(variant_id)",
    "bundle": "shop.catalog.bundle(slug)",
    "bundles": "shop.catalog.items()",
    "categories": "shop.catalog.categories()",
    "course": "shop.courses.get(variant_uuid)",
    "courses": "shop.courses.get(variant_uuid)",
    "customer": "shop.account.profile().customer",
    "get_product": "shop.catalog.product(slug)",
    "instructions": "shop.orders.instructions(secret_slug)",
    "items": "shop.catalog.items()",
    "list_products": "shop.catalog.items()",
    "login": "shop.auth.login(email, password)",
    "logout": "shop.auth.logout()",
    "me": "shop.account.profile()",
    "offers": "shop.catalog.offers(variant_ids)",
    "order": "shop.orders.get(secret_slug), or shop.orders.get_mine(order_id)",
    "orders": "shop.orders.mine()",
    "payment_methods": "shop.checkout.payment_methods()",
    "price": "shop.catalog.offers(variant_ids)",
    "product": "shop.catalog.product(slug)",
    "products": "shop.catalog.items()",
    "profile": "shop.account.profile()",
    "register": "nothing: accounts come about on the store's side",
    "search": "shop.catalog.items() for goods, shop.locations.search(query) for places",
    "shipping_options": "shop.checkout.start() gives the checkout that has shipping_options()",
    "sign_in": "shop.auth.login(email, password)",
    "sign_out": "shop.auth.logout()",
    "sign_up": "nothing: accounts come about on the store's side",
    "stock": "shop.catalog.availability(variant_id)",
    "subscriptions": "shop.subscriptions.all()",
    "variants": "shop.catalog.product(slug).variants",
}


class Signposted:
    """Its `repr` names what it has; a name that it does not have is answered with the place of what was meant. What its
    public methods raise shows no variables of ours."""

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
            sign = None if name.startswith("_") else SIGNS.get(f"{kind}.{name}") or SIGNS.get(name)
            raise AttributeError(f"{message}; there is {sign}" if sign else message, name=name, obj=self)
