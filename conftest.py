"""The examples of README.md and docs/ are tests: each page runs from top to bottom against a sandbox of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser


@pytest.fixture(scope="module")
def shop_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The SCALEV_* variables of a fresh sandbox, and a folder for what an example writes."""
    from nexus_sandbox import Sandbox

    with Sandbox() as sandbox, pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("docs"))
        patch.setenv("NEXUS_OUTBOX", "outbox.sqlite3")
        patch.setenv("SCALEV_API_BASE", sandbox.base_url)
        patch.setenv("SCALEV_STORE_UNIQUE_ID", sandbox.store_id)
        patch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
        yield


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    patterns=["README.md", "docs/*.md"],
    excludes=["docs/events.md"],  # its examples run in web frameworks: tests/events/test_events_docs.py
    fixtures=["shop_environment"],
).pytest()
