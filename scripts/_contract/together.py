"""Files and folders that take their places together, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def temporary_place(folder: Path) -> Iterator[Path]:
    """A new folder inside `folder`, on its file system so that a rename moves what is in it; gone at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder, prefix="new."))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def take_places(new: Mapping[Path, Path], aside: Path) -> None:
    """Let each new file or folder take the place of its target; what was there goes into the folder `aside`.

    When one of them cannot, or the process is interrupted, everything that was there is put back. All of it lies on one
    file system, so that each step is a rename.
    """
    aside.mkdir()
    done: list[tuple[Path, Path, Path]] = []
    try:
        for number, (made, target) in enumerate(new.items()):
            target.parent.mkdir(parents=True, exist_ok=True)
            kept = aside / str(number)
            # Noted before it happens: an interruption between the two renames must find it.
            done.append((made, target, kept))
            if target.exists():
                target.rename(kept)
            made.rename(target)
    except BaseException:
        for made, target, kept in reversed(done):
            if target.exists() and not made.exists():
                target.rename(made)
            if kept.exists():
                kept.rename(target)
        raise
