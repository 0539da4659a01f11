"""The `nexus` command: `nexus events …` looks after the conversion events of the store in the SCALEV_* variables."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..transport.settings import read_environment
from .queues import Parser, add_commands, any_stopped, as_data, report, run_command, there

if TYPE_CHECKING:
    from ..events.outbox import Outbox
    from ..shop._sync.shop import Storefront

__all__ = ["main", "parser"]

_MEND = "repair store id or key, then `nexus events resume`"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when something needs a person, 2 for wrong use."""
    return run_command(parser(), argv, "outbox")


def parser() -> Parser:
    """What `nexus events` takes."""
    parser = Parser(prog="nexus", description=__doc__)
    groups = parser.add_subparsers(required=True, metavar="GROUP")
    events = groups.add_parser(
        "events",
        help="deliver and look after conversion events",
        description="Deliver and look after the conversion events of the store in the SCALEV_* variables.",
        examples=(
            "nexus events run                # a worker: deliver until interrupted",
            "nexus events flush --seconds 50 # from cron, once a minute",
            "nexus events status --json",
            "nexus events replay 7 8         # numbers as `nexus events dead` lists them",
        ),
    )
    events.add_argument("--outbox", help="the outbox file (default: $NEXUS_OUTBOX, else in the user's state folder)")
    commands = events.add_subparsers(required=True, metavar="COMMAND")
    flush = commands.add_parser("flush", help="deliver what is due, once")
    flush.add_argument("--seconds", type=float, help="begin no delivery after so many seconds")
    flush.add_json()
    flush.set_defaults(command=_flush)
    commands.add_parser("run", help="deliver until interrupted").set_defaults(command=_run)
    add_commands(commands, _chosen, "provider", ("meta", "tiktok", "snackvideo"), _MEND)
    return parser


def _chosen(options: argparse.Namespace) -> tuple[Outbox, str]:
    from ..events.outbox import Outbox
    from ..events.settings import default_outbox

    return there(Outbox(options.outbox or default_outbox()), "outbox"), read_environment()["store_id"]


def _shop(options: argparse.Namespace) -> Storefront:
    from ..events.settings import EventSettings, default_outbox
    from ..shop._sync.shop import Storefront

    shop = Storefront.from_env(events=EventSettings(outbox=options.outbox))
    # A worker may be there before the first event is; a name that is mistyped has to be seen all the same.
    path = Path(options.outbox or default_outbox())
    if not path.exists():
        print(f"nexus: there is no outbox at {path} yet; it is made", file=sys.stderr)
    return shop


def _flush(options: argparse.Namespace) -> int:
    with _shop(options) as shop:
        attempts = shop.events.flush(seconds=options.seconds)
        states = shop.events.relay.outbox.lanes(shop.events.relay.store_id)
        if options.json:
            print(json.dumps({"attempts": attempts, "lanes": as_data(states, "provider")}))
            return int(any_stopped(states))
        print(f"{attempts} attempts")
        return report(states, _MEND)


def _run(options: argparse.Namespace) -> int:
    with _shop(options) as shop:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: shop.events.stop(0))
        shop.events.run()
    return 0
