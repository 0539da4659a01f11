"""The `nexus` command: `nexus events …` looks after the conversion events of the store in the SCALEV_* variables."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..errors import InvalidInput
from ..transport.settings import read_environment
from ..work_queue.model import QueueError

if TYPE_CHECKING:
    from ..events.outbox import Lane, Outbox
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
    status = commands.add_parser("status", help="what waits, what was delivered, what was dropped")
    status.add_argument("--json", action="store_true", help="for programs")
    status.set_defaults(command=_status)
    dead = commands.add_parser("dead", help="list the events that were given up")
    dead.set_defaults(command=_dead)
    replay = commands.add_parser("replay", help="put dead letters back in line, all or the given numbers")
    replay.add_argument("number", type=int, nargs="*")
    replay.set_defaults(command=_replay)
    resume = commands.add_parser("resume", help="let stopped lanes deliver again")
    resume.add_argument("provider", nargs="?", choices=("meta", "tiktok", "snackvideo"))
    resume.set_defaults(command=_resume)

    options = parser.parse_args(argv)
    try:
        code: int = options.command(options)
    except InvalidInput as error:
        print(f"nexus: {error}", file=sys.stderr)
        return 2
    except QueueError as error:
        print(f"nexus: the outbox cannot be used: {error}", file=sys.stderr)
        return 1
    return code


def _store() -> str:
    return read_environment()["store_id"]


def _outbox(options: argparse.Namespace) -> Outbox:
    """The outbox that is there: looking at a mistyped one would show that all is well."""
    from ..events.outbox import Outbox
    from ..events.settings import default_outbox

    outbox = Outbox(options.outbox or default_outbox())
    if not outbox.path.exists():
        raise InvalidInput(f"there is no outbox at {outbox.path}")
    return outbox


def _shop(options: argparse.Namespace) -> Storefront:
    from ..events.settings import EventSettings
    from ..shop._sync.shop import Storefront

    return Storefront.from_env(events=EventSettings(outbox=options.outbox))


def _flush(options: argparse.Namespace) -> int:
    with _shop(options) as shop:
        print(f"{shop.events.flush(seconds=options.seconds)} attempts")
        return _report(shop.events.relay.outbox.lanes(shop.events.relay.store_id))


def _run(options: argparse.Namespace) -> int:
    with _shop(options) as shop:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: shop.events.stop(0))
        shop.events.run()
    return 0


def _status(options: argparse.Namespace) -> int:
    lanes = _outbox(options).lanes(_store())
    if options.json:
        shown = ("provider", "waiting", "failures", "paused_until", "stopped", "oldest", "dead", "counts")
        print(json.dumps([{name: getattr(lane, name) for name in shown} for lane in lanes]))
        return 0
    return _report(lanes)


def _report(lanes: Sequence[Lane]) -> int:
    now = time.time()
    for lane in lanes:
        counts = ", ".join(f"{what} {n}" for what, n in sorted(lane.counts.items()))
        line = f"{lane.provider}: {lane.waiting} waiting, {lane.dead} dead; {counts}"
        if lane.oldest is not None:
            line += f"; oldest {now - lane.oldest:.0f} s"
        if lane.stopped is not None:
            line += f"; STOPPED ({lane.stopped}): repair store id or key, then `nexus events resume`"
        elif lane.paused_until > now:
            line += f"; next attempt in {lane.paused_until - now:.0f} s"
        print(line)
    return 1 if any(lane.stopped is not None for lane in lanes) else 0


def _dead(options: argparse.Namespace) -> int:
    for letter in _outbox(options).dead_letters(_store()):
        replayable = "" if letter.payload is None else " (can be replayed)"
        print(f"{letter.seq}\t{letter.provider}\t{letter.name}\t{letter.event_id}\t{letter.reason}{replayable}")
    return 0


def _replay(options: argparse.Namespace) -> int:
    outbox, store = _outbox(options), _store()
    if options.number:
        alive = {letter.seq for letter in outbox.dead_letters(store, limit=2**31) if letter.payload is not None}
        wrong = sorted(set(options.number) - alive)
        if wrong:
            raise InvalidInput(
                f"no dead letters that can be replayed: {', '.join(map(str, wrong))}; nothing was changed"
            )
    print(f"{outbox.replay(store, options.number or None)} back in line")
    return 0


def _resume(options: argparse.Namespace) -> int:
    _outbox(options).resume(_store(), options.provider)
    return 0
