"""The `nexus` command: `nexus events …` looks after the conversion events of the store in the SCALEV_* variables."""

from __future__ import annotations

import argparse
import signal
import sys

from ..events.outbox import Outbox
from ..events.settings import EventSettings, default_outbox
from ..shop._sync.shop import Storefront
from ..stores.places import is_there
from ..transport.settings import read_environment
from ..work_queue.model import Alarm
from .queues import Parser, add_command, add_commands, tell_lanes, there

_MEND = "repair store id or key, then `nexus events resume`"


def parser() -> Parser:
    """The parser of `nexus events`."""
    events = Parser(
        prog="nexus events",
        description="Deliver and look after the conversion events of the store in the SCALEV_* variables.",
        examples=(
            "nexus events run                # a worker: deliver until interrupted",
            "nexus events flush --seconds 50 # from cron, once a minute",
            "nexus events status --json",
            "nexus events replay 7 8         # numbers as `nexus events dead` lists them",
        ),
    )
    events.add_argument("--outbox", help="the outbox file (default: $NEXUS_OUTBOX, else in the user's state folder)")
    events.set_defaults(queue="outbox")
    commands = events.add_subparsers(required=True, metavar="COMMAND")
    flush = add_command(commands, "flush", _flush, "deliver what is due, once")
    flush.add_argument("--seconds", type=float, help="begin no delivery after so many seconds")
    commands.add_parser("run", help="deliver until interrupted").set_defaults(command=_run)
    add_commands(commands, _chosen, "provider", ("meta", "tiktok", "snackvideo"), _MEND)
    return events


def _chosen(options: argparse.Namespace) -> tuple[Outbox, str]:
    return there(Outbox(options.outbox or default_outbox()), "outbox"), read_environment()["store_id"]


def _ring(alarm: Alarm) -> None:
    """Print an alarm to standard error, where the messages of a background service are collected."""
    what = [alarm.provider, alarm.kind.replace("_", " "), alarm.reason, _MEND if alarm.kind == "lane_stopped" else None]
    print("nexus", *filter(None, what), sep=": ", file=sys.stderr, flush=True)


def _shop(options: argparse.Namespace) -> Storefront:
    shop = Storefront.from_env(events=EventSettings(outbox=options.outbox, on_alarm=_ring))
    # A worker may start before the first event comes, so this is no error; but a mistyped name has to be noticed.
    if not is_there(path := shop.events.relay.outbox.path):
        print(f"nexus: there is no outbox at {path} yet; it is made", file=sys.stderr)
    return shop


def _flush(options: argparse.Namespace) -> int:
    with _shop(options) as shop:
        attempts = shop.events.flush(seconds=options.seconds)
        states = shop.events.relay.outbox.lanes(shop.events.relay.store_id)
    return tell_lanes(options, states, "provider", _MEND, attempts)


def _run(options: argparse.Namespace) -> int:
    with _shop(options) as shop:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: shop.events.stop(0))
        shop.events.run()
    return 0
