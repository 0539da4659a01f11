"""Commands that look after a queue: those of the outbox and of the inbox."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any, NoReturn, TypeAlias, TypeVar

from ..errors import InvalidInput, StorefrontError
from ..stores.places import is_there
from ..work_queue.model import LaneState, QueueError
from ..work_queue.queue import WorkQueue

Queue: TypeAlias = WorkQueue[Any, Any, Any]
Q = TypeVar("Q", bound=Queue)
Chosen = Callable[[argparse.Namespace], tuple[Queue, str]]
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


def add_command(commands: Any, name: str, work: Callable[[argparse.Namespace], int], description: str) -> Parser:
    """A command that takes `--json`; `description` says what it is for."""
    parser: Parser = commands.add_parser(name, help=description)
    parser.add_argument("--json", action="store_true", help="for programs: JSON on standard output")
    parser.set_defaults(command=work)
    return parser


def words_after(parser: argparse.ArgumentParser, given: Sequence[str]) -> list[str]:
    """The commands and choices that may come after what is given."""
    for word in given:
        named = [action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
        parser = next((choices[word] for choices in named if word in choices), parser)
    return [str(word) for action in parser._actions if not action.option_strings for word in action.choices or ()]


def parser_of(command: str) -> Parser:
    """The parser of `nexus events` or `nexus webhooks`, which need no extra and are imported when they are run."""
    parser: Parser = import_module(f".{command}", __package__).parser()
    return parser


def tell(options: argparse.Namespace, value: object, text: str, *, well: bool = True) -> int:
    """Print what came of a command, lines for people, JSON for programs; gives what the command ends with, 0 if all is
    well. It is seen at once, since `listen` goes on."""
    if options.json or text:
        sys.stdout.write(f"{json.dumps(value) if options.json else text}\n")  # in one piece, beside other threads
        sys.stdout.flush()
    return int(not well)


def plain(text: str) -> str:
    """A text of others without what would steer a terminal."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)


def in_line(values: Iterable[object]) -> str:
    """Values as one line, with tabs between."""
    return "\t".join(plain(str(value)) for value in values)


def add_commands(commands: Any, chosen: Chosen, lane: str, lanes: Sequence[str], mend: str) -> None:
    """Add the commands for the queue and the store that `chosen` gives; `mend` says what to do about a stopped lane."""

    def status(options: argparse.Namespace, queue: Queue, store: str) -> int:
        return tell_lanes(options, queue.lanes(store), lane, mend)

    def dead(options: argparse.Namespace, queue: Queue, store: str) -> int:
        names = ("number", lane, "name", "identity", "reason", "replayable")
        letters = queue.dead_letters(store)
        rows = [(it.seq, it.lane, it.name, it.identity, it.reason, it.body is not None) for it in letters]
        lines = [in_line(row[:-1]) + (" (can be replayed)" if row[-1] else "") for row in rows]
        return tell(options, [dict(zip(names, row, strict=True)) for row in rows], "\n".join(lines))

    def replay(options: argparse.Namespace, queue: Queue, store: str) -> int:
        letters = queue.dead_letters(store, limit=2**31) if options.number else []
        wrong = set(options.number).difference(letter.seq for letter in letters if letter.body is not None)
        if wrong:
            numbers = ", ".join(map(str, sorted(wrong)))
            raise InvalidInput(f"no dead letters that can be replayed: {numbers}; nothing was changed")
        back = queue.replay(store, options.number or None)
        return tell(options, {"back_in_line": back}, f"{back} back in line")

    def resume(options: argparse.Namespace, queue: Queue, store: str) -> int:
        stopped = [it.lane for it in queue.lanes(store) if it.stopped and options.lane in (None, it.lane)]
        queue.resume(store, options.lane)
        return tell(options, {"resumed": stopped}, f"resumed: {', '.join(stopped) or 'nothing was stopped'}")

    def add(name: str, work: Callable[[argparse.Namespace, Queue, str], int], description: str) -> Parser:
        return add_command(commands, name, lambda options: work(options, *chosen(options)), description)

    add("status", status, "what waits, what was done, what was dropped")
    add("dead", dead, "list what was given up")
    again = add("replay", replay, "put dead letters back in line, all or the given numbers")
    again.add_argument("number", type=int, nargs="*", help="as `dead` lists them")
    let_go_on = add("resume", resume, "let stopped lanes go on")
    let_go_on.set_defaults(lane=None)
    if lanes:
        let_go_on.add_argument("lane", metavar=lane, nargs="?", choices=lanes, help=f"one of {', '.join(lanes)}")


def there(queue: Q, what: str) -> Q:
    """The queue, if its file is there: a look at a mistyped one would show that all is well, and make it."""
    if not is_there(queue.path):
        raise InvalidInput(f"there is no {what} at {queue.path}")
    return queue


def tell_lanes(
    options: argparse.Namespace, states: Sequence[LaneState], lane: str, mend: str, attempts: int | None = None
) -> int:
    """Print how the lanes are, and how many attempts were made if some could be. It is well if none waits for a person.

    `lane` is what programs know a lane by; `mend` is what to do about a stopped one.
    """
    data = [{lane: state.lane} | {name: getattr(state, name) for name in _SHOWN} for state in states]
    lines = [_lane_line(state, mend, time.time()) for state in states]
    well = all(state.stopped is None for state in states)
    made = [] if attempts is None else [f"{attempts} attempts"]
    return tell(options, {"attempts": attempts, "lanes": data} if made else data, "\n".join(made + lines), well=well)


def _lane_line(lane: LaneState, mend: str, now: float) -> str:
    counts = ", ".join(f"{what} {n}" for what, n in sorted(lane.counts.items()))
    line = f"{lane.lane}: {lane.waiting} waiting, {lane.dead} dead; {counts}"
    if lane.oldest is not None:
        line += f"; oldest {now - lane.oldest:.0f} s"
    if lane.stopped is not None:
        line += f"; STOPPED ({plain(lane.stopped)}): {mend}"
    elif lane.paused_until > now:
        line += f"; next attempt in {lane.paused_until - now:.0f} s"
    return line


def run_command(parser: Parser, arguments: Sequence[str]) -> int:
    """Run the chosen command; 0 when all is well, 1 when something needs a person."""
    options = parser.parse_args(arguments)
    try:
        return int(options.command(options))
    except QueueError as error:
        raise StorefrontError(f"the {options.queue} cannot be used: {error}") from None
