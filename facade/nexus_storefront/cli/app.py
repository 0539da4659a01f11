"""The commands of `nexus`, put together. Needs the extra `cli`."""

from __future__ import annotations

import importlib
import sys
from typing import Annotated

import typer

from ..errors import InvalidInput
from . import main, shop
from .doctor import doctor
from .drift import drift
from .new import new

app = typer.Typer(
    name="nexus",
    help="A Nexus Commerce shop in the terminal. The sandbox by default; a real store by the SCALEV_* variables.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog="Examples: nexus shop browse kopi, nexus shop buy, nexus doctor, nexus --version. "
    "Ends with 0: all is well; 1: something needs a person; 2: wrong use; 3: not known whether it was ordered; "
    "130: interrupted.",
)
app.add_typer(shop.app, name="shop")
app.command("new")(new)
app.command("doctor")(doctor)
app.command("drift")(drift)
_HANDED_ON = {"ignore_unknown_options": True}


def _goes_on(ctx: typer.Context, incomplete: str) -> list[str]:
    """How the arguments of a command that has a parser of its own go on."""
    from .queues import parser_of, words_after

    words = words_after(parser_of(str(ctx.info_name)), ctx.params.get("arguments") or ())
    return [word for word in words if word.startswith(incomplete)]


HandedOn = Annotated[list[str] | None, typer.Argument(autocompletion=_goes_on)]


@app.command("sandbox", context_settings=_HANDED_ON, add_help_option=False)
def sandbox_command(arguments: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Serve a sandbox store on this machine: nexus sandbox --port 8420 --db shop.db (--help lists its options)."""
    try:
        served = importlib.import_module("nexus_sandbox.__main__")
    except ImportError:
        raise InvalidInput("the sandbox needs the extra: pip install 'nexus-storefront[sandbox]'") from None
    sys.argv = ["nexus sandbox", *(arguments or ())]
    served.main()


def _handed_on(ctx: typer.Context, arguments: HandedOn = None) -> None:
    raise typer.Exit(main([str(ctx.info_name), *(arguments or ())]))


for _name, _help in (
    ("events", "Deliver and look after conversion events: flush, run, status, dead, replay, resume."),
    ("webhooks", "Receive, make and look after webhooks: listen, trigger, inbox."),
):
    app.command(_name, help=_help, context_settings=_HANDED_ON, add_help_option=False)(_handed_on)
