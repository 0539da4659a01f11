"""The `nexus` command: `nexus events …` looks after the conversion events of the store in the SCALEV_* variables."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..transport.settings import read_environment
from .queues import add_commands, report, run_command, there

if TYPE_CHECKING:
    from ..events.outbox import Outbox
    from ..shop._sync.shop import Storefront

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when something needs a person, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="nexus", description=__doc__)
    groups = parser.add_subparsers(required=True, metavar="GROUP")
    events = groups.add_parser("events", help="deliver and look after conversion events")
    events.add_argument("--outbox", help="the outbox file (default: $NEXUS_OUTBOX, else in the user's state folder)")
    commands = events.add_subparsers(required=True, metavar="COMMAND")
    flush = commands.add_parser("flush", help="deliver what is due, once")
    flush.add_argument("--seconds", type=float, help="begin no delivery after so many seconds")
    flush.set_defaults(command=_flush)
    commands.add_parser("run", help="deliver until interrupted").set_defaults(command=_run)
    add_commands(commands, _chosen, "provider")
    resume = commands.add_parser("resume", help="let stopped lanes deliver again")
    resume.add_argument("provider", nargs="?", choices=("meta", "tiktok", "snackvideo"))
    resume.set_defaults(command=_resume)
    return run_command(parser, argv, "outbox")


def _chosen(options: argparse.Namespace) -> tuple[Outbox, str]:
    from ..events.outbox import Outbox
    from ..events.settings import default_outbox

    return there(Outbox(options.outbox or default_outbox()), "outbox"), read_environment()["store_id"]


def _shop(options: argparse.Namespace) -> Storefront:
    from ..events.settings import EventSettings
    from ..shop._sync.shop import Storefront

    return Storefront.from_env(events=EventSettings(outbox=options.outbox))


def _flush(options: argparse.Namespace) -> int:
    with _shop(options) as shop:
        print(f"{shop.events.flush(seconds=options.seconds)} attempts")
        return report(shop.events.relay.states())


def _run(options: argparse.Namespace) -> int:
    with _shop(options) as shop:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: shop.events.stop(0))
        shop.events.run()
    return 0


def _resume(options: argparse.Namespace) -> int:
    outbox, store = _chosen(options)
    outbox.resume(store, options.provider)
    return 0
