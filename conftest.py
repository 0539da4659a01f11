"""The examples of README.md and docs/ are tests: each page runs from top to bottom against a sandbox of its own."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator

import lengths
import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_plugins = ["portions", "progress"]

# The collected tests are a million objects that stay. To look through all of them for garbage, again and again, was an
# eighth of a run; what is young is looked through as ever.
gc.set_threshold(*gc.get_threshold()[:2], 1_000)

# A shell starts what runs in the background deaf to Ctrl-C, and what that starts: the programs that tests interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


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


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """Keep groups in one process; the examples of a page are one, as they share their names."""
    if not lengths.FULL:
        left_out = [item for item in items if item.get_closest_marker("full_length")]
        items[:] = [item for item in items if not item.get_closest_marker("full_length")]
        config.hook.pytest_deselected(items=left_out)
    for item in items:
        if item.path.suffix == ".md":
            item.add_marker(pytest.mark.xdist_group(item.path.name))
    yield
    for item in items:
        # xdist 3.8 names the group in `_nodeid`, pytest 9.2 reads `_id`
        named: str | None = getattr(item, "_nodeid", None)
        if named is not None and named != item.nodeid:
            item._id = type(item.id).parse(named)


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    patterns=["README.md", "docs/*.md"],
    # Their examples are programs, run by tests/events/test_events_docs.py and tests/test_programs.py.
    excludes=["docs/events.md", "docs/programs/*.md"],
    fixtures=["shop_environment"],
).pytest()
