"""`nexus drift`: what the live store answers beyond the contract that this version was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ..errors import ConnectionFailed, InvalidInput, StorefrontError
from ..shop._sync.shop import Storefront
from ..transport.drift_report import DriftReport
from . import show
from .opening import opened


def drift(
    output: Annotated[Path | None, typer.Option(help="Also write what was found there, for `make drift`.")] = None,
    as_json: show.AsJson = False,
) -> None:
    """Read what any shopper can read, and compare the answers with the contract. Changes nothing.

    Ends with 1 if something breaks: an answer of another shape, or none. What is merely new breaks nothing.

    Example: nexus drift --json
    """
    report = DriftReport()
    with opened(drift=report) as shop, show.waiting("Reading what the store answers"):
        failed = list(_failing(shop))
    found = [
        {**each._asdict(), "count": count, "breaks": each.kind == "other shape"}
        for each, count in sorted(report.counts().items())
    ]
    if output is not None:
        try:
            output.write_text(report.export() + "\n", encoding="utf-8")
        except OSError as error:
            raise InvalidInput(f"--output: {output} cannot be written: {error.strerror or error}") from None
    if as_json:
        show.as_json({"findings": found, "failed": failed})
    else:
        for each in found:
            word, style = ("breaks", "bold red") if each["breaks"] else ("new", "yellow")
            show.line(f"{word:7} {each['operation_id']}: {each['kind']} {each['where']} ({each['detail']})", style)
        for operation in failed:
            show.line(f"failed  {operation}", "bold red")
        if not found and not failed:
            show.line("the answers are what the contract promises", "green")
    raise typer.Exit(1 if failed or any(each["breaks"] for each in found) else 0)


def _failing(shop: Storefront) -> Iterator[str]:
    """Make every read, and tell of those that the service does not answer."""
    for read in _reads(shop):
        try:
            read()
        except ConnectionFailed:
            raise  # no connection: nothing was compared
        except StorefrontError as error:
            yield str(error)


def _reads(shop: Storefront) -> Iterator[Callable[[], object]]:
    """The public reads of a shop, one thing of each kind on the shelf."""
    yield shop.catalog.count
    cards = list(shop.catalog.items(page_size=50).page())
    for kind, get in (("product", shop.catalog.product), ("bundle", shop.catalog.bundle)):
        slug = next((str(card.slug) for card in cards if card.entity_type == kind and card.slug), None)
        if slug is not None:
            yield partial(get, slug)
    yield shop.locations.search("a", page_size=5).page
    yield shop.checkout.payment_methods
