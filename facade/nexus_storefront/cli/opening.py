"""The shop that the commands work on: the one in the SCALEV_* variables, else the sandbox on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any, Final

from ..errors import ConnectionFailed, InvalidInput
from ..shop._sync.shop import Storefront
from ..stores import SqliteStore
from ..stores.places import state_folder

SANDBOX: Final[Mapping[str, str]] = {
    "SCALEV_API_BASE": "http://127.0.0.1:8420",
    "SCALEV_STORE_UNIQUE_ID": "store_sandbox",
    "SCALEV_STOREFRONT_API_KEY": "sfpk_sandbox",
}


def shop_variables() -> tuple[Mapping[str, str], bool]:
    """The variables that say which store, and whether they are the sandbox's because none is set."""
    given = any(os.environ.get(name) for name in SANDBOX)
    return (os.environ, False) if given else (SANDBOX, True)


@contextmanager
def opened(**options: Any) -> Iterator[Storefront]:
    """The shop, with a cart that lasts from one command to the next; `options` are the shop's."""
    variables, by_default = shop_variables()
    try:
        with (
            closing(SqliteStore(state_folder() / "terminal.sqlite3")) as store,
            Storefront.from_env(variables, store=store, customer="terminal", **options) as shop,
        ):
            yield shop
    except ConnectionFailed as error:
        if not by_default or error.may_have_taken_effect:
            raise
        where = SANDBOX["SCALEV_API_BASE"]
        raise ConnectionFailed(
            f"no sandbox answers at {where}: start one with `nexus sandbox`, or name a store by the SCALEV_* variables"
        ) from None


def ask(option: str, question: str, given: str | None) -> str:
    """The given value, else the answer of the person at the terminal, who is asked on standard error."""
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise InvalidInput(f"{option} is needed where nobody can be asked")
    import typer

    return str(typer.prompt(question, err=True))
