"""Default places of files, and closing files to everyone but their owner."""

import os
import sys
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from stat import S_ISREG

from ..errors import InvalidInput, MissingExtra

WINDOWS = os.name == "nt"


def state_folder() -> Path:
    """`nexus-storefront` in the folder in which the user's programs keep what has to last."""
    state = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(state) if state else _home() / ".local/state") / "nexus-storefront"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # a user whom the system does not know, as in a container, has the root as a home
        return Path(os.sep)


def state_file(variable: str, name: str) -> Path:
    """The file in the environment variable, else the one of that name in the state folder."""
    given = os.environ.get(variable)
    return Path(given) if given else state_folder() / name


def path_of(path: str | os.PathLike[str], name: str = "path") -> Path:
    """`path` as an absolute `Path`, the same wherever the process goes; `InvalidInput` if no file system can have it.
    `MissingExtra` in a browser's page, whose files are gone when it is loaded again."""
    if sys.platform == "emscripten":
        raise MissingExtra(f"{name}: a browser's page has no files that last; it keeps things in its PageStore")
    with suppress(TypeError, ValueError, OSError):
        found = Path(path)
        if str(path) and b"\0" not in os.fsencode(found):
            return found.absolute()
    raise InvalidInput(f"{name} must be a path of the file system")


def is_there(path: Path) -> bool:
    """Whether there is anything at `path`; False also for an impossible path, or where this user may not look."""
    return os.path.exists(path)  # noqa: PTH110 - the one of pathlib raises then


def refuse_devices(file: Path) -> None:
    """Refuse what is there and is no regular file, such as `/dev/null` (`OSError`)."""
    with suppress(FileNotFoundError):
        if not S_ISREG(file.stat().st_mode):
            raise OSError(EINVAL, "this is no file in which something can be kept", str(file))


def make_private(file: Path) -> None:
    """Close a file that is there to everyone but its owner (mode 0600); `PermissionError` where that cannot be done.

    What is no regular file is left as it is and refused. A file that another process removes meanwhile needs nothing.
    On Windows nothing is done: a file has the access list of its folder.
    """
    if WINDOWS:
        return
    refuse_devices(file)
    with suppress(FileNotFoundError):
        if open_to_others(file):
            file.chmod(0o600)
            if open_to_others(file):  # FAT, and shares that are mounted with modes of their own
                why = "others can read it, and this file system does not let that be changed"
                raise PermissionError(1, why, str(file))


def open_to_others(file: Path) -> bool:
    return bool(file.stat().st_mode & 0o077)
