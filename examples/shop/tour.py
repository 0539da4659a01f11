"""Everything that the shop does, done once at a sandbox store: this is how `make shop` learns which modules to pack."""

from __future__ import annotations

from nexus_storefront import AsyncStorefront, Placed, QrCode, StorefrontError
from nexus_storefront.events import Attribution, Conversion, Visit

PAGE = Visit("https://shop.example/", attribution=Attribution(fbc="fb.1.1700000000000.click"))


async def main(shop: AsyncStorefront) -> None:
    cards = await shop.catalog.items(page_size=50).all()
    detail = await shop.catalog.product("kopi-arabika-gayo")
    await shop.catalog.bundle("paket-buku-seduh")
    await shop.catalog.offers([494535])
    province = (await shop.locations.provinces(search="jakarta"))[0]
    city = (await shop.locations.cities(province.province_id or "", search="pusat"))[0]
    assert cards
    assert await shop.locations.subdistricts(city.city_id or "").all()
    assert await shop.locations.search("cempaka putih").all()
    assert await shop.locations.postal_codes(9089)
    assert await shop.checkout.payment_methods()
    await report(shop.events.content_view(detail, PAGE), shop)
    await purchase(shop)
    QrCode("00020101").svg()
    await shop.auth.login("sari@example.com", "kata-sandi-contoh")
    assert (await shop.auth.state()).signed_in
    await shop.orders.mine().page()
    await purchase(shop)
    await shop.auth.logout()
    await shop.auth.request_password_reset("sari@example.com", origin="http://127.0.0.1")
    try:
        token = shop.auth.token_from_reset_link("http://127.0.0.1/?token=x")
        await shop.auth.save_password(token, "kata-sandi-baru", "kata-sandi-baru")
    except StorefrontError:
        pass  # no such token; the way there is what counts


async def purchase(shop: AsyncStorefront) -> None:
    """As a guest, or as the customer who is signed in."""
    held = await shop.cart.add(variant_id=494535, quantity=2)
    await shop.cart.change(held.lines[0], 1)
    held = await shop.cart.add(bundle_price_option_id=31925)
    await shop.cart.remove(held.lines[-1])
    assert (await shop.cart.get()).item_count == 1
    await shop.events.resolve(held)
    await report(shop.events.add_to_cart(held.lines[0], PAGE), shop)
    await report(shop.events.checkout_started(held, PAGE), shop)
    checkout = await shop.checkout.start()
    if not checkout.customer:
        checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("va_bca")
    checkout.use_discount("HEMAT10")
    checkout.ship_with((await checkout.shipping_options())[0])
    await checkout.quote()
    placed = await checkout.place()
    assert isinstance(placed, Placed)
    assert placed.secret_slug
    await report(shop.events.order_created(placed, PAGE), shop)
    await shop.orders.instructions(placed.secret_slug)
    await shop.orders.wait_for_payment(placed.secret_slug, within=0)


async def report(conversion: Conversion, shop: AsyncStorefront) -> None:
    """With its pixels, and delivered."""
    shop.events.send(conversion)
    assert shop.events.render(conversion)
    await shop.events.flush()
