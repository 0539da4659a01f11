"""The commands of `nexus`, put together. Needs the extra `cli`."""

from __future__ import annotations

import importlib
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ..errors import InvalidInput
from . import main, shop
from .doctor import doctor
from .drift import drift
from .new import new


class _Commands(TyperGroup):
    """The shop first: what somebody who has never seen it will try."""

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted(super().list_commands(ctx), key=_ORDER.index)


app = typer.Typer(
    name="nexus",
    cls=_Commands,
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
_ORDER = ("shop", "sandbox", "new", "doctor", "drift", "events", "webhooks")
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


@app.command("webhooks", context_settings=_HANDED_ON, add_help_option=False)
def webhooks_command(arguments: HandedOn = None) -> None:
    """Receive, make and look after webhooks: listen, trigger, inbox."""
    raise typer.Exit(main(["webhooks", *(arguments or ())]))


@app.command("events", context_settings=_HANDED_ON, add_help_option=False)
def events_command(arguments: HandedOn = None) -> None:
    """Deliver and look after conversion events: flush, run, status, dead, replay, resume."""
    raise typer.Exit(main(["events", *(arguments or ())]))
