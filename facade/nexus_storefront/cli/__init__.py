"""The `nexus` command: a shop in the terminal, what is wrong with a set-up, and the conversion events' worker."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence

from ..errors import InvalidInput, StorefrontError
from ..version import __version__

__all__ = ["main", "versions"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0: all is well; 1: something needs a person; 2: wrong use; 3: it is not known whether an order
    was made; 130: interrupted.
    """
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever was reading has seen enough; nothing is left to be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def versions() -> str:
    """What somebody who helps asks for first."""
    return f"nexus-storefront {__version__}, Python {platform.python_version()}"


def _run(arguments: list[str]) -> int:
    # A worker on a server needs nothing but the core, and so does whoever is asked for the version.
    if arguments == ["--version"]:
        print(versions())
        return 0
    if arguments[:1] == ["events"]:
        from . import events

        return events.main(arguments)
    if arguments[:1] == ["webhooks"]:
        from . import webhooks

        return webhooks.main(arguments)
    try:
        from .app import app
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"rich", "typer"}:
            raise
        print("nexus: this command needs the extra: pip install 'nexus-storefront[cli]'", file=sys.stderr)
        return 2
    try:
        app(arguments, prog_name="nexus")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except InvalidInput as error:
        print(f"nexus: {error}", file=sys.stderr)
        return 2
    except StorefrontError as error:
        print(f"nexus: {error}", file=sys.stderr)
        return 1
    return 0
