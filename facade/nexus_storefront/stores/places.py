"""Where files are that nobody named."""

import os
from pathlib import Path

__all__ = ["state_file", "state_folder"]


def state_folder() -> Path:
    """`nexus-storefront` in the folder in which the user's programs keep what has to last."""
    state = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(state) if state else Path.home() / ".local/state") / "nexus-storefront"


def state_file(variable: str, name: str) -> Path:
    """The file in the environment variable, else the one of that name in the state folder."""
    given = os.environ.get(variable)
    return Path(given) if given else state_folder() / name
