"""How things are shown: tables for people, JSON for programs. Colours only where a terminal takes them (NO_COLOR)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.status import Status
from rich.table import Table
from rich.text import Text

from ..cart.lines import CartSnapshot
from ..money import Money
from ..payments import PaymentInstructions, Qris
from .queues import plain

T = TypeVar("T")
AsJson = Annotated[bool, typer.Option("--json", help="For programs.")]
_LINE = ("id", "type", "variant_id", "bundle_price_option_id", "name", "quantity", "total")


def console(*, stderr: bool = False) -> Console:
    """Made when it is needed, so that it writes to what is standard output, or error, then."""
    return Console(highlight=False, stderr=stderr)


def waiting(text: str) -> Status:
    """While it lasts, a terminal shows that something is done; nothing is written elsewhere."""
    return Console(stderr=True).status(f"{text}…")


def during(text: str, work: Callable[..., T], *args: object) -> T:
    """The result of `work(...)`; while it lasts, a terminal shows `text`."""
    with waiting(text):
        return work(*args)


def line(text: str, style: str = "", *, stderr: bool = False) -> None:
    """Print text as it is, without markup."""
    console(stderr=stderr).print(Text("\n".join(map(plain, text.split("\n"))), style=style), soft_wrap=True)


def as_json(value: object) -> None:
    """One JSON value on standard output; amounts as the service writes them, null where it sent none."""
    print(json.dumps(value, default=_plain))


def _plain(value: object) -> Any:
    if isinstance(value, Money):
        return value.to_wire() if value.is_known else None
    to_dict = getattr(value, "to_dict", None)
    return str(value) if to_dict is None else to_dict()


def table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Rows under names."""
    made = Table(*columns, box=None, padding=(0, 2, 0, 0), header_style="bold")
    for row in rows:
        made.add_row(*(Text("" if value is None else plain(str(value))) for value in row))
    console().print(made)


def cart_data(cart: CartSnapshot) -> Mapping[str, object]:
    """A cart for programs."""
    lines = [{name: getattr(each, name) for name in _LINE} for each in cart]
    return {"item_count": cart.item_count, "total": cart.total, "lines": lines}


def instructions(pay: PaymentInstructions) -> None:
    """How to pay, with the code to scan where there is one."""
    line(str(pay), "bold")
    if isinstance(pay, Qris):
        console().print(Text.from_ansi(pay.qr.terminal()), soft_wrap=True)
