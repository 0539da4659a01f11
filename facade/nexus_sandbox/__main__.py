"""`python -m nexus_sandbox`: the store on a port, until interrupted."""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import re
import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from . import Sandbox


_SECRET = "SCALEV_WEBHOOK_SECRET"  # noqa: S105 - a variable's name


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text}")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > 10_000_000:
        raise argparse.ArgumentTypeError(f"a number from 0 to 10000000, not {text}")
    return int(text)


def _origin(text: str) -> str:
    if not re.fullmatch(r"https?://[^/?#\s]+/?", text):
        raise argparse.ArgumentTypeError(f"an origin is like http://localhost:3000, without a path, not {text}")
    return text


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise argparse.ArgumentTypeError(f"not a regular expression: {error}") from None
    return text


def _parser() -> _Parser:
    # The command that hands its arguments on is named as it was typed.
    handed_on = sys.argv[0] if sys.argv[0].startswith("nexus ") else "python -m nexus_sandbox"
    parser = _Parser(
        prog=handed_on,
        description="Serve the sandbox store.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n  ".join(
            (
                "examples:",
                f"{handed_on} --db shop.db                 # keeps its state",
                f"{handed_on} --port 0 --json              # for programs: a free port, told as JSON",
                f"{handed_on} --origin https://toko.example",
            )
        ),
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8420, help="port; 0 picks a free one (default 8420)")
    parser.add_argument("--storage-port", type=_port, default=0, help="port of the storage host (default: a free one)")
    parser.add_argument("--db", help="file to keep the state in (default: memory)")
    parser.add_argument("--seed", type=_count, default=1, help="seed of a fresh catalogue (default 1)")
    parser.add_argument("--items", type=_count, default=60, help="listed items of a fresh catalogue (default 60)")
    parser.add_argument(
        "--origin",
        type=_origin,
        action="append",
        default=[],
        help="a further registered browser origin",
    )
    parser.add_argument("--origin-pattern", type=_pattern, help="a regular expression: every origin that it matches")
    parser.add_argument(
        "--webhook",
        metavar="URL",
        help="tell it what happens, signed with $SCALEV_WEBHOOK_SECRET or a new secret",
    )
    parser.add_argument("--no-control", action="store_true", help="switch the /_sandbox routes off")
    parser.add_argument("--json", action="store_true", help="for programs: where it is and its key, as one JSON value")
    return parser


def _open(parser: _Parser, given: argparse.Namespace) -> Sandbox:
    """Make the sandbox. Ends the program with one line when it cannot be made."""
    if given.db is not None and not Path(given.db).absolute().parent.is_dir():
        parser.error(f"argument --db: there is no folder {Path(given.db).absolute().parent}")
    try:
        from . import Sandbox
        from .settings import DEFAULT_ORIGINS

        return Sandbox(
            host=given.host,
            port=given.port,
            storage_port=given.storage_port,
            db=given.db,
            seed=given.seed,
            items=given.items,
            origins=(*DEFAULT_ORIGINS, *given.origin),
            origin_pattern=given.origin_pattern,
            control=not given.no_control,
        )
    except ModuleNotFoundError as error:
        parser.error(str(error))
    except (OSError, ValueError, sqlite3.Error) as error:
        parser.error(f"argument --db: {given.db} cannot be used: {error}")


def _subscribe(parser: _Parser, sandbox: Sandbox, url: str) -> dict[str, str]:
    """Switch the webhook on. Ends the program with one line when its receiver does not take the test event."""
    known = os.environ.get(_SECRET)
    try:
        made = sandbox.control.set_webhook(url, secret=known)
    except ValueError as error:
        parser.exit(1, f"{parser.prog}: argument --webhook: {error}\n")
    return {"webhook": url} if known else {"webhook": url, "secret": made["secret"]}


def _for_people(summary: Mapping[str, str], sandbox: Sandbox) -> str:
    """What it tells, a line each, and the variables for the shell of a program that is to use it."""
    variables = {
        "SCALEV_API_BASE": sandbox.base_url,
        "SCALEV_STORE_UNIQUE_ID": sandbox.store_id,
        "SCALEV_STOREFRONT_API_KEY": sandbox.api_key,
    }
    shell = " ".join(f"{name}={value}" for name, value in variables.items())
    lines = [f"{name:8} {value}" for name, value in summary.items()]
    return "\n".join([*lines, f"shell    export {shell}"])


def main() -> None:
    parser = _parser()
    given = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    sandbox = _open(parser, given)
    try:
        sandbox.bind()
    except OSError as error:
        parser.exit(1, f"{parser.prog}: cannot listen on {given.host}:{given.port}: {error.strerror}\n")
    summary = {"store": f"{sandbox.base_url}/v3/stores/{sandbox.store_id}", "key": sandbox.api_key}
    if not given.no_control:
        summary["control"] = f"{sandbox.base_url}/_sandbox/"
    if given.webhook is not None:
        summary |= _subscribe(parser, sandbox, given.webhook)
    told = json.dumps(summary) if given.json else _for_people(summary, sandbox)
    with contextlib.suppress(KeyboardInterrupt):
        sandbox.serve_forever(lambda: print(told, flush=True))


if __name__ == "__main__":
    main()
