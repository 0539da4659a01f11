"""`nexus new`: a small project that runs at once against the sandbox."""

from __future__ import annotations

import shutil
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from ..errors import InvalidInput
from . import show

_HERE: Final = Path(__file__).parent


StarterKind = StrEnum("StarterKind", ["FASTAPI", "DJANGO", "PAGE", "BOT"])
"""The kinds of projects: each has a folder of starters."""


def new(
    kind: Annotated[StarterKind, typer.Argument(help="A web shop, a page that runs in the browser alone, or a bot.")],
    folder: Annotated[Path, typer.Argument(help="Where it goes: a folder that is empty or not there.")],
    as_json: show.AsJson = False,
) -> None:
    """Begin a project: it runs at once beside a sandbox store, and has tests and a README of its own.

    Example: nexus new fastapi my-shop
    """
    # In a wheel they lie beside this file, in the source tree at its root.
    there = (_HERE / "starters", _HERE.parents[2] / "starters")
    starter = next(found for place in there if (found := place / kind).is_dir())
    try:
        if folder.exists() and any(folder.iterdir()):
            raise InvalidInput(f"{folder} is not empty; nothing was written")
        shutil.copytree(starter, folder, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"), dirs_exist_ok=True)
    except OSError as error:
        raise InvalidInput(f"{folder} cannot be written: {error.strerror or error}") from None
    if as_json:
        show.as_json({"kind": kind, "folder": str(folder.absolute())})
        return
    show.line(f"made {folder}; {folder / 'README.md'} says how it runs:", "bold")
    show.line(f"  cd {folder} && python run.py")
