"""Imported first by a command, ends it in one line on Ctrl-C, also while it is still importing the rest."""

from __future__ import annotations

import sys
from types import TracebackType


def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An interrupt that nobody caught is told in one line; the exit status stays that of an interrupt."""
    if issubclass(kind, KeyboardInterrupt):
        print("\nstopped", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


sys.excepthook = tell
