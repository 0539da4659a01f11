"""What the shop does, without the page: so that it is tested as ordinary Python."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from nexus_storefront import AsyncStorefront, InvalidInput, Money, NotPlaced, Placed, Qris

METHOD = "qris"


@dataclass(frozen=True)
class Card:
    """A variant on the shelf."""

    variant_id: str
    name: str
    price: str


async def shelf(shop: AsyncStorefront) -> list[Card]:
    """The variants of the first five products that are in stock."""
    cards: list[Card] = []
    items = await shop.catalog.items(page_size=20).page()
    for item in [item for item in items if item.entity_type == "product" and item.in_stock][:5]:
        product = await shop.catalog.product(str(item.slug))
        names = {variant.id: str(variant.name) for variant in product.variants or [] if variant.id}
        offers = await shop.catalog.offers(names)
        cards += [Card(str(key), names[int(key)], str(offer.price)) for key, offer in offers.items()]
    return cards


async def quote(shop: AsyncStorefront, said: Mapping[str, str]) -> tuple[str, str]:
    """The total in words, and the checkout to keep until "buy" is pressed."""
    place = next((place for place in await shop.locations.search(said["subdistrict"]).page() if place.id), None)
    if place is None or not place.id:
        raise InvalidInput("there is no such subdistrict")
    codes = await shop.locations.postal_codes(place.id)
    checkout = await shop.checkout.start(key=secrets.token_urlsafe(16))
    checkout.set_buyer(name=said["name"], email=said["email"], phone=said["phone"])
    checkout.deliver_to(location_id=place.id, postal_code=codes[0] if codes else None, address=said["address"])
    checkout.pay_with(METHOD)
    options = await checkout.shipping_options()
    checkout.ship_with(min(options, key=lambda option: Money.of(option.cost).or_zero()))
    quoted = await checkout.quote()
    return str(quoted), checkout.dump()


async def order(shop: AsyncStorefront, kept: str) -> tuple[str, str]:
    """What came of it in words, and a code to scan as SVG. Pressed twice, it is still one order."""
    match await shop.checkout.load(kept).place():
        case Placed(secret_slug=str(slug)):
            pay = await shop.orders.instructions(slug)
            return str(pay), pay.qr.svg(scale=6) if isinstance(pay, Qris) else ""
        case Placed(order_id=number):
            return f"Ordered: {number}", ""
        case NotPlaced(reason=reason):
            return f"Nothing was ordered: {reason}", ""
    return "We are looking for your order, and do not order it again.", ""
