"""What the commands for the outbox and for the inbox share: one queue, looked after."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeVar

from ..errors import InvalidInput
from ..work_queue.model import DeadLetter, LaneState, QueueError
from ..work_queue.queue import WorkQueue

__all__ = ["Parser", "add_commands", "any_stopped", "as_data", "report", "run_command", "tell", "there", "words_after"]

Q = TypeVar("Q", bound=WorkQueue[Any, Any])

Chosen = Callable[[argparse.Namespace], tuple[WorkQueue[Any, Any], str]]
_SHOWN = ("waiting", "failures", "paused_until", "stopped", "oldest", "dead", "counts")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, shows its examples as they are, and names what it would take next."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **options: Any) -> None:
        if examples:
            options["epilog"] = "\n  ".join(["examples:", *examples])
        options["formatter_class"] = argparse.RawDescriptionHelpFormatter
        super().__init__(*args, **options)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"nexus: {message}; see {self.prog} --help\n")

    def add_json(self) -> None:
        self.add_argument("--json", action="store_true", help="for programs: one JSON value on standard output")


def words_after(parser: argparse.ArgumentParser, given: Sequence[str]) -> list[str]:
    """The commands and choices that may come after what is given."""
    for word in given:
        named = [action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
        parser = next((choices[word] for choices in named if word in choices), parser)
    return [str(word) for action in parser._actions if not action.option_strings for word in action.choices or ()]


def tell(options: argparse.Namespace, value: object, line: str) -> None:
    """What came of a command: a line for people, JSON for programs."""
    print(json.dumps(value, ensure_ascii=False) if options.json else line)


def add_commands(commands: Any, chosen: Chosen, lane: str, lanes: Sequence[str], mend: str) -> None:
    """What looks after the queue and the store that `chosen` gives; `mend` is what to do about a stopped lane."""

    def status(options: argparse.Namespace) -> int:
        queue, store = chosen(options)
        states = queue.lanes(store)
        if not options.json:
            return report(states, mend)
        print(json.dumps(as_data(states, lane)))
        return int(any_stopped(states))

    def dead(options: argparse.Namespace) -> int:
        queue, store = chosen(options)
        if options.json:
            letters = queue.dead_letters(store)
            print(json.dumps([{"number": it.seq, lane: it.lane} | _letter(it) for it in letters], ensure_ascii=False))
            return 0
        for letter in queue.dead_letters(store):
            replayable = "" if letter.body is None else " (can be replayed)"
            print(f"{letter.seq}\t{letter.lane}\t{letter.name}\t{letter.identity}\t{letter.reason}{replayable}")
        return 0

    def replay(options: argparse.Namespace) -> int:
        queue, store = chosen(options)
        _must_be_there(queue, store, options.number)
        back = queue.replay(store, options.number or None)
        tell(options, {"back_in_line": back}, f"{back} back in line")
        return 0

    def resume(options: argparse.Namespace) -> int:
        queue, store = chosen(options)
        stopped = [it.lane for it in queue.lanes(store) if it.stopped and options.lane in (None, it.lane)]
        queue.resume(store, options.lane)
        tell(options, {"resumed": stopped}, f"resumed: {', '.join(stopped) or 'nothing was stopped'}")
        return 0

    shown = commands.add_parser("status", help="what waits, what was done, what was dropped")
    shown.set_defaults(command=status)
    given_up = commands.add_parser("dead", help="list what was given up")
    given_up.set_defaults(command=dead)
    again = commands.add_parser("replay", help="put dead letters back in line, all or the given numbers")
    again.add_argument("number", type=int, nargs="*", help="as `dead` lists them")
    again.set_defaults(command=replay)
    let_go_on = commands.add_parser("resume", help="let stopped lanes go on")
    let_go_on.set_defaults(command=resume, lane=None)
    if lanes:
        let_go_on.add_argument("lane", metavar=lane, nargs="?", choices=lanes, help=f"one of {', '.join(lanes)}")
    for each in (shown, given_up, again, let_go_on):
        each.add_json()


def _must_be_there(queue: WorkQueue[Any, Any], store: str, numbers: Sequence[int]) -> None:
    alive = (
        {letter.seq for letter in queue.dead_letters(store, limit=2**31) if letter.body is not None} if numbers else ()
    )
    wrong = ", ".join(map(str, sorted(set(numbers).difference(alive))))
    if wrong:
        raise InvalidInput(f"no dead letters that can be replayed: {wrong}; nothing was changed")


def _letter(letter: DeadLetter) -> dict[str, Any]:
    shown = {name: getattr(letter, name) for name in ("name", "identity", "reason")}
    return shown | {"replayable": letter.body is not None}


def as_data(states: Sequence[LaneState], lane: str) -> list[dict[str, Any]]:
    """The lanes for programs; `lane` is their word for a lane."""
    return [{lane: state.lane} | {name: getattr(state, name) for name in _SHOWN} for state in states]


def there(queue: Q, what: str) -> Q:
    """The queue, if its file is there: a look at a mistyped one would show that all is well, and make it."""
    if not queue.path.exists():
        raise InvalidInput(f"there is no {what} at {queue.path}")
    return queue


def report(states: Sequence[LaneState], mend: str) -> int:
    now = time.time()
    for lane in states:
        counts = ", ".join(f"{what} {n}" for what, n in sorted(lane.counts.items()))
        line = f"{lane.lane}: {lane.waiting} waiting, {lane.dead} dead; {counts}"
        if lane.oldest is not None:
            line += f"; oldest {now - lane.oldest:.0f} s"
        if lane.stopped is not None:
            line += f"; STOPPED ({lane.stopped}): {mend}"
        elif lane.paused_until > now:
            line += f"; next attempt in {lane.paused_until - now:.0f} s"
        print(line)
    return int(any_stopped(states))


def any_stopped(states: Sequence[LaneState]) -> bool:
    """Whether a lane waits for a person."""
    return any(lane.stopped is not None for lane in states)


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
