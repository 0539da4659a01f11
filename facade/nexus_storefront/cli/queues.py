"""What the commands for the outbox and for the inbox share: one queue, looked after."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from ..errors import InvalidInput
from ..work_queue.model import LaneState, QueueError
from ..work_queue.queue import WorkQueue

__all__ = ["add_commands", "report", "run_command", "there"]

Q = TypeVar("Q", bound=WorkQueue)

Chosen = Callable[[argparse.Namespace], tuple[WorkQueue, str]]
_SHOWN = ("waiting", "failures", "paused_until", "stopped", "oldest", "dead", "counts")


def add_commands(commands: Any, chosen: Chosen, lane: str) -> None:
    """`status`, `dead` and `replay` for the queue and the store that `chosen` gives; `lane` is its word for a lane."""

    def status(options: argparse.Namespace) -> int:
        queue, store = chosen(options)
        states = queue.lane_states(store)
        if not options.json:
            return report(states)
        print(json.dumps([{lane: state.lane} | {name: getattr(state, name) for name in _SHOWN} for state in states]))
        return 0

    def dead(options: argparse.Namespace) -> int:
        queue, store = chosen(options)
        for letter in queue.given_up(store):
            replayable = "" if letter.body is None else " (can be replayed)"
            print(f"{letter.seq}\t{letter.lane}\t{letter.name}\t{letter.identity}\t{letter.reason}{replayable}")
        return 0

    def replay(options: argparse.Namespace) -> int:
        queue, store = chosen(options)
        if options.number:
            alive = {letter.seq for letter in queue.given_up(store, limit=2**31) if letter.body is not None}
            wrong = ", ".join(map(str, sorted(set(options.number) - alive)))
            if wrong:
                raise InvalidInput(f"no dead letters that can be replayed: {wrong}; nothing was changed")
        print(f"{queue.replay(store, options.number or None)} back in line")
        return 0

    shown = commands.add_parser("status", help="what waits, what was done, what was dropped")
    shown.add_argument("--json", action="store_true", help="for programs")
    shown.set_defaults(command=status)
    commands.add_parser("dead", help="list what was given up").set_defaults(command=dead)
    again = commands.add_parser("replay", help="put dead letters back in line, all or the given numbers")
    again.add_argument("number", type=int, nargs="*")
    again.set_defaults(command=replay)


def there(queue: Q, what: str) -> Q:
    """The queue, if its file is there: a look at a mistyped one would show that all is well, and make it."""
    if not queue.path.exists():
        raise InvalidInput(f"there is no {what} at {queue.path}")
    return queue


def report(states: Sequence[LaneState]) -> int:
    now = time.time()
    for lane in states:
        counts = ", ".join(f"{what} {n}" for what, n in sorted(lane.counts.items()))
        line = f"{lane.lane}: {lane.waiting} waiting, {lane.dead} dead; {counts}"
        if lane.oldest is not None:
            line += f"; oldest {now - lane.oldest:.0f} s"
        if lane.stopped is not None:
            line += f"; STOPPED ({lane.stopped}): repair store id or key, then `nexus events resume`"
        elif lane.paused_until > now:
            line += f"; next attempt in {lane.paused_until - now:.0f} s"
        print(line)
    return 1 if any(lane.stopped is not None for lane in states) else 0


def run_command(parser: argparse.ArgumentParser, argv: Sequence[str] | None, what: str) -> int:
    """Run the chosen command; 0 when all is well, 1 when something needs a person, 2 for wrong use."""
    options = parser.parse_args(argv)
    try:
        code: int = options.command(options)
    except InvalidInput as error:
        print(f"nexus: {error}", file=sys.stderr)
        return 2
    except QueueError as error:
        print(f"nexus: the {what} cannot be used: {error}", file=sys.stderr)
        return 1
    return code
