"""Files that nobody but their owner can read."""

import os
from pathlib import Path

__all__ = ["WINDOWS", "make_private"]

WINDOWS = os.name == "nt"


def make_private(file: Path) -> None:
    """Close a file that is there to everyone but its owner (mode 0600); `PermissionError` where that cannot be done.

    On Windows a file has the access list of its folder, and nothing is done.
    """
    if WINDOWS or not file.exists() or not _open_to_others(file):
        return
    file.chmod(0o600)
    if _open_to_others(file):  # FAT, and shares that are mounted with modes of their own
        raise PermissionError(1, "others can read it, and this file system does not let that be changed", str(file))


def _open_to_others(file: Path) -> bool:
    return bool(file.stat().st_mode & 0o077)
