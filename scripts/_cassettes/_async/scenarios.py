"""The flows that are recorded, one function a cassette. Each checks what it sees, recording or replaying."""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable

from nexus_storefront import AsyncStorefront, Item, Money, NotFound, OtpChallenge, Placed, SignedIn
from nexus_storefront.checkout._async.checkout import Checkout
from nexus_storefront.payments import BankTransfer, Cod, Qris, VirtualAccount

from _cassettes.world import PNG, World

Scenario = Callable[[AsyncStorefront, World], Awaitable[None]]


async def catalogue(shop: AsyncStorefront, world: World) -> None:
    """Items page by page, a product with prices and availability, a bundle, categories, an unknown product."""
    count = await shop.catalog.count()
    first = await shop.catalog.items(page_size=10).page()
    assert count is not None
    assert 0 < len(first) <= 10
    assert {item.entity_type for item in first} <= {"product", "bundle_price_option"}
    if first.next_cursor is not None:
        second = await shop.catalog.items(page_size=10).page(next_cursor=first.next_cursor)
        assert {item.slug for item in first}.isdisjoint({item.slug for item in second})
    product = await shop.catalog.product(world.product_slug)
    assert world.variant_id in {variant.id for variant in product.variants or []}
    assert (await shop.catalog.availability(world.variant_id)).variant_id == world.variant_id
    offer = (await shop.catalog.offers([world.variant_id]))[world.variant_id]
    assert offer.price > Money(0)
    bundle = await shop.catalog.bundle(world.bundle_slug)
    assert bundle.slug == world.bundle_slug
    assert await shop.catalog.categories() is not None
    try:
        await shop.catalog.product("there-is-no-such-product")
    except NotFound as error:
        assert error.status == 404  # noqa: PT017  # the same text runs in a recording, outside of pytest
    else:
        raise AssertionError("an unknown product was found")


async def locations(shop: AsyncStorefront, world: World) -> None:
    """A delivery location in both ways: step by step, and by search."""
    found = (await shop.locations.search(world.place).page()).items[0]
    codes = await shop.locations.postal_codes(_number(found.id))
    assert codes
    province = next(p for p in await shop.locations.provinces() if p.province_name == found.province_name)
    cities = await shop.locations.cities(_number(province.province_id))
    city = next(c for c in cities if c.city_name == found.city_name)
    steps = await shop.locations.subdistricts(_number(city.city_id)).all()
    assert found.id in {step.id for step in steps}


async def guest_cart(shop: AsyncStorefront, world: World) -> None:
    """Add, change, set, remove, clear."""
    assert len(await shop.cart.get()) == 0
    cart = await shop.cart.add(variant_id=world.variant_id)
    cart = await shop.cart.change(cart.lines[0], 3)
    assert cart.lines[0].quantity == 3
    cart = await shop.cart.add(bundle_price_option_id=world.bundle_price_option_id)
    assert len(cart) == 2
    cart = await shop.cart.set_quantity(2, variant_id=world.variant_id)
    line = cart.find(variant_id=world.variant_id)
    assert line is not None
    assert line.quantity == 2
    cart = await shop.cart.remove(line)
    assert len(cart) == 1
    assert len(await shop.cart.clear()) == 0


async def guest_purchase_qris(shop: AsyncStorefront, world: World) -> None:
    """The guest cart becomes an order, paid by QRIS; making the payment again gives the same instructions."""
    await shop.cart.add(variant_id=world.variant_id, quantity=2)
    placed = await _place(shop, await shop.checkout.start(), world, "qris")
    assert placed.secret_slug is not None
    instructions = await shop.orders.instructions(placed.secret_slug, every=0)
    assert isinstance(instructions, Qris)
    assert instructions.qr.text.startswith("000201")
    await shop.orders.create_payment(placed.secret_slug)
    assert await shop.orders.instructions(placed.secret_slug, every=0) == instructions
    assert len(await shop.cart.get()) == 0


