"""The threads in which an asynchronous shop calls its store.

They are none of the event loop's: that looks up the names of hosts in those, which can take half a minute each, and
while a few of them do, nothing else of the loop's would begin.
"""

from __future__ import annotations

import os
from concurrent.futures import Executor, ThreadPoolExecutor

_MOST = 32
_made: dict[int, Executor] = {}


def store_threads() -> Executor:
    """Those of this process: a forked child has none of its parent's."""
    pid = os.getpid()
    if pid not in _made:
        _made.setdefault(pid, ThreadPoolExecutor(_MOST, "nexus-store"))
    return _made[pid]
