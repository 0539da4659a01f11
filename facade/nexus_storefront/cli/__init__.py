"""The `nexus` command: a shop in the terminal, what is wrong with a set-up, and the conversion events' worker."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

from ..errors import InvalidInput, StorefrontError
from ..version import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0: all is well; 1: something needs a person; 2: wrong use; 3: it is not known whether an order
    was made; 130: interrupted.
    """
    _ready()
    try:
        ended = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return ended
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        # So that nothing is left to be written at exit. A closed pipe is not reported: its reader has seen enough.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f"nexus: {error.strerror or error}", file=sys.stderr)
        return 1
    except StorefrontError as error:
        print(f"nexus: {error}", *getattr(error, "__notes__", ()), sep="\n  ", file=sys.stderr)
        return 2 if isinstance(error, InvalidInput) else 1


def _ready() -> None:
    """Have characters that an output cannot encode written as escapes, and a closed output replaced by a silent one."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - to the end
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def versions() -> str:
    """The versions of package and Python, which a report of a fault needs first."""
    return f"nexus-storefront {__version__}, Python {platform.python_version()}"


def _run(arguments: list[str]) -> int:
    # These need no extra: a worker on a server has only the core.
    if arguments == ["--version"]:
        print(versions())
        return 0
    if arguments[:1] in (["events"], ["webhooks"]):
        from .queues import parser_of, run_command

        return run_command(parser_of(arguments[0]), arguments[1:])
    try:
        from .app import app
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"rich", "typer"}:
            raise
        raise InvalidInput("this command needs the extra: pip install 'nexus-storefront[cli]'") from None
    try:
        app(arguments, prog_name="nexus")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0