async def guest_purchase_virtual_account(shop: AsyncStorefront, world: World) -> None:
    """Direct items, without a cart, paid to a virtual account."""
    checkout = await shop.checkout.start([Item(variant_id=world.variant_id)])
    placed = await _place(shop, checkout, world, "va_bca")
    assert placed.secret_slug is not None
    instructions = await shop.orders.instructions(placed.secret_slug, every=0)
    assert isinstance(instructions, VirtualAccount)
    assert instructions.number


async def guest_purchase_bank_transfer(shop: AsyncStorefront, world: World) -> None:
    """Manual transfer: accounts, notes, and the proof in one call."""
    checkout = await shop.checkout.start([Item(variant_id=world.variant_id)])
    placed = await _place(shop, checkout, world, "bank_transfer")
    assert isinstance(placed.instructions, BankTransfer)
    assert placed.instructions.accounts
    assert placed.secret_slug is not None
    await shop.orders.update(placed.secret_slug, notes=world.buyer_notes)
    order = await shop.orders.send_proof(placed.secret_slug, io.BytesIO(PNG))
    assert order.transferproof_url


async def guest_purchase_digital(shop: AsyncStorefront, world: World) -> None:
    """A digital bundle: nothing to ship."""
    checkout = await shop.checkout.start([Item(bundle_price_option_id=world.bundle_price_option_id)])
    checkout.set_buyer(name=world.buyer_name, email=world.buyer_email)
    place = (await shop.locations.search(world.place).page()).items[0]
    location = _number(place.id)
    codes = await shop.locations.postal_codes(location)
    checkout.deliver_to(location_id=location, postal_code=codes[0], address=world.buyer_address)
    checkout.pay_with("qris")
    assert await checkout.shipping_options() == []
    quote = await checkout.quote()
    assert dict(quote.breakdown.parts)["shipping_cost"] == Money(0)
    assert isinstance(await checkout.place(), Placed)


async def guest_purchase_cod(shop: AsyncStorefront, world: World) -> None:
    """Cash on delivery: nothing to pay now."""
    checkout = await shop.checkout.start([Item(variant_id=world.variant_id)])
    placed = await _place(shop, checkout, world, "cod")
    assert isinstance(placed.instructions, Cod)


async def customer_cart(shop: AsyncStorefront, world: World) -> None:
    """What a customer can choose from at the checkout; add, change and remove in the customer's own cart."""
    assert await shop.checkout.payment_methods()
    assert isinstance(await shop.auth.login(world.email, world.password), SignedIn)
    assert await shop.checkout.my_payment_methods() is not None
    assert await shop.checkout.my_addresses()
    cart = await shop.cart.customer.add(variant_id=world.variant_id)
    line = cart.find(variant_id=world.variant_id)
    assert line is not None
    cart = await shop.cart.change(line, 3)
    assert cart.owner == "customer"
    assert line.id not in {left.id for left in await shop.cart.remove(line)}


async def account(shop: AsyncStorefront, world: World) -> None:
    """An address by itself, a new name and a new password; a token that is refused is refreshed on the way."""
    assert isinstance(await shop.auth.login(world.email, world.password), SignedIn)
    (address, *_) = await shop.account.addresses().all()
    assert (await shop.account.address(_text(address.id))).id == address.id
    world.refuse_once("updateCustomerMe")
    assert await shop.account.update(name="Sari W") is not None
    assert await shop.account.set_password(f"{world.password}-baru") is not None


async def password_reset(shop: AsyncStorefront, world: World) -> None:
    """A forgotten password, by the link that is mailed."""
    await shop.auth.request_password_reset(world.email)
    token = shop.auth.token_from_reset_link(world.read_reset_link(world.email))
    password = f"{world.password}-baru"
    await shop.auth.save_password(token, password, password)
    assert isinstance(await shop.auth.login(world.email, password), SignedIn)


