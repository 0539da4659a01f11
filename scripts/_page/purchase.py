"""A guest's purchase from the first look to the payment's instructions, with its conversion event: what the page's
archive is made for."""

from __future__ import annotations

from nexus_storefront import AsyncStorefront, Placed
from nexus_storefront.events import PROVIDERS, Attribution, Visit


async def main(shop: AsyncStorefront) -> None:
    assert [item async for item in shop.catalog.items()]
    await shop.catalog.categories()
    await shop.catalog.product("kopi-arabika-gayo")
    await shop.cart.add(variant_id=494535)
    checkout = await shop.checkout.start(key="purchase")
    checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
    places = await shop.locations.search("Menteng").all()
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    assert places
    await shop.checkout.payment_methods()
    checkout.pay_with("qris")
    checkout.ship_with((await checkout.shipping_options())[0])
    await checkout.quote()
    outcome = await checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.secret_slug is not None
    await shop.orders.instructions(outcome.secret_slug)
    await shop.checkout.find("purchase")
    page = Visit("https://shop.example/", attribution=Attribution(ttclid="click", click_id="click"))
    conversion = shop.events.order_created(outcome, page)
    shop.events.send(conversion)
    assert shop.events.render(conversion)
    assert await shop.events.flush() == len(PROVIDERS)
