"""`nexus shop buy`: a guest's order. What is not given is asked for; nothing is ordered that nobody agreed to."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Annotated, NoReturn

import typer

from ..answer_fields import field, integer
from ..cart.lines import Item
from ..checkout._sync.checkout import Checkout
from ..checkout.outcomes import NotPlaced, Outcome, Placed, Unknown
from ..errors import InvalidInput, StorefrontError
from ..money import Money
from ..shop._sync.shop import Storefront
from . import show
from .opening import ask, opened

_UNKNOWN = 3


def buy(
    variants: Annotated[list[str] | None, typer.Argument(help="Variants to buy; none: what is in the cart.")] = None,
    quantity: Annotated[int, typer.Option("-n", "--quantity", min=1, help="Pieces of each variant.")] = 1,
    name: Annotated[str | None, typer.Option(help="The buyer's name.")] = None,
    email: Annotated[str | None, typer.Option(help="The buyer's e-mail address.")] = None,
    phone: Annotated[str | None, typer.Option(help="The buyer's phone number.")] = None,
    digital: Annotated[bool, typer.Option("--digital", help="Nothing is shipped.")] = False,
    location: Annotated[str | None, typer.Option(help="Where to: a location's id, or words to look for.")] = None,
    postal_code: Annotated[str | None, typer.Option(help="Postal code (default: the location's first).")] = None,
    address: Annotated[str | None, typer.Option(help="Street and number.")] = None,
    method: Annotated[str | None, typer.Option(help="Payment method, e.g. qris.")] = None,
    shipping: Annotated[int | None, typer.Option(min=1, help="Number of the shipping option, from 1.")] = None,
    discount: Annotated[str | None, typer.Option(help="Discount code.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Order without asking.")] = False,
    as_json: show.AsJson = False,
) -> None:
    """Buy as a guest. It asks before it orders, and shows how to pay.

    Example: nexus shop buy 494535 --location 9089 --method qris
    """
    with opened() as shop:
        _settle_earlier(shop, as_json)
        items = [Item(variant_id=variant, quantity=quantity) for variant in variants or ()]
        checkout = shop.checkout.start(items or None, digital=digital)
        checkout.set_buyer(
            name=ask("--name", "Name", name),
            email=ask("--email", "E-mail", email),
            phone=ask("--phone", "Phone", phone),
        )
        if not digital:
            place, code = _destination(shop, ask("--location", "Subdistrict or city", location), postal_code)
            checkout.deliver_to(
                location_id=place, postal_code=code, address=ask("--address", "Street, number", address)
            )
        checkout.pay_with(method or _method(shop))
        if not digital:
            _ship(checkout, shipping, yes)
        checkout.use_discount(discount)
        quote = show.during("Adding it up", checkout.quote)
        if not as_json:
            show.line(str(quote))
        if not yes and not sys.stdin.isatty():
            raise InvalidInput("ordering needs --yes where nobody can be asked")
        if not yes and not typer.confirm("Order it?", err=True):
            _end(as_json, "nothing was ordered", {"outcome": "not_placed", "reason": "declined"})
        _tell(shop, show.during("Ordering", checkout.place), as_json)


def _end(as_json: bool, text: str, data: Mapping[str, object], code: int = 1) -> NoReturn:
    """Tell why nothing was ordered now, and end with `code`."""
    if as_json:
        show.as_json(data)
    else:
        show.line(text, "bold")
    raise typer.Exit(code)


def _settle_earlier(shop: Storefront, as_json: bool) -> None:
    """An order whose outcome is open is looked for before another one is made."""
    for attempt_id in shop.checkout.unfinished():
        outcome = show.during("Looking for an earlier order", shop.checkout.resume, attempt_id)
        if isinstance(outcome, Placed):
            text = f"an earlier order is there: {outcome.order_id or attempt_id}; nothing was ordered now"
            _end(as_json, text, {"outcome": "not_placed", "reason": "earlier_order", **_names(outcome)})
        if isinstance(outcome, Unknown):
            text = "it is not known yet whether an earlier order was made; nothing was ordered now"
            _end(as_json, text, {"outcome": "unknown", "reason": outcome.reason, "attempt_id": attempt_id}, _UNKNOWN)


def _names(placed: Placed) -> dict[str, str | None]:
    return {"order_id": placed.order_id, "secret_slug": placed.secret_slug, "attempt_id": placed.attempt_id}


def _destination(shop: Storefront, given: str, postal_code: str | None) -> tuple[int, str]:
    """A location's id and a postal code of it."""
    number = integer(given)
    if number is None:
        found = list(show.during("Looking for the place", shop.locations.search(given, page_size=20).page))
        if not found:
            raise InvalidInput(f"no location is called {given!r}")
        places = [f"{place.display} ({place.id})" for place in found]
        number = integer(found[0 if len(found) == 1 else _choose("--location", places)].id) or 0
    if postal_code is None:
        codes = show.during("Looking for its postal codes", shop.locations.postal_codes, number)
        if not codes:
            raise InvalidInput("--postal-code is needed: the store knows none for this location")
        postal_code = codes[0]
    return number, postal_code