async def subscription_changes(shop: AsyncStorefront, world: World) -> None:
    """Cancel and take it back, up now and down later."""
    assert isinstance(await shop.auth.login(world.email, world.password), SignedIn)
    (subscription, *_) = await shop.subscriptions.all(status=world.subscription_status).all()
    name = _text(subscription.id)
    assert (await shop.subscriptions.cancel(name)).is_cancel_at_period_end is True
    assert (await shop.subscriptions.resume(name)).is_cancel_at_period_end is False
    (item, *_) = (await shop.subscriptions.get(name)).subscription_items or []
    (better, *_) = await shop.subscriptions.upgrade_options(_text(item.id))
    (changed, *_) = (await shop.subscriptions.upgrade(_text(item.id), _number(better.id))).subscription_items or []
    assert changed.variant_id == better.id
    (simpler, *_) = await shop.subscriptions.downgrade_options(_text(item.id))
    (waiting, *_) = (await shop.subscriptions.downgrade(_text(item.id), _number(simpler.id))).subscription_items or []
    assert (waiting.variant_id, waiting.status) == (better.id, "pending_downgrade")


async def course(shop: AsyncStorefront, world: World) -> None:
    """A course that was bought, down to a lesson, and how far the customer is."""
    assert isinstance(await shop.auth.login(world.email, world.password), SignedIn)
    (variant, *_) = (await shop.catalog.product(world.course_slug)).variants or []
    (section, *_) = (await shop.courses.get(_text(variant.uuid))).course_sections or []
    (content, *_) = (await shop.courses.section(_text(section.uuid))).course_contents or []
    lesson = _text(content.uuid)
    assert (await shop.courses.content(lesson)).uuid == lesson
    assert await shop.courses.set_progress(lesson, 50) is not None


async def events(shop: AsyncStorefront, world: World) -> None:
    """One conversion event to each provider's relay."""
    page = {"event_source_url": "https://toko.example/"}
    meta = {"user_data": {"em": world.buyer_email}, "events": [{"event_name": "Purchase", "event_id": "1-P"}]}
    tiktok = {
        "user": {"email": world.buyer_email}, "events": [{"event": "CompletePayment", "event_id": "1-C"}]
    }  # fmt: skip
    snackvideo = {"click_id": "kwai", "events": [{"event_name": "purchase"}]}
    assert (await shop.events.post("meta", {**page, **meta})).kind == "delivered"
    assert (await shop.events.post("tiktok", {**page, **tiktok})).kind == "delivered"
    assert (await shop.events.post("snackvideo", {**page, **snackvideo})).kind == "delivered"


async def checkout_intent(shop: AsyncStorefront, world: World) -> None:
    """What a shopper fills in is captured, and comes back by the link of a follow-up."""
    intent = await shop.intents.start("form-1", "from-the-page", fields={"notes": "merah"}, delay=0)
    assert intent.token is not None, intent.error
    await intent.save(fields={"notes": "merah muda"})
    assert await intent.flush(), intent.error
    prefill = await shop.intents.prefill(world.read_prefill())
    assert prefill.data


async def discount(shop: AsyncStorefront, world: World) -> None:
    """A code that applies and one that does not exist: both are answers."""
    items = [Item(variant_id=world.variant_id, quantity=2)]
    assert (await shop.discounts.check(world.discount_code, items=items)).is_eligible is True
    assert (await shop.discounts.check("NO-SUCH-CODE", items=items)).is_eligible is False


