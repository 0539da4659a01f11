"""`nexus shop`: browse, show, cart, order and watch; buying is a module of its own."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any

import typer

from ..answer_fields import field, text
from ..errors import NotFound
from ..money import Money
from ..payments import Pending, payment_state, read_payment
from . import show
from .buying import buy
from .opening import opened

app = typer.Typer(no_args_is_help=True, help="Browse, fill a cart, buy, and follow an order.")
app.command("buy")(buy)


@app.command()
def browse(
    words: Annotated[list[str] | None, typer.Argument(help="Show only what has all of these in its name.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    as_json: show.AsJson = False,
) -> None:
    """List what the store sells. Example: nexus shop browse kopi --limit 5"""
    wanted = [word.lower() for word in words or []]
    with opened() as shop, show.waiting("Looking through the shelf"):
        shelf = shop.catalog.items(page_size=min(100, max(limit, 20)))
        named = (item for item in shelf if all(word in str(item.name).lower() for word in wanted))
        found = list(islice(named, limit))
    if as_json:
        show.as_json(found)
        return
    show.table(
        ("slug", "name", "kind", "from"),
        [(it.slug, it.name, it.entity_type, Money.of(field(field(it, "price_range"), "min"))) for it in found],
    )


@app.command("show")
def show_product(slug: Annotated[str, typer.Argument(help="As in the list.")], as_json: show.AsJson = False) -> None:
    """Show a product's variants with prices and stock, or a bundle. Example: nexus shop show kopi-arabika-gayo"""
    with opened() as shop, show.waiting("Looking at the shelf"):
        try:
            product = shop.catalog.product(slug)
        except NotFound:
            try:
                bundle = shop.catalog.bundle(slug)
            except NotFound:
                raise NotFound(f"nothing here is called {slug!r}; `nexus shop browse` lists what there is") from None
            if as_json:
                show.as_json(bundle)
                return
            show.line(str(bundle.name), "bold")
            show.line(f"bundle price option {bundle.id}, {Money.of(field(bundle, 'price'))}")
            return
        variants = {variant.id: variant for variant in product.variants or [] if variant.id}
        offers = shop.catalog.offers(variants)
    if as_json:
        prices = {number: {"price": it.price, "available_qty": it.available_qty} for number, it in offers.items()}
        show.as_json({"product": product, "offers": prices})
        return
    show.line(str(product.name), "bold")
    rows = []
    for number, variant in variants.items():
        offer = offers.get(number)
        stock = None if offer is None else "sold out" if offer.available is False else offer.available_qty
        rows.append((number, variant.name, offer and offer.price, stock))
    show.table(("variant", "name", "price", "in stock"), rows)


@app.command()
def cart(
    add: Annotated[str | None, typer.Option(metavar="VARIANT", help="Put this variant into it.")] = None,
    quantity: Annotated[int, typer.Option("-n", "--quantity", min=1, help="With --add: so many pieces.")] = 1,
    remove: Annotated[str | None, typer.Option(metavar="VARIANT", help="Take this variant out of it.")] = None,
    empty: Annotated[bool, typer.Option("--empty", help="Take everything out of it.")] = False,
    as_json: show.AsJson = False,
) -> None:
    """Show the cart, after changing it if asked to. Example: nexus shop cart --add 494535 -n 2"""
    with opened() as shop, show.waiting("Asking for the cart"):
        now = shop.cart.clear() if empty else None
        if remove is not None:
            now = shop.cart.set_quantity(0, variant_id=remove)
        if add is not None:
            now = shop.cart.add(variant_id=add, quantity=quantity)
        now = now or shop.cart.get()
    if as_json:
        show.as_json(show.cart_data(now))
    elif not len(now):
        show.line(str(now))
    else:
        show.table(("variant", "name", "pieces", "amount"), [(it.key[1], it.name, it.quantity, it.total) for it in now])
        show.line(f"total {now.total}", "bold")


@app.command()
def order(slug: Annotated[str, typer.Argument(help="The order's secret slug.")], as_json: show.AsJson = False) -> None:
    """Show an order, and how to pay it. Example: nexus shop order SLUG"""
    with opened() as shop, show.waiting("Asking for the order"):
        found = shop.orders.get(slug)
        pay = read_payment(found)
        if isinstance(pay, Pending):
            pay = shop.orders.instructions(slug)
            found = shop.orders.get(slug)
    if as_json:
        show.as_json(found)
        return
    show.line(f"{text(field(found, 'order_id'))}: {found.status}, {payment_state(found)}")
    show.instructions(pay)


@app.command()
def watch(
    slug: Annotated[str, typer.Argument(help="The order's secret slug.")],
    within: Annotated[float, typer.Option(min=0, help="Seconds to look on.")] = 900.0,
    every: Annotated[float | None, typer.Option(min=0.1, help="Seconds between two looks.")] = None,
    as_json: show.AsJson = False,
) -> None:
    """Look at an order until it is paid, failed or closed. Ends with 0 if it is paid, else with 1.

    Example: nexus shop watch SLUG --within 3600
    """
    shown: tuple[str, str] | None = None
    pause: dict[str, Any] = {} if every is None else {"every": every}
    with opened() as shop, show.waiting("Waiting for the payment"):
        shop.orders.get(slug)  # raises at once for an unknown order or a service that is away; the wait would go on
        for found in shop.orders.watch(slug, within=within, **pause):
            now = (str(found.status), payment_state(found))
            if now != shown and not as_json:
                show.line(", ".join(now))
            shown = now
    if as_json and shown is not None:
        show.as_json({"status": shown[0], "payment": shown[1]})
    payment = "open" if shown is None else shown[1]
    if payment == "paid":
        return
    if not as_json:
        show.line("not paid so far" if payment == "open" else payment)
    raise typer.Exit(1)