def _choose(option: str, answers: Sequence[str]) -> int:
    """The number of what the person chooses, from 0."""
    if not sys.stdin.isatty():
        raise InvalidInput(f"{option} leaves a choice, and nobody can be asked: {'; '.join(answers[:5])}")
    for number, answer in enumerate(answers, 1):
        show.line(f"{number:3}  {answer}", stderr=True)
    while True:
        given: int = typer.prompt("Which", type=int, err=True)
        if 1 <= given <= len(answers):
            return given - 1


def _method(shop: Storefront) -> str:
    offered = show.during("Asking how one can pay", shop.checkout.payment_methods)
    methods = {str(method.code): str(method.label) for method in offered if method.enabled is True}
    return list(methods)[_choose("--method", [f"{label} ({code})" for code, label in methods.items()])]


def _ship(checkout: Checkout, given: int | None, yes: bool) -> None:
    """Choose how it is shipped: by the given option, else as the person says, else the cheapest way."""
    options = show.during("Asking how it can be shipped", checkout.shipping_options)
    if not options:
        return
    costs = [Money.of(option.cost).or_zero() for option in options]
    if given is None and (yes or len(options) == 1):
        given = costs.index(min(costs)) + 1
    if given is None:
        given = _choose("--shipping", [f"{it.name}: {cost}" for it, cost in zip(options, costs, strict=True)]) + 1
    if given > len(options):
        raise InvalidInput(f"--shipping: there are {len(options)} options")
    checkout.ship_with(options[given - 1])


def _tell(shop: Storefront, outcome: Outcome, as_json: bool) -> None:
    """Show the outcome. Ends with 1 when nothing was ordered, with 3 when that is not known."""
    if isinstance(outcome, Placed):
        if as_json:
            to_pay = Money.of(field(outcome.order, "gross_revenue"))
            show.as_json({"outcome": "placed", **_names(outcome), "to_pay": to_pay})
            return
        show.line(f"ordered: {outcome.order_id or outcome.attempt_id}", "bold")
        if outcome.price_change is not None:
            show.line(f"the amount has changed: {outcome.price_change}")
        if (slug := outcome.secret_slug) is not None:
            show.line(f"follow it: nexus shop watch {slug}")
            try:
                show.instructions(show.during("Asking how to pay", shop.orders.instructions, slug))
            except StorefrontError as error:  # it is ordered all the same
                show.line(f"nexus: {error}; how to pay: nexus shop order {slug}", stderr=True)
        return
    data = {"reason": outcome.reason, "attempt_id": outcome.attempt_id}
    if isinstance(outcome, NotPlaced):
        text = f"nothing was ordered ({outcome.reason}): {outcome.error or ''}".removesuffix(": ")
        _end(as_json, text, {"outcome": "not_placed", **data})
    text = "it is not known whether it was ordered; `nexus shop buy` looks before it orders again"
    _end(as_json, text, {"outcome": "unknown", **data}, _UNKNOWN)
