"""A guest buys something: over real HTTP, from a sandbox store that is started and stopped here.

Catalogue, product, cart, delivery location, shipping options, summary, checkout, order, payment instructions. Nothing
leaves this machine.
"""

from __future__ import annotations

import argparse
import sys

import _interrupt  # noqa: F401 - first
from nexus_sandbox import Sandbox
from nexus_storefront import Checkout, InvalidInput, Money, Placed, Storefront
from nexus_storefront.payments import Qris, VirtualAccount
from rich.console import Console
from rich.table import Table
from rich.text import Text

PRODUCT = "kopi-arabika-gayo"


def rows(title: str, *pairs: tuple[str, object]) -> Table:
    """A two-column table."""
    table = Table(title=title, title_justify="left", show_header=False, box=None, padding=(0, 2, 0, 2))
    table.add_column()
    table.add_column(overflow="fold")
    for name, value in pairs:
        table.add_row(name, str(value))
    return table


class Steps:
    """Says which step comes now."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._number = 0

    def say(self, what: str) -> None:
        self._number += 1
        self.console.print(Text(f"\n{self._number}. {what}", style="bold"))

    def show(self, what: object) -> None:
        self.console.print(what if isinstance(what, Table) else f"  {what}")


def buy(shop: Storefront, method: str, console: Console) -> None:
    """One guest purchase, step by step."""
    steps = Steps(console)
    browse(shop, steps)
    checkout = choose(shop, method, steps)
    pay(shop, place(checkout, steps), steps)


def browse(shop: Storefront, steps: Steps) -> None:
    steps.say("Browse the catalogue")
    table = Table("name", "kind", "from", box=None, padding=(0, 2, 0, 2))
    for item in shop.catalog.items(page_size=5).page():
        prices = item.price_range
        table.add_row(str(item.name), str(item.entity_type), str(Money.of(prices.min_)) if prices else "")
    steps.show(table)
    steps.show(f"{shop.catalog.count()} items in all")

    steps.say(f"Open a product: {PRODUCT}")
    product = shop.catalog.product(PRODUCT)
    variants = {variant.id: variant.name for variant in product.variants or []}
    offers = shop.catalog.offers([number for number in variants if isinstance(number, int)])
    for number, offer in offers.items():
        steps.show(f"variant {number}: {variants[number]}, {offer.price}, {offer.available_qty} in stock")

    steps.say("Put it into a guest cart")
    cart = shop.cart.add(variant_id=494535, quantity=2)
    steps.show(f"{cart.item_count} pieces, {cart.total}")


def choose(shop: Storefront, method: str, steps: Steps) -> Checkout:
    steps.say("Choose where to deliver")
    place = next(iter(shop.locations.search("Cempaka Putih")))
    postal_code = shop.locations.postal_codes(place.id)[0] if isinstance(place.id, int) else ""
    steps.show(f"{place.display} {postal_code} (location {place.id})")

    steps.say("See the shipping options")
    checkout = shop.checkout.start()
    checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
    checkout.deliver_to(
        location_id=9089,
        postal_code=postal_code,
        address="Jl. Contoh No. 3",
        province="DKI Jakarta",
        city="Kota Jakarta Pusat",
        subdistrict="Cempaka Putih",
    )
    methods = {str(m.code): str(m.label) for m in shop.checkout.payment_methods() if m.enabled is True}
    if method not in methods:
        raise InvalidInput(f"the store does not take {method}; it takes {', '.join(methods)}")
    checkout.pay_with(method)
    options = checkout.shipping_options()
    for option in options:
        steps.show(f"{option.name}: {Money.of(option.cost)}")
    checkout.ship_with(options[0])

    steps.say(f"Get the summary, paying by {methods[method]}")
    quote = checkout.quote()
    steps.show(rows("", *((name, amount) for name, amount in quote.breakdown.parts), ("to pay", quote.total)))
    return checkout


def place(checkout: Checkout, steps: Steps) -> str:
    steps.say("Place the order, once")
    outcome = checkout.place()
    if not isinstance(outcome, Placed) or outcome.order is None or outcome.secret_slug is None:
        raise SystemExit(f"no order came of it: {outcome}")
    order = outcome.order
    steps.show(rows("", ("order", outcome.order_id), ("status", order.status), ("next page", outcome.next_page)))
    steps.show(f"amount as quoted: {'yes' if outcome.price_change is None else outcome.price_change}")
    return outcome.secret_slug


def pay(shop: Storefront, secret_slug: str, steps: Steps) -> None:
    steps.say("Get the payment instructions")
    instructions = shop.orders.instructions(secret_slug)
    steps.show(f"{instructions.label}: {instructions.amount}")
    if isinstance(instructions, VirtualAccount):
        steps.show(rows("", ("account number", instructions.number), ("holder", instructions.holder)))
    elif isinstance(instructions, Qris):
        steps.console.print(Text.from_ansi(instructions.qr.terminal()), soft_wrap=True)
    else:
        steps.show(instructions)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--method", default="qris", help="payment method code (default: qris)")
    options = parser.parse_args(argv)
    console = Console(highlight=False)
    with Sandbox() as sandbox, Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        console.print(f"sandbox store {sandbox.store_id} at {sandbox.base_url}")
        buy(shop, options.method, console)
    return 0


if __name__ == "__main__":
    sys.exit(main())
