"""A hand-set clock, and an inbox that goes by it."""

from pathlib import Path

import pytest
from nexus_storefront.clock import SystemClock
from nexus_storefront.webhooks import Inbox, InboxPolicy


class Hand(SystemClock):
    def __init__(self) -> None:
        self.passed = 0.0

    def time(self) -> float:
        return 1_800_000_000.0 + self.passed

    def sleep(self, seconds: float) -> None:
        self.passed += seconds


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def inbox(tmp_path: Path, clock: Hand) -> Inbox:
    return Inbox(tmp_path / "inbox", policy=InboxPolicy(base=1.0, max_attempts=3), clock=clock)