async def customer(shop: AsyncStorefront, world: World) -> None:
    """Sign in with a guest cart, keep it, read the account, order from the cart, list orders, sign out."""
    await shop.cart.guest.add(variant_id=world.variant_id)
    signed_in = await shop.auth.login(world.email, world.password)
    assert isinstance(signed_in, SignedIn)
    assert (await shop.account.profile()).customer
    addresses = await shop.account.addresses().all()
    cart = await shop.cart.set_quantity(1, variant_id=world.variant_id)
    assert cart.owner == "customer"
    checkout = await shop.checkout.start()
    checkout.deliver_to_saved(addresses[0])
    checkout.pay_with("bank_transfer")
    checkout.ship_with((await checkout.shipping_options())[0])
    await checkout.quote()
    placed = await checkout.place()
    assert isinstance(placed, Placed)
    assert placed.order is not None
    orders = await shop.orders.mine().page()
    assert placed.order_id in {order.order_id for order in orders}
    assert (await shop.orders.get_mine(_text(placed.order.id))).order_id == placed.order_id
    assert (await shop.auth.logout()).revoked


async def address_book(shop: AsyncStorefront, world: World) -> None:
    """An address is saved, changed and removed."""
    assert isinstance(await shop.auth.login(world.email, world.password), SignedIn)
    place = (await shop.locations.search(world.place).page()).items[0]
    location = _number(place.id)
    codes = await shop.locations.postal_codes(location)
    address = await shop.account.add_address(
        name="Kantor", phone=world.buyer_phone, address=world.buyer_address, location_id=location, postal_code=codes[0]
    )
    changed = await shop.account.update_address(_text(address.id), notes="Lantai dua")
    assert changed.id == address.id
    await shop.account.remove_address(_text(address.id))
    assert address.id not in {one.id for one in await shop.account.addresses().all()}


async def subscriptions_and_courses(shop: AsyncStorefront, world: World) -> None:
    """What the customer has subscribed to, and the ways up and down from it."""
    assert isinstance(await shop.auth.login(world.email, world.password), SignedIn)
    (subscription, *_) = await shop.subscriptions.all(status=world.subscription_status).all()
    detail = await shop.subscriptions.get(_text(subscription.id))
    assert detail.id == subscription.id


async def otp_sign_in(shop: AsyncStorefront, world: World) -> None:
    """A customer who signs in by one-time password."""
    challenge = await shop.auth.login(world.otp_email, world.password)
    assert isinstance(challenge, OtpChallenge)
    assert isinstance(await challenge.verify(world.read_otp(world.otp_email)), SignedIn)
    assert (await shop.account.profile()).customer


async def _place(shop: AsyncStorefront, checkout: Checkout, world: World, method: str) -> Placed:
    """Fill in, quote and place a guest's checkout."""
    place = (await shop.locations.search(world.place).page()).items[0]
    location = _number(place.id)
    codes = await shop.locations.postal_codes(location)
    checkout.set_buyer(name=world.buyer_name, email=world.buyer_email, phone=world.buyer_phone)
    checkout.deliver_to(location_id=location, postal_code=codes[0], address=world.buyer_address)
    checkout.pay_with(method)
    options = await checkout.shipping_options()
    checkout.ship_with(next(option for option in options if method != "cod" or option.is_cod))
    quote = await checkout.quote()
    assert quote.breakdown.difference == Money(0)
    placed = await checkout.place()
    assert isinstance(placed, Placed), placed
    assert placed.price_change is None
    return placed


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _text(value: object) -> str:
    assert isinstance(value, (str, int))
    return str(value)


SCENARIOS: dict[str, Scenario] = {
    scenario.__name__: scenario
    for scenario in (
        catalogue,
        locations,
        guest_cart,
        guest_purchase_qris,
        guest_purchase_virtual_account,
        guest_purchase_bank_transfer,
        guest_purchase_digital,
        guest_purchase_cod,
        discount,
        customer,
        customer_cart,
        account,
        address_book,
        subscriptions_and_courses,
        subscription_changes,
        course,
        otp_sign_in,
        password_reset,
        events,
        checkout_intent,
    )
}
SANDBOX_ONLY = frozenset(
    {"otp_sign_in", "password_reset", "account", "subscription_changes", "course", "events", "checkout_intent"}
)
"""They need a hand on the store that a live one does not give, or change what somebody pays for or counts on."""
