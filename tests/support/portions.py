"""How `make test` deals the tests out to its processes: in portions of a file, those that take longest first.

A portion costs the process that deals as much as one test would, and what tests of a file share is made once for each.
What takes many seconds is begun first, test by test, so that at the end no process works alone.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from xdist.scheduler import LoadGroupScheduling

TESTS = Path(__file__).parent.parent
# Tests of one portion.
MOST = 16
# What takes longest, each test a portion of its own. A group that is named in a test's mark is one portion.
FIRST = (
    "browser",
    "events/test_events_proof.py",
    "sessions/test_session_faults.py",
    "sessions/test_session_shared.py",
    "sessions/test_waits.py",
    "test_repository.py",
    "events/test_events_celery.py",
    "webhooks/test_webhooks_celery.py",
    "webhooks/test_webhooks_work.py",
    "contract/test_normalise.py",
    "explorer/test_explorer.py",
    "test_terminal.py",
)


def _turn(file: str) -> int:
    """When its turn comes, of a file below the tests' folder."""
    return next((turn for turn, first in enumerate(FIRST) if file == first or file.startswith(f"{first}/")), len(FIRST))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _turn(item.path.relative_to(TESTS).as_posix() if TESTS in item.path.parents else ""))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadGroupScheduling | None:
    if config.getoption("dist") != "loadgroup":
        return None
    from xdist.scheduler import LoadGroupScheduling

    class Portions(LoadGroupScheduling):
        def schedule(self) -> None:
            if self.collection is None:
                self.portions = self._portioned(next(iter(self.registered_collections.values())))
            super().schedule()

        def _portioned(self, collected: list[str]) -> dict[str, str]:
            """The name of each test's portion."""
            portions = dict[str, str]()
            seen = Counter[str]()
            for test in collected:
                group = super()._split_scope(test)
                if group == test:
                    file = test.partition("::")[0]
                    number, seen[file] = seen[file], seen[file] + 1
                    most = MOST if _turn(file.removeprefix("tests/")) == len(FIRST) else 1
                    group = f"{file} {number // most}"
                portions[test] = group
            return portions

        def _split_scope(self, nodeid: str) -> str:
            return self.portions[nodeid]

    config.option.loadscopereorder = False  # they are in order
    return Portions(config, log)
