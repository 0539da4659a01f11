"""The guest's cart and the customer's cart."""

from __future__ import annotations

import contextlib

from ..calls import Call, operation
from ..refusals import Answer, Refused, invalid
from ..rules import carts

GUEST_HEADER = "X-Scalev-Guest-Token"


def _guest_answer(call: Call, status: int, cart_id: int, token: str) -> Answer:
    return Answer(status, carts.show(call.store, cart_id), {GUEST_HEADER: token})


@operation("getGuestCart")
def get_guest_cart(call: Call) -> Answer:
    cart_id, token = carts.guest_cart(call.store, call.guest_token, call.now)
    return _guest_answer(call, 200, cart_id, token)


@operation("addGuestCartItem")
def add_guest_cart_item(call: Call) -> Answer:
    cart_id, token = carts.guest_cart(call.store, call.guest_token, call.now)
    carts.add_item(call.store, cart_id, call.body)
    return _guest_answer(call, 201, cart_id, token)


@operation("updateGuestCartItem")
def update_guest_cart_item(call: Call) -> Answer:
    cart_id, token = carts.known_guest_cart(call.store, call.guest_token)
    carts.set_quantity(call.store, cart_id, call.path["item_id"], call.body["quantity"])
    return _guest_answer(call, 200, cart_id, token)


@operation("removeGuestCartItem")
def remove_guest_cart_item(call: Call) -> Answer:
    cart_id, token = carts.known_guest_cart(call.store, call.guest_token)
    carts.remove_item(call.store, cart_id, call.path["item_id"])
    return _guest_answer(call, 200, cart_id, token)


@operation("mergeGuestCart")
def merge_guest_cart(call: Call) -> Answer:
    customer = carts.customer_cart(call.store, call.customer_id, call.now)
    guest, token = carts.known_guest_cart(call.store, call.guest_token)
    carts.merge(call.store, guest, customer)
    return _guest_answer(call, 200, customer, token)


@operation("getCustomerCart")
def get_customer_cart(call: Call) -> Answer:
    cart_id = carts.customer_cart(call.store, call.customer_id, call.now)
    return Answer(200, carts.show(call.store, cart_id))


@operation("addCustomerCartItem")
def add_customer_cart_item(call: Call) -> Answer:
    cart_id = carts.customer_cart(call.store, call.customer_id, call.now)
    carts.add_item(call.store, cart_id, call.body)
    return Answer(201, carts.show(call.store, cart_id))


@operation("updateCustomerCartItem")
def update_customer_cart_item(call: Call) -> Answer:
    cart_id = carts.customer_cart(call.store, call.customer_id, call.now)
    try:
        carts.set_quantity(call.store, cart_id, call.path["item_id"], call.body["quantity"])
    except Refused as refusal:
        if refusal.status == 404:  # the contract documents no 404 here
            raise invalid("item_id", "is not an item of the cart", "item_not_found") from None
        raise
    return Answer(200, carts.show(call.store, cart_id))


@operation("removeCustomerCartItem")
def remove_customer_cart_item(call: Call) -> Answer:
    cart_id = carts.customer_cart(call.store, call.customer_id, call.now)
    # The contract documents no refusal here: what is gone already is gone.
    with contextlib.suppress(Refused):
        carts.remove_item(call.store, cart_id, call.path["item_id"])
    return Answer(200, carts.show(call.store, cart_id))
